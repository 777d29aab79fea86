"""`python -m settlement`."""

from settlement.main import main

main()
