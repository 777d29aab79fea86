"""Personal data at rest and in messages: sealed, and found by keyed hashes."""
