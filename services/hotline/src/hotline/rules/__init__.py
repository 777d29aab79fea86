"""What callers hear and what their keys mean; pure."""
