"""`python -m simulators.smsc`: the SMSC on one port, its control and page on another."""

import logging

import uvloop

from simulators.serving import serve_app
from simulators.smsc.centre import Centre
from simulators.smsc.control import control_app
from simulators.smsc.settings import SmscSettings


async def serve(settings: SmscSettings) -> None:
    """Run until a signal."""
    centre = Centre(settings)
    async with centre.running():
        await serve_app(control_app(centre), settings.host, settings.control_port)


def main() -> None:
    """Start the simulator from SMSC_* in the environment."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    uvloop.run(serve(SmscSettings()))


if __name__ == "__main__":
    main()
