"""What credit writes."""
