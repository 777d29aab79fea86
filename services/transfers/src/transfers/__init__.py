"""Cross-city transfers (异地转移接续): letters to and from other centres, and how far each is."""
