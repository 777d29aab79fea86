"""`python -m accounts` is the command `accounts`."""

from accounts.cli import main

main()
