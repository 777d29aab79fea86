"""What runs without being asked: the line to the platform, and what is said over it."""
