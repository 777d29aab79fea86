"""The HTTP side of a service: problem details, callers, idempotent POSTs, batching, admission, health."""
