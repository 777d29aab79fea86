"""`python -m local <command>`: what make and compose call."""

import asyncio
import contextlib
import ctypes
import os
import shutil
import signal
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import psutil

from local import dashboards, launch, production, schema
from local.console import say
from local.errors import CannotStart
from local.folder import RunFolder
from local.platform import provided
from local.processes import end_leftovers

PR_SET_PDEATHSIG = 1
STOP_SECONDS = 60.0
SAME_REQUEST_SECONDS = 1.0
"""make passes SIGTERM on to us, who got it already: one request, two signals."""


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


async def prepare(folder: RunFolder) -> None:
    """Make databases, roles, users and queues on servers given by URL; compose does so before it starts."""
    if not (os.environ.get("POSTGRES_URL") and os.environ.get("BROKER_URL")):
        raise CannotStart("Give POSTGRES_URL and BROKER_URL (and BROKER_MANAGEMENT_URL).")
    async with provided(folder) as platform:
        await production.prepare(platform)


async def secrets_for_production(folder: RunFolder) -> None:
    """Write fresh secrets for deploy/compose.yaml into `deploy/production`."""
    say(str(production.write(folder.path.parent / "deploy" / "production")))


COMMANDS: dict[str, Callable[[RunFolder], Coroutine[Any, Any, None]]] = {
    "run": launch.run,
    "demo": launch.demo,
    "trace": launch.trace,
    "servers": servers,
    "clean": clean,
    "prepare": prepare,
    "production": secrets_for_production,
    "schema": schema.write,
    "dashboards": dashboards.write,
}


async def _until_told_to_stop(command: Coroutine[Any, Any, None]) -> int:
    """Run a command; the first signal ends it in order, a second one at once."""
    task = asyncio.create_task(command)
    loop = asyncio.get_running_loop()

    first_told: list[float] = []

    def stop() -> None:
        if not first_told:
            first_told.append(loop.time())
            task.cancel()
        elif loop.time() - first_told[0] > SAME_REQUEST_SECONDS:
            os._exit(130)

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:
            loop.add_signal_handler(number, stop)
    try:
        await task
    except asyncio.CancelledError:
        return 0
    except CannotStart as reason:
        sys.stderr.write(f"{reason}\n")
        return 1
    return 0


def _end_with_make() -> None:
    """Be told when make is killed, which can tell nobody any more."""
    if os.environ.get("MAKELEVEL"):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def main() -> int:
    """Run the command named on the command line."""
    name = sys.argv[1] if len(sys.argv) == 2 else ""
    if name not in COMMANDS:
        sys.stderr.write(f"usage: python -m local {' | '.join(COMMANDS)}\n")
        return 2
    _end_with_make()
    folder = RunFolder(Path.cwd() / ".run")
    return asyncio.run(_until_told_to_stop(COMMANDS[name](folder)))


if __name__ == "__main__":
    sys.exit(main())
