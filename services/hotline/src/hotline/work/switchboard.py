"""The switchboard (话务台): who waits in which order, which agent is free, who speaks with whom."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from uuid import UUID

from hotline.domain import AgentState
from hotline.media.recording import AGENT, CALLER, Recorder
from hotline.rules import queueing
from hotline.store.calls import Call
from hotline.work.stream import Stream, bridge, part


class Parted(StrEnum):
    """Why two who spoke do so no more."""

    AGENT = "agent"
    """The agent has ended the call."""
    CALLER = "caller"
    """The caller has hung up."""
    LOST = "lost"
    """The agent's line has died."""


@dataclass(eq=False)
class Waiting:
    """A caller who waits for an agent."""

    call: Call
    stream: Stream
    since: float
    """By the loop's clock."""
    returned: bool = False
    """An agent's line died in mid-call: is the next one."""
    offered: bool = False
    """An agent is asked to answer it."""
    recorder: Recorder | None = None
    """Where the call is recorded."""
    connected: asyncio.Event = field(default_factory=asyncio.Event)
    talk: "Talk | None" = None

    @property
    def rank(self) -> tuple[bool, float]:
        """The smallest is the next one."""
        return not self.returned, self.since


@dataclass(eq=False)
class Seat:
    """An agent's standing call (坐席)."""

    identity_id: UUID
    line_id: UUID
    stream: Stream
    state: AgentState
    since: float
    """Since when in this state; the one who has been free longest is the next one."""
    offers: asyncio.Queue[Waiting] = field(default_factory=lambda: asyncio.Queue(1))
    asked: bool = False
    """Is asked to answer, or speaks."""


@dataclass(eq=False)
class Talk:
    """A caller and an agent who hear each other."""

    waiting: Waiting
    seat: Seat
    began: float
    parted: asyncio.Future[Parted]

    def end(self, why: Parted) -> None:
        """They hear each other no more; the first reason counts."""
        if not self.parted.done():
            part(self.waiting.stream, self.seat.stream)
            if self.waiting.recorder is not None:
                self.waiting.recorder.rest()
            self.parted.set_result(why)


class Switchboard:
    """Callers and agents of this process."""

    def __init__(self) -> None:
        self._waiting: list[Waiting] = []
        self._seats: dict[UUID, Seat] = {}
        self._lasted: list[float] = []

    @property
    def on_duty(self) -> int:
        """Agents who answer, now or soon."""
        return sum(seat.state is not AgentState.AWAY for seat in self._seats.values())

    @property
    def seats(self) -> Sequence[Seat]:
        """Agents on the line."""
        return tuple(self._seats.values())

    # Callers.

    def join(self, waiting: Waiting) -> None:
        """Let a caller wait."""
        self._waiting.append(waiting)
        self._match()

    def leave(self, waiting: Waiting) -> None:
        """A caller waits no more, and speaks no more."""
        with suppress(ValueError):
            self._waiting.remove(waiting)
        if waiting.talk is not None:
            waiting.talk.end(Parted.CALLER)

    def back(self, waiting: Waiting) -> None:
        """An agent's line died: the caller is the next one."""
        waiting.returned, waiting.talk = True, None
        waiting.connected.clear()
        self.join(waiting)

    def is_waiting(self, waiting: Waiting) -> bool:
        """Whether a caller still waits."""
        return waiting in self._waiting

    def ahead(self, waiting: Waiting) -> int:
        """How many are before a caller."""
        return sum(one.rank < waiting.rank for one in self._waiting)

    def wait_seconds(self, waiting: Waiting) -> float:
        """How long the caller will wait, more or less; somebody is on duty."""
        typical = queueing.typical_seconds(self._lasted)
        return queueing.wait_seconds(self.ahead(waiting), self.on_duty, typical)

    # Agents.

    def sit(self, seat: Seat) -> Seat | None:
        """Let an agent answer; returns the agent's earlier seat, whose line is no longer the agent's."""
        former = self._seats.get(seat.identity_id)
        self._seats[seat.identity_id] = seat
        self._match()
        return former

    def stand_up(self, seat: Seat) -> None:
        """An agent's line is over; who was offered waits on."""
        if self._seats.get(seat.identity_id) is seat:
            del self._seats[seat.identity_id]
        while not seat.offers.empty():
            seat.offers.get_nowait().offered = False
        self._match()

    def turn(self, seat: Seat, state: AgentState) -> None:
        """An agent is in another state."""
        if seat.state is not state:
            seat.state, seat.since = state, asyncio.get_running_loop().time()
        self._match()

    def answered(self, waiting: Waiting, seat: Seat) -> Talk:
        """Let the two hear each other."""
        loop = asyncio.get_running_loop()
        self._waiting.remove(waiting)
        waiting.offered = False
        talk = Talk(waiting, seat, loop.time(), loop.create_future())
        waiting.talk = talk
        bridge(waiting.stream, seat.stream)
        if (recorder := waiting.recorder) is not None:
            waiting.stream.tap = partial(recorder.hear, AGENT)
            seat.stream.tap = partial(recorder.hear, CALLER)
        waiting.connected.set()
        return talk

    def released(self, waiting: Waiting, seat: Seat) -> None:
        """An offer came to nothing: the caller waits on, the agent may be asked again."""
        waiting.offered, seat.asked = False, False
        self._match()

    def lasted(self, talk: Talk) -> None:
        """Remember how long a call took, and let the agent be asked again."""
        self._lasted = [*self._lasted, asyncio.get_running_loop().time() - talk.began][
            -queueing.REMEMBERED :
        ]
        talk.seat.asked = False
        self._match()

    def _match(self) -> None:
        """Offer whoever is next to whoever has been free longest."""
        waiting = sorted(
            (one for one in self._waiting if not one.offered), key=lambda one: one.rank
        )
        free = sorted(
            (
                seat
                for seat in self._seats.values()
                if seat.state is AgentState.FREE and not seat.asked
            ),
            key=lambda seat: seat.since,
        )
        for caller, seat in zip(waiting, free, strict=False):
            caller.offered = seat.asked = True
            seat.offers.put_nowait(caller)
