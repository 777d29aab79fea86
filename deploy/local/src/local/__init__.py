"""Starts the whole system on one machine: servers, databases, services, simulators, the edge."""
