"""deploy/kubernetes as far as it follows from the topology and from deploy/compose.yaml."""
