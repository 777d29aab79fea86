"""`python -m notifications` starts the service."""

from notifications.main import main

main()
