"""Reads for people, by audience as in `api`; nothing here changes an application."""
