"""`python -m transfers` is the command `transfers`."""

from transfers.cli import main

main()
