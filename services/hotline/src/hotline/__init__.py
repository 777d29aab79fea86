"""The 12329 telephone: calls, what callers hear, agents; it decides nothing of the fund."""
