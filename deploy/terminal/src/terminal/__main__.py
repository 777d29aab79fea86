"""`python -m terminal`: the helper of a self-service terminal, until it is told to stop."""

import logging

import uvicorn

from terminal.app import app_of
from terminal.settings import LOOPBACK, Settings


def main() -> None:
    """Start it from TERMINAL_* in the environment; its log names nobody."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s %(message)s")
    settings = Settings()
    uvicorn.run(
        app_of(settings), host=LOOPBACK, port=settings.port, log_level="warning", access_log=False
    )


if __name__ == "__main__":
    main()
