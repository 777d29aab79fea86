"""`python -m simulators.devices`: the printer with its control on one port, the reader on its line."""

import asyncio
import contextlib
import logging

import uvloop

from simulators.devices.app import app_of
from simulators.devices.printer import Printer
from simulators.devices.reader import Reader
from simulators.devices.settings import DevicesSettings
from simulators.serving import serve_app


async def serve(settings: DevicesSettings) -> None:
    """Run until a signal."""
    printer = Printer()
    printing = asyncio.create_task(printer.run())
    with Reader(settings.reader_path) as reader:
        await serve_app(app_of(printer, reader), settings.host, settings.port)
    printing.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await printing


def main() -> None:
    """Start the simulator from DEVICES_* in the environment."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    uvloop.run(serve(DevicesSettings()))


if __name__ == "__main__":
    main()
