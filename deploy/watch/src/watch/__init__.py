"""What an operator watches: the dashboards, and a Prometheus that reads a running system."""
