"""What goes in and out over HTTP; parsed once, here."""
