"""What runs beside requests and messages: the link to the bank, and all that use it."""
