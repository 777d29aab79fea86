"""One turn of reading a file: what becomes of it when its reader is killed, slow or overtaken.

Whoever reads holds a lease; who finds a reader gone begins the file anew, a few times.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from shared.base.bounded import ProcessEnded
from shared.base.telemetry import get_logger

KILLED = -9
ATTEMPTS_MAX = 3
"""A file whose readers came to nothing so often is not tried again."""

log = get_logger()


class Overtaken(Exception):
    """Somebody else reads the file by now."""


class CannotRead(Exception):
    """The file cannot be read; its words say why and what helps, Chinese."""


@dataclass(frozen=True)
class Turn:
    """A file in the hand of one reader."""

    file_id: str
    """For the log."""
    attempt: int
    """From 1."""
    broken: str
    """What is told where it cannot be read within its bounds, Chinese."""
    read: Callable[[], Awaitable[None]]
    give_up: Callable[[str], Awaitable[None]]
    """Keep that it cannot be read, and why."""
    hand_back: Callable[[], Awaitable[None]]
    """Let it be read by whoever comes next."""


async def take(turn: Turn, patience_seconds: float) -> None:
    """Read it, give it up, or hand it back."""
    if turn.attempt > ATTEMPTS_MAX:
        await turn.give_up(turn.broken)
        return
    patience = asyncio.timeout(patience_seconds)
    try:
        async with patience:
            await turn.read()
    except CannotRead as why:
        await turn.give_up(str(why))
    except Overtaken:
        log.warning("file read by somebody else", file_id=turn.file_id)
    except ProcessEnded as ended:
        log.warning("file not read", file_id=turn.file_id, code=ended.code)
        if ended.code == KILLED and turn.attempt < ATTEMPTS_MAX:
            await turn.hand_back()
        else:
            await turn.give_up(turn.broken)
    except TimeoutError:
        if not patience.expired():
            raise
        log.warning("file not read in time", file_id=turn.file_id)
        await turn.give_up(turn.broken)
