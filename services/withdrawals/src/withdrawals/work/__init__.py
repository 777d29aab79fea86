"""What runs beside requests and messages for as long as the process does."""
