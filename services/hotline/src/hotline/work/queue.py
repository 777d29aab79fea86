"""A caller on the way to an agent: waits, is told where and how long, speaks, waits again if a line dies."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from enum import StrEnum
from typing import Final

from hotline.domain import CallState
from hotline.rules import queueing
from hotline.rules.menu import Key
from hotline.rules.phrases import Phrase
from hotline.store.calls import Call
from hotline.work.handset import Handset
from hotline.work.recordings import Recordings
from hotline.work.stream import Stream
from hotline.work.switchboard import Parted, Switchboard, Waiting

CALL_BACK_KEY: Final = "1"
REFUSE_KEY: Final = "2"
REFUSE_SECONDS: Final = 3.0


class Spoken(StrEnum):
    """What became of wanting an agent."""

    SERVED = "served"
    """Spoke with one, who has ended the call."""
    BACK = "back"
    """Wants the menu again."""
    CALL_BACK = "call_back"
    """Wants to be called back instead."""
    NOBODY = "nobody"
    """No agent is on duty (any more)."""


Keep = Callable[[Call], Awaitable[None]]
"""Writes a call down; does not wait for a database that is away."""
Now = Callable[[], datetime]


class Queue:
    """One caller's way to an agent."""

    def __init__(
        self,
        board: Switchboard,
        stream: Stream,
        ears: Handset,
        recordings: Recordings,
        *,
        keep: Keep,
        now: Now,
        most: float,
    ) -> None:
        """`most`: whoever waits longer, or would, is offered to be called back; seconds."""
        self._board, self._stream, self._ears = board, stream, ears
        self._recordings = recordings
        self._keep, self._now, self._most = keep, now, most

    @property
    def on_duty(self) -> bool:
        """Whether anybody answers."""
        return self._board.on_duty > 0

    async def speak(self, call: Call) -> Spoken:
        """Wait for an agent and speak, until there is nothing more to be said."""
        await self._announce_recording(call)
        await self._ears.tell((Phrase.CONNECTING,))
        waiting = Waiting(call, self._stream, asyncio.get_running_loop().time())
        waiting.recorder = self._recordings.recorder(call) if call.recording_agreed else None
        call.state, call.queued_at = CallState.QUEUED, call.queued_at or self._now()
        self._board.join(waiting)
        try:
            await self._keep(call)
            while True:
                if (left := await self._wait(waiting)) is not None:
                    return await self._left(call, left)
                if await self._talk(waiting) is Parted.AGENT:
                    return Spoken.SERVED
                call.state = CallState.QUEUED
                self._board.back(waiting)
                await self._keep(call)
                await self._ears.tell((Phrase.AGENT_LOST,))
        finally:
            self._board.leave(waiting)

    async def _announce_recording(self, call: Call) -> None:
        """Say that the call is recorded, once a call, and take a no for a no (个人信息保护法 art. 14)."""
        if not self._recordings.wanted or call.recording_agreed is not None:
            return
        key = await self._ears.ask((Phrase.RECORDED,), REFUSE_SECONDS)
        call.recording_agreed = key != REFUSE_KEY
        if not call.recording_agreed:
            await self._ears.tell((Phrase.NOT_RECORDED,))

    async def _left(self, call: Call, why: Spoken) -> Spoken:
        call.state = CallState.MENU
        await self._keep(call)
        return why

    async def _wait(self, waiting: Waiting) -> Spoken | None:
        """Wait to be connected; else say why the caller does not wait any more."""
        while not waiting.connected.is_set():
            if not self.on_duty:
                return Spoken.NOBODY
            offered = self._offers_call_back(waiting)
            key = await self._key(waiting, self._told(waiting, call_back=offered))
            if key == Key.BACK:
                return Spoken.BACK
            if key == CALL_BACK_KEY and offered:
                return Spoken.CALL_BACK
        return None

    def _offers_call_back(self, waiting: Waiting) -> bool:
        so_far = asyncio.get_running_loop().time() - waiting.since
        return max(so_far, self._board.wait_seconds(waiting)) > self._most

    def _told(self, waiting: Waiting, *, call_back: bool) -> tuple[str, ...]:
        seconds = self._board.wait_seconds(waiting)
        return queueing.announced(self._board.ahead(waiting), seconds, call_back=call_back)

    async def _key(self, waiting: Waiting, prompts: tuple[str, ...]) -> str | None:
        """Tell it, and wait for a key or an agent, whichever comes first."""
        asking = asyncio.create_task(self._ears.ask(prompts, queueing.TELL_SECONDS))
        connected = asyncio.create_task(waiting.connected.wait())
        try:
            await asyncio.wait({asking, connected}, return_when=asyncio.FIRST_COMPLETED)
            return asking.result() if asking.done() and not waiting.connected.is_set() else None
        finally:
            for one in (asking, connected):
                one.cancel()
            await asyncio.gather(asking, connected, return_exceptions=True)

    async def _talk(self, waiting: Waiting) -> Parted:
        assert waiting.talk is not None, "they were connected"
        parted = await asyncio.shield(waiting.talk.parted)
        self._ears.forget_keys()
        return parted
