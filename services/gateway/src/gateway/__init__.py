"""Identities, login, tokens and the web hall's pages."""
