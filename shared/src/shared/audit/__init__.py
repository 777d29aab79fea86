"""The audit trail that a transaction writes; its chain is in operations, its API in http."""
