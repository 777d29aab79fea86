"""`make run` and `make demo`: a system with a city in it, and withdrawals before your eyes."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from city.demonstration import CHECKED_TYPES, show_all, show_one
from city.seed import CAST_FILE, SEEDED_FILE, seed
from city.seed.office import STAFF_FILE
from city.trying import lay_out
from local.console import phase, say, say_addresses
from local.environments import HOTLINE_DEVICE_FILE
from local.folder import RunFolder
from local.launch import city_of, started
from local.system import System
from watch import prometheus

OF_THE_CITY = (SEEDED_FILE, CAST_FILE, STAFF_FILE, HOTLINE_DEVICE_FILE)


ASKS_CREDIT = {
    "CREDIT_CHECK_KINDS": json.dumps(CHECKED_TYPES),
    "CREDIT_CHECK_FROM_FEN": "0",
}
"""What is shown asks 信用德州 in each withdrawal of types 2 to 4; of itself no withdrawal does (R-CRD-3)."""


async def run(folder: RunFolder) -> None:
    """Start everything, show a withdrawal, and stay up until told to stop."""
    async with living(folder, ASKS_CREDIT) as system:
        await show_one(system.city, folder)
        await show_one(system.city, folder, CHECKED_TYPES[0])
        say_addresses(system.city)
        await lay_out(system.city, folder)
        say("Ctrl-C stops everything that was started.")
        await asyncio.Event().wait()


@asynccontextmanager
async def living(
    folder: RunFolder, extra: Mapping[str, str] | None = None
) -> AsyncIterator[System]:
    """Start everything and seed the city; stop it when the block is left."""
    async with started(folder, extra, forget_with_databases=OF_THE_CITY) as system:
        prometheus.configure(system.city)
        with phase("City") as note:
            note.text = await seed(system.city, folder)
        yield system


async def demo(folder: RunFolder) -> None:
    """Show all types and all refusals in the system that runs from this folder."""
    await show_all(city_of(folder), folder)
