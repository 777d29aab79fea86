"""What goes in and out over HTTP, by audience as in `api`; parsed once, here."""
