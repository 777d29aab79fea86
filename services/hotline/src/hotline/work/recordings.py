"""Pieces of recordings on their way to the database: nobody who speaks waits for it."""

import asyncio
from typing import Final
from uuid import UUID

import asyncpg

from hotline import metrics
from hotline.handlers import recordings
from hotline.media.recording import Recorder
from hotline.settings import Settings
from hotline.store.calls import Call
from hotline.store.recordings import Piece
from shared.base.db import named
from shared.base.telemetry import get_logger
from shared.messaging.unit import Context, Unit

LAST_WORD_SECONDS: Final = 30.0
"""How long the end of a process waits for pieces."""

log = get_logger()


class Recordings:
    """Records calls of this process, where that is to be."""

    def __init__(self, context: Context[Settings]) -> None:
        self._context = context
        self._writing: dict[UUID, asyncio.Task[None]] = {}

    @property
    def wanted(self) -> bool:
        """Whether calls with agents are recorded, unless the caller refuses it."""
        return self._context.settings.recording

    def recorder(self, call: Call) -> Recorder:
        """Make what takes a call down."""
        recorder = Recorder(lambda: self._ready(call, recorder))
        return recorder

    async def settle(self) -> None:
        """Wait until everything is kept, but not for ever."""
        if self._writing:
            await asyncio.wait(self._writing.values(), timeout=LAST_WORD_SECONDS)

    def _ready(self, call: Call, recorder: Recorder) -> None:
        if call.call_id not in self._writing:
            task = asyncio.create_task(self._write(call, recorder))
            self._writing[call.call_id] = task
            task.add_done_callback(lambda _: self._writing.pop(call.call_id, None))

    async def _write(self, call: Call, recorder: Recorder) -> None:
        """Keep what is there, in order; a piece that the database refuses is lost, and counted."""
        while recorder.pieces:
            position, piece = recorder.pieces.popleft()
            data = self._context.personal_data
            sealed = await recordings.sealed(data, call.call_id, position, piece)
            try:
                await self._keep(call, sealed)
            except asyncpg.PostgresError as error:
                metrics.PIECES_LOST.inc()
                log.error("a piece of a recording is lost", position=position, error=named(error))

    async def _keep(self, call: Call, piece: Piece) -> None:
        async def add(unit: Unit) -> None:
            await recordings.add(unit, call, piece)

        await self._context.transact(add, patient=True)
