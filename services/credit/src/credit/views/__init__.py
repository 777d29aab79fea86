"""What credit reads for its answers; nothing here changes anything."""
