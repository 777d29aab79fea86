"""Identities, login and tokens."""
