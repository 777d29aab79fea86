"""SQL: what writes and locks, and what only reads for that."""
