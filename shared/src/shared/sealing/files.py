"""Files at rest: sealed in pieces, so that never more of one than a piece is in memory."""

import asyncio
import base64
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import IO
from uuid import UUID

from shared.sealing.personal_data import PersonalData

PIECE_BYTES = 192 * 1024


async def sealed_pieces(
    data: PersonalData, file: IO[bytes], column: str, file_id: UUID
) -> AsyncIterator[tuple[int, str]]:
    """Yield position (from 0) and sealed piece; each is bound to file and position."""
    position = 0
    while piece := file.read(PIECE_BYTES):
        clear = base64.b64encode(piece).decode()
        yield position, await asyncio.to_thread(data.seal, clear, column, file_id, position)
        position += 1


async def opened_pieces(
    data: PersonalData, column: str, file_id: UUID, piece: Callable[[int], Awaitable[str | None]]
) -> AsyncIterator[bytes]:
    """Open a file again; `piece` finds what is sealed at a position, None behind the last."""
    position = 0
    while (sealed := await piece(position)) is not None:
        clear = await asyncio.to_thread(data.open, sealed, column, file_id, position)
        yield base64.b64decode(clear)
        position += 1
