"""What runs beside requests and messages: the one holder of the token, the sender, the watcher."""
