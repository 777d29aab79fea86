"""Payment orders, the bank link, unknown outcomes, returned payments, daily reconciliation."""
