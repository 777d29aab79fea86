"""SQL that writes and locks, a file a table."""
