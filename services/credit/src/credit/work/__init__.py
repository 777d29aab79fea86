"""What is done beside the requests: figures counted once for many."""
