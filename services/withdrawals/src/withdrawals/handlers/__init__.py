"""The life of a withdrawal, one function a step. Handlers never commit."""
