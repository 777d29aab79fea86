"""What documents writes."""
