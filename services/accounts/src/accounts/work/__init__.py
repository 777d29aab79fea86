"""What accounts does by itself, beside requests and messages."""
