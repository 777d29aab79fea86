"""What is simulated: other companies' systems, each a process of its own."""
