"""Reads for people and for texts; nothing here changes anything."""
