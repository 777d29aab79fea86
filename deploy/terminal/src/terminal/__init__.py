"""The helper of a self-service terminal (自助终端): it reads ID cards and prints."""
