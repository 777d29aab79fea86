"""Files that are read after they came: one is claimed, read in its turn, and ended one way or another."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

from shared.base.claimed import Turn, take
from shared.base.db import Connection
from shared.messaging.unit import Context, Unit


class Claimed(Protocol):
    """A file that is being read, and by which of its readers."""

    @property
    def file_id(self) -> UUID:
        """Which file."""
        ...

    @property
    def attempt(self) -> int:
        """Which of its readers, from 1."""
        ...


Claim = TypeVar("Claim", bound=Claimed)


@dataclass(frozen=True)
class Reader(Generic[Claim]):
    """How files of a kind are read; `shared.base.claimed` says when each is called."""

    claim: Callable[[Connection, float], Awaitable[Claim | None]]
    """Take the next file for so many seconds, or none."""
    read: Callable[[Context[Any], Claim], Awaitable[None]]
    give_up: Callable[[Unit[Any], Claim, str], Awaitable[None]]
    hand_back: Callable[[Connection, Claim], Awaitable[None]]
    broken: str
    """What is told where a file cannot be read within its bounds, Chinese."""


async def read_next(
    context: Context[Any], reader: Reader[Claim], lease_seconds: float, patience_seconds: float
) -> bool:
    """Read one file, if any waits; True where there may be more."""
    async with context.unit() as unit:
        claim = await reader.claim(unit.connection, lease_seconds)
    if claim is None:
        return False

    async def give_up(why: str) -> None:
        async with context.unit() as unit:
            await reader.give_up(unit, claim, why)

    async def hand_back() -> None:
        async with context.unit() as unit:
            await reader.hand_back(unit.connection, claim)

    read = partial(reader.read, context, claim)
    turn = Turn(str(claim.file_id), claim.attempt, reader.broken, read, give_up, hand_back)
    await take(turn, patience_seconds)
    return True
