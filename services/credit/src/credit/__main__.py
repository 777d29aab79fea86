"""`python -m credit` is the command `credit`."""

from credit.cli import main

if __name__ == "__main__":
    main()
