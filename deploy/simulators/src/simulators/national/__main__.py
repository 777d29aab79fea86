"""`python -m simulators.national`: the platform and its control on one port."""

import logging

import uvicorn
import uvloop

from simulators.national.app import National, app_of
from simulators.national.settings import NationalSettings


async def serve(settings: NationalSettings) -> None:
    """Run until a signal; uvicorn handles SIGTERM and SIGINT."""
    national = National(settings)
    try:
        config = uvicorn.Config(
            app_of(national),
            host=settings.host,
            port=settings.port,
            log_level="warning",
            access_log=False,
        )
        await uvicorn.Server(config).serve()
    finally:
        await national.close()


def main() -> None:
    """Start the simulator from NATIONALSIM_* in the environment."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    uvloop.run(serve(NationalSettings()))


if __name__ == "__main__":
    main()
