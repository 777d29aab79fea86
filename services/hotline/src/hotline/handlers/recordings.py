"""Recordings (录音): kept sealed while a call goes on, opened for whoever may hear them."""

import asyncio
import base64
from collections.abc import AsyncIterator
from dataclasses import replace
from uuid import UUID

from hotline.handlers import calls
from hotline.media.recording import linear, wav_header
from hotline.sealed import RECORDING
from hotline.store import recordings as store
from hotline.store.calls import Call
from hotline.store.recordings import Piece
from shared.base.db import Pool
from shared.messaging.unit import Unit
from shared.sealing.personal_data import PersonalData


async def sealed(data: PersonalData, call_id: UUID, position: int, piece: bytes) -> Piece:
    """Seal a piece to its place; nobody who speaks waits for that."""
    clear = base64.b64encode(piece).decode()
    text = await asyncio.to_thread(data.seal, clear, RECORDING, call_id, position)
    return Piece(position, text, len(piece))


async def add(unit: Unit, call: Call, piece: Piece) -> None:
    """Keep a sealed piece, and its call as it is while it goes on: nothing may be known of it yet."""
    if call.ended_at is None:
        await calls.keep(unit, replace(call))
    await store.add(unit.connection, call.call_id, piece, unit.clock.now())


async def wav(pool: Pool, data: PersonalData, call_id: UUID, length: int) -> AsyncIterator[bytes]:
    """A recording as a WAV file, a piece at a time."""
    yield wav_header(length)
    for position in await store.positions(pool, call_id):
        text = await store.piece(pool, call_id, position)
        clear = await asyncio.to_thread(data.open, text, RECORDING, call_id, position)
        yield await asyncio.to_thread(linear, base64.b64decode(clear))
