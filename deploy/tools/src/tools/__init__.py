"""A developer's tools: the schema as text, the list of components, a withdrawal's trace as a picture."""
