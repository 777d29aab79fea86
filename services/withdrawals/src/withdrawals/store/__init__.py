"""Writes, and the reads that they rest on; each query is a named constant above its one function."""
