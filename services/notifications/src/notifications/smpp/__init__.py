"""The messages of SMPP 3.4 as bytes, made and read; pure."""
