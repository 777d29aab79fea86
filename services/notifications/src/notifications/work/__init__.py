"""What runs beside requests and messages: the link to the SMSC, and all that use it."""
