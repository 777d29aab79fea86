"""What runs beside requests and messages: the links to the carriers, and all that use them."""
