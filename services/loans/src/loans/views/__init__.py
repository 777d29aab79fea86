"""Reads for people and for other services; nothing here changes anything."""
