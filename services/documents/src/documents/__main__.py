"""`python -m documents` is the command `documents`."""

from documents.cli import main

# A worker of the press imports this module too, and must not start a second service.
if __name__ == "__main__":
    main()
