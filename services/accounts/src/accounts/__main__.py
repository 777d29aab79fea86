"""Run the service: `python -m accounts`."""

from accounts.main import main

main()
