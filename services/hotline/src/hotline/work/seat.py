"""An agent's standing call: proved by a code, then caller after caller, as long as the line lives."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Protocol
from uuid import UUID

from hotline import metrics
from hotline.domain import AgentState, CallState
from hotline.handlers.agents import CODE_DIGITS
from hotline.rules.menu import SILENCE_SECONDS
from hotline.rules.phrases import Phrase
from hotline.store.calls import Call
from hotline.work.handset import Handset
from hotline.work.stream import Stream
from hotline.work.switchboard import Parted, Seat, Switchboard, Talk, Waiting

TRIES: Final = 3
FAILURES_A_MINUTE: Final = 10
"""Codes that are none, at all agents' lines: further ones are not listened to for a while."""
MINUTE_SECONDS: Final = 60.0
ANSWER_KEY: Final = "1"
END_KEY: Final = "*"
ENDS: Final = 2
"""Times that it is pressed in a row: one may be a slip."""
END_SECONDS: Final = 3.0


class Books(Protocol):
    """Whoever writes down what agents do: `hotline.work.telephone`."""

    async def sit_down(self, digits: str, line_id: UUID) -> UUID | None:
        """Take a line for an agent's; None for no code of anybody's, or where the books are away."""

    async def take(self, call: Call, line_id: UUID) -> None:
        """Keep that a call was answered."""

    async def part(self, call_id: UUID, line_id: UUID) -> None:
        """Keep that they speak no more."""

    async def leave_chair(self, line_id: UUID) -> None:
        """Keep that nobody answers at a line."""


class Failures:
    """Codes that were none, of the last minute, at all lines."""

    def __init__(self) -> None:
        self._at: deque[float] = deque(maxlen=FAILURES_A_MINUTE)

    def add(self, now: float) -> None:
        """Count one."""
        self._at.append(now)

    def too_many(self, now: float) -> bool:
        """Whether codes are not listened to for a while."""
        return len(self._at) == FAILURES_A_MINUTE and now - self._at[0] < MINUTE_SECONDS


@dataclass(frozen=True)
class Telephoned:
    """The telephone that called to stand by."""

    line_id: UUID
    stream: Stream
    ears: Handset


@dataclass(frozen=True)
class Means:
    """What a line needs of the telephone."""

    shut: Callable[[Seat], None]
    """Ends the agent's earlier line."""
    now: Callable[[], datetime]
    answer_seconds: float
    """An agent who does not answer for so long is away."""


class Standing:
    """One agent's line, from its code to its end."""

    def __init__(
        self,
        telephone: Telephoned,
        board: Switchboard,
        books: Books,
        failures: Failures,
        means: Means,
    ) -> None:
        self._line_id, self._stream, self._ears = (
            telephone.line_id,
            telephone.stream,
            telephone.ears,
        )
        self._board, self._books, self._failures, self._means = board, books, failures, means

    async def run(self) -> None:
        """Prove it, then answer callers until the line is over."""
        identity_id = await self._prove()
        if identity_id is None:
            return
        loop = asyncio.get_running_loop()
        seat = Seat(identity_id, self._line_id, self._stream, AgentState.FREE, loop.time())
        if (former := self._board.sit(seat)) is not None:
            self._means.shut(former)
        try:
            await self._ears.tell((Phrase.AGENT_READY,))
            while True:
                await self._serve(seat, await seat.offers.get())
        finally:
            self._board.stand_up(seat)

    async def _prove(self) -> UUID | None:
        """Take the agent's code, three times at the most."""
        loop = asyncio.get_running_loop()
        before: tuple[str, ...] = ()
        for _ in range(TRIES):
            if self._failures.too_many(loop.time()):
                break
            prompts = (*before, Phrase.AGENT_CODE)
            digits = await self._ears.ask_keys(prompts, CODE_DIGITS, SILENCE_SECONDS)
            if digits and (found := await self._books.sit_down(digits, self._line_id)) is not None:
                return found
            self._failures.add(loop.time())
            metrics.PROOFS_FAILED.labels("agent").inc()
            before = (Phrase.AGENT_UNKNOWN,)
        await self._ears.tell((Phrase.AGENT_UNKNOWN, Phrase.GOODBYE))
        return None

    async def _serve(self, seat: Seat, waiting: Waiting) -> None:
        """Answer a caller, if the agent is there and the caller still is."""
        try:
            answers = await self._answers()
        except BaseException:
            self._board.released(waiting, seat)
            raise
        if not self._board.is_waiting(waiting):
            await self._ears.tell((Phrase.CALLER_GONE,))
            self._board.released(waiting, seat)
        elif not answers:
            self._board.turn(seat, AgentState.AWAY)
            await self._books.leave_chair(seat.line_id)
            self._board.released(waiting, seat)
            await self._ears.tell((Phrase.AGENT_AWAY,))
        else:
            await self._talk(seat, waiting)

    async def _answers(self) -> bool:
        """Ask the agent to answer; False where nobody is there."""
        while True:
            self._ears.forget_keys()
            key = await self._ears.ask((Phrase.AGENT_OFFERED,), self._means.answer_seconds)
            if key in {None, ANSWER_KEY}:
                return key is not None

    async def _talk(self, seat: Seat, waiting: Waiting) -> None:
        talk = self._board.answered(waiting, seat)
        self._board.turn(seat, AgentState.BUSY)
        call, now = waiting.call, self._means.now()
        call.state, call.answered_by = CallState.AGENT, seat.identity_id
        call.answered_at = call.answered_at or now
        kept = asyncio.create_task(self._books.take(replace(call), seat.line_id))
        try:
            await self._until_over(talk)
        except BaseException:
            talk.end(Parted.LOST)
            raise
        finally:
            await asyncio.shield(kept)
            self._board.lasted(talk)
        await self._books.part(call.call_id, seat.line_id)
        why = talk.parted.result()
        said = Phrase.CALL_OVER if why is Parted.AGENT else Phrase.CALLER_GONE
        self._ears.forget_keys()
        await self._ears.tell((said,))

    async def _until_over(self, talk: Talk) -> None:
        """Wait until the caller hangs up, or the agent ends it."""
        ending = asyncio.create_task(self._end(talk))
        try:
            await asyncio.shield(talk.parted)
        finally:
            ending.cancel()

    async def _end(self, talk: Talk) -> None:
        """End the call when the key for it was pressed, so many times in a row."""
        pressed = 0
        while pressed < ENDS:
            key = await self._ears.next_key(END_SECONDS if pressed else None)
            pressed = pressed + 1 if key == END_KEY else 0
        talk.end(Parted.AGENT)
