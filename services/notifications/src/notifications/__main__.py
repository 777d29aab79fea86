"""`python -m notifications` is the command `notifications`."""

from notifications.cli import main

main()
