"""SIP without sockets and clocks: messages, session descriptions, calls (RFC 3261, 3264, 4028); pure."""
