"""`python -m simulators.registers`: the registers and their control on one port."""

import logging

import uvloop

from simulators.registers.app import Registers, app_of
from simulators.registers.settings import RegistersSettings
from simulators.serving import serve_app


async def serve(settings: RegistersSettings) -> None:
    """Run until a signal."""
    registers = Registers(settings)
    try:
        await serve_app(app_of(registers), settings.host, settings.port)
    finally:
        registers.book.close()


def main() -> None:
    """Start the simulator from REGISTERS_* in the environment."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    uvloop.run(serve(RegistersSettings()))


if __name__ == "__main__":
    main()
