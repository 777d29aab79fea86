"""The national transfer platform (异地转移接续平台): GBK XML over TCP, with books of its own."""
