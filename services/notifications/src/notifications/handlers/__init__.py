"""What is done about an event or a citizen's text, in one transaction each; whoever calls commits."""
