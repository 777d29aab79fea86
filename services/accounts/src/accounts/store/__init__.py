"""Writes of accounts, by what they write; each query is a named constant above its one function."""
