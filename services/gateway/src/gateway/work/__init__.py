"""What operators have the gateway do on its host."""
