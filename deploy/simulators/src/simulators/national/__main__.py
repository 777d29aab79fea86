"""`python -m simulators.national`: the platform and its control on one port."""

import logging

import uvloop

from simulators.national.app import National, app_of
from simulators.national.settings import NationalSettings
from simulators.serving import serve_app


async def serve(settings: NationalSettings) -> None:
    """Run until a signal."""
    national = National(settings)
    try:
        await serve_app(app_of(national), settings.host, settings.port)
    finally:
        await national.close()


def main() -> None:
    """Start the simulator from NATIONALSIM_* in the environment."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    uvloop.run(serve(NationalSettings()))


if __name__ == "__main__":
    main()
