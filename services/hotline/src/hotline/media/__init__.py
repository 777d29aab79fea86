"""Sound without sockets: RTP packets, G.711, keys (RFC 3550, 3551, 4733); pure."""
