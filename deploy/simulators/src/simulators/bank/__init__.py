"""The entrusted bank: ISO 20022 over mutual TLS towards settlement, the special account behind it."""
