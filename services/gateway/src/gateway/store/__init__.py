"""SQL that writes, and that locks for a write."""
