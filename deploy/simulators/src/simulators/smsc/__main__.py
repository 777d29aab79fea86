"""`python -m simulators.smsc`: the SMSC on one port, its control and page on another."""

import logging

import uvicorn
import uvloop

from simulators.smsc.centre import Centre
from simulators.smsc.control import control_app
from simulators.smsc.settings import SmscSettings


async def serve(settings: SmscSettings) -> None:
    """Run until a signal; uvicorn handles SIGTERM and SIGINT."""
    centre = Centre(settings)
    async with centre.running():
        config = uvicorn.Config(
            control_app(centre),
            host=settings.host,
            port=settings.control_port,
            log_level="warning",
            access_log=False,
        )
        await uvicorn.Server(config).serve()


def main() -> None:
    """Start the simulator from SMSC_* in the environment."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    uvloop.run(serve(SmscSettings()))


if __name__ == "__main__":
    main()
