"""Pure: the numbers of letters, what the messages to and from the platform say, what agrees with what."""
