"""The rules of documents: kinds, numbers, capitals, contents; pure."""
