"""A short message service centre: SMPP 3.4 towards 12329, simulated phones behind it."""
