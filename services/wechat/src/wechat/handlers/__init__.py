"""What is done about a callback, a request or an event, in one transaction each; whoever calls commits."""
