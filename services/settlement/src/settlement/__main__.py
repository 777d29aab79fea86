"""`python -m settlement` is the command `settlement`."""

from settlement.cli import main

main()
