"""The parts of a self-service terminal: a printer that speaks IPP, a card reader on a serial line."""
