"""`python -m loans` starts the service."""

from loans.main import main

main()
