"""Employers, individual accounts and the double-entry ledger."""
