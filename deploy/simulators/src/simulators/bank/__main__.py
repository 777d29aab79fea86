"""`python -m simulators.bank`: the bank link on one port, its control and page on another."""

import asyncio
import logging
import signal

import uvloop

from simulators.bank.bank import Bank
from simulators.bank.control import control_app
from simulators.bank.link import link_app
from simulators.bank.server import listening
from simulators.bank.settings import BankSettings


async def serve(settings: BankSettings) -> None:
    """Run until SIGTERM or SIGINT."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    bank = Bank(settings)
    async with bank.working(), listening(bank, link_app(bank), control_app(bank)):
        await stop.wait()


def main() -> None:
    """Start the simulator from BANK_* in the environment."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    uvloop.run(serve(BankSettings()))


if __name__ == "__main__":
    main()
