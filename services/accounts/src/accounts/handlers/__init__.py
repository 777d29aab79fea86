"""What accounts does: with the messages that it hears and with the requests that its API passes on."""
