"""`python -m withdrawals`."""

from withdrawals.main import main

main()
