"""The rules of accounts as pure functions: what may be reserved, what a month's deposit is."""
