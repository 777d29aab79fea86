"""What the hotline writes."""
