"""Certificates and statements: asked for, printed from the owners' facts, signed, checked by anybody."""
