"""What the commands of deploy share: one argument, the folder of a run, an end in order on a signal."""

import asyncio
import ctypes
import os
import signal
import sys
from collections.abc import Callable, Coroutine, Mapping
from pathlib import Path
from typing import Any

from local.errors import CannotStart
from local.folder import RunFolder

PR_SET_PDEATHSIG = 1
SAME_REQUEST_SECONDS = 1.0
"""make passes SIGTERM on to us, who got it already: one request, two signals."""

Command = Callable[[RunFolder], Coroutine[Any, Any, None]]


def main(program: str, commands: Mapping[str, Command]) -> int:
    """Run the command named on the command line."""
    name = sys.argv[1] if len(sys.argv) == 2 else ""
    if name not in commands:
        sys.stderr.write(f"usage: python -m {program} {' | '.join(commands)}\n")
        return 2
    _end_with_make()
    folder = RunFolder(Path.cwd() / ".run")
    return asyncio.run(_until_told_to_stop(commands[name](folder)))


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
