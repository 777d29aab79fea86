"""What a service tells the ministry's platform every night: its tables of JGJ/T 320, whole, as they stand."""
