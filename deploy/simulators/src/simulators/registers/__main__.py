"""`python -m simulators.registers`: the registers and their control on one port."""

import logging

import uvicorn
import uvloop

from simulators.registers.app import Registers, app_of
from simulators.registers.settings import RegistersSettings


async def serve(settings: RegistersSettings) -> None:
    """Run until a signal; uvicorn handles SIGTERM and SIGINT."""
    registers = Registers(settings)
    try:
        config = uvicorn.Config(
            app_of(registers),
            host=settings.host,
            port=settings.port,
            log_level="warning",
            access_log=False,
        )
        await uvicorn.Server(config).serve()
    finally:
        registers.book.close()


def main() -> None:
    """Start the simulator from REGISTERS_* in the environment."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    uvloop.run(serve(RegistersSettings()))


if __name__ == "__main__":
    main()
