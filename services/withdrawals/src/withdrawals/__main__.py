"""`python -m withdrawals` is the command `withdrawals`."""

from withdrawals.cli import main

main()
