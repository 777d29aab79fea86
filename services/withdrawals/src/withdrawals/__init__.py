"""Withdrawals (提取): applications, the rules of the types, review, and the process to the end."""
