"""What runs: wires, clocks, voices, conversations."""
