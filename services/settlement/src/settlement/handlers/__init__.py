"""What is done about an event, an answer or a request, in one transaction each; whoever calls commits."""
