"""Who is calling: principals and roles, and the tokens that prove them."""
