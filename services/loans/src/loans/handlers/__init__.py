"""The life of a loan: one module a part of it, one function a step. Handlers never commit."""
