"""What runs without being asked: the press."""
