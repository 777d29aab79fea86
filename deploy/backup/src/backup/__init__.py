"""Backups: base backups and every write since, compressed, encrypted and elsewhere; and the way back."""
