"""What operators run: parked messages, telling again, recollection, key rotation, the audit chain."""
