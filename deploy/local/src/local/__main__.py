"""`python -m local servers | clean`: the two servers alone, and the end of whatever was started."""

import asyncio
import contextlib
import shutil
import sys

import psutil

from local.command import main
from local.console import say
from local.folder import RunFolder
from local.platform import provided
from local.processes import end_leftovers

STOP_SECONDS = 60.0


async def servers(folder: RunFolder) -> None:
    """Provide PostgreSQL and RabbitMQ only, print their URLs as shell assignments, and stay up."""
    with folder.locked():
        await asyncio.to_thread(end_leftovers, folder)
        async with provided(folder) as platform:
            say(f"POSTGRES_URL={platform.postgres.url}")
            say(f"BROKER_URL={platform.rabbitmq.url}")
            say(f"BROKER_MANAGEMENT_URL={platform.rabbitmq.management_url}")
            await asyncio.Event().wait()


async def clean(folder: RunFolder) -> None:
    """Stop whoever runs from this folder, end what was left, and remove the folder."""
    owner = folder.owner()
    if owner is not None:
        with contextlib.suppress(psutil.NoSuchProcess):
            process = psutil.Process(owner)
            process.terminate()
            await asyncio.to_thread(process.wait, STOP_SECONDS)
    await asyncio.to_thread(end_leftovers, folder)
    await asyncio.to_thread(shutil.rmtree, folder.path, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main("local", {"servers": servers, "clean": clean}))
