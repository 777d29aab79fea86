"""A small believable city in a running system: its people, how they use it, and what they show."""
