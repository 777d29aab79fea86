"""Writes, and the reads that they rest on; the lock on a contract comes before any other."""
