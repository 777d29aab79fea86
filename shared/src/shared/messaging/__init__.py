"""Events between services: topology, transactional outbox and inbox, batches, the unit of work."""
