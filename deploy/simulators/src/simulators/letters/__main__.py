"""`python -m simulators.letters`: the transfer platform on one port, its control on another."""

import logging

import uvloop

from simulators.letters.app import control_app
from simulators.letters.platform import Platform
from simulators.letters.settings import LetterSettings
from simulators.serving import serve_app


async def serve(settings: LetterSettings) -> None:
    """Run until a signal."""
    platform = Platform(settings)
    async with platform.running():
        await serve_app(control_app(platform), settings.host, settings.control_port)


def main() -> None:
    """Start the simulator from LETTERSIM_* in the environment."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    uvloop.run(serve(LetterSettings()))


if __name__ == "__main__":
    main()
