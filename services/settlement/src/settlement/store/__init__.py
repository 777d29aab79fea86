"""The tables: orders, the bank's entries, the ledger's bookings, the comparison of days; statements only."""
