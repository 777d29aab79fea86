"""The national transfer platform behind a port: the port, and the line of TCP and GBK XML that it speaks."""
