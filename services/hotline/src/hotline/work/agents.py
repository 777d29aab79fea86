"""Agents' lines in the books: kept as they go, and what the books say of agents brought to their lines."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar
from uuid import UUID

from hotline.handlers import agents
from hotline.settings import Settings
from hotline.store.calls import Call
from hotline.work.switchboard import Seat, Switchboard
from shared.base.db import DATABASE_AWAY, named
from shared.base.resilience import attempt, every
from shared.base.telemetry import get_logger
from shared.messaging.unit import Context, Unit

LOOK_SECONDS: Final = 1.0
"""How soon a line knows what its agent has said on the desk."""
LAST_WORD_SECONDS: Final = 30.0
T = TypeVar("T")

log = get_logger()


class Agents:
    """Writes down what agents do at their telephones; `hotline.work.seat` tells it."""

    def __init__(
        self,
        context: Context[Settings],
        board: Switchboard,
        instance: str,
        shut: Callable[[Seat], None],
    ) -> None:
        """`shut` ends a line that is not its agent's any more."""
        self._context, self._board = context, board
        self._instance, self._shut = instance, shut

    async def sit_down(self, digits: str, line_id: UUID) -> UUID | None:
        """Take a line for an agent's; None for no code of anybody's, or where the books are away."""
        return await self._kept(lambda unit: agents.sit_down(unit, digits, line_id, self._instance))

    async def take(self, call: Call, line_id: UUID) -> None:
        """Keep that a call was answered."""
        await self._kept(lambda unit: agents.take(unit, call, line_id))

    async def part(self, call_id: UUID, line_id: UUID) -> None:
        """Keep that they speak no more."""
        await self._kept(lambda unit: agents.part(unit, call_id, line_id))

    async def leave_chair(self, line_id: UUID) -> None:
        """Keep that nobody answers at a line."""
        await self._kept(lambda unit: agents.leave_chair(unit, line_id))

    async def stand_up(self, line_id: UUID) -> None:
        """Keep that a line is over, as soon as the books are there; the next start does it else."""

        async def keep() -> None:
            await self._context.transact(lambda unit: agents.stand_up(unit, line_id))

        try:
            async with asyncio.timeout(LAST_WORD_SECONDS):
                await attempt(keep, patient=True)
        except TimeoutError:
            log.error("the end of an agent's line was not written down", line_id=str(line_id))

    async def watch(self, stop: asyncio.Event) -> None:
        """Bring what agents say on the desk to their lines, until `stop`."""
        await every(LOOK_SECONDS, self._look, stop, name="look how agents stand")

    async def _look(self) -> None:
        if not self._board.seats:
            return
        seconds, asked_at = (
            self._context.settings.after_call_seconds,
            asyncio.get_running_loop().time(),
        )
        found = await self._context.transact(
            lambda unit: agents.standing(unit, self._instance, seconds)
        )
        for seat in self._board.seats:
            standing = found.get(seat.identity_id)
            if standing is None or standing.line_id != seat.line_id or standing.shut_out:
                self._shut(seat)
            elif not seat.asked and seat.since < asked_at:
                self._board.turn(seat, standing.state)

    async def _kept(self, work: Callable[[Unit[Settings]], Awaitable[T]]) -> T | None:
        """Write it down; nobody who speaks waits for a database that is away."""
        try:
            return await self._context.transact(work)
        except DATABASE_AWAY as error:
            log.warning("what an agent did is not written down", error=named(error))
            return None
