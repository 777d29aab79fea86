"""Copies of employers' files: the template, the file with its bad cells marked, the file mended."""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from typing import IO
from uuid import UUID

from accounts.domain import Row
from accounts.handlers import list_files as handlers
from accounts.settings import Settings
from accounts.views import list_files as views
from accounts.work.bounded import LENGTH_BYTES, nothing, process
from accounts.work.list_files import bounds_of
from shared.messaging.unit import Context

COPIES_AT_A_TIME = 2
Typed = tuple[int, int | None, str]
"""Row from 1, column from 0 and the text; without a column the row is left out."""
_places = asyncio.Semaphore(COPIES_AT_A_TIME)


async def template(context: Context[Settings]) -> bytes:
    """Make the file that employers fill in."""
    async with process(bounds_of(context.settings), nothing(), "template") as making:
        return b"".join([block async for block in making.blocks()])


async def marked(context: Context[Settings], file_id: UUID) -> AsyncIterator[bytes]:
    """Write a file back with its bad cells marked, block by block."""
    given = _with_marks(context, file_id)
    async with _places, process(bounds_of(context.settings), given, "mark") as making:
        async for block in making.blocks():
            yield block


async def mended(
    context: Context[Settings], file_id: UUID, typed: Sequence[Typed], out: IO[bytes]
) -> None:
    """Write a file anew with what was typed in the stead of its cells; as it came else."""
    first = json.dumps(typed, ensure_ascii=False).encode()
    given = _with(context, file_id, first)
    async with _places, process(bounds_of(context.settings), given, "mend") as making:
        async for block in making.blocks():
            out.write(block)


async def _with_marks(context: Context[Settings], file_id: UUID) -> AsyncIterator[bytes]:
    rows = await views.marks(context.pool, file_id)
    async for piece in _with(context, file_id, await asyncio.to_thread(_marks, rows)):
        yield piece


async def _with(context: Context[Settings], file_id: UUID, first: bytes) -> AsyncIterator[bytes]:
    yield len(first).to_bytes(LENGTH_BYTES, "big")
    yield first
    async for piece in handlers.pieces(context, file_id):
        yield piece


def _marks(rows: Sequence[Row]) -> bytes:
    marks = [
        (
            row["row_number"],
            row["column_index"],
            f"{row['reason']}，{row['allowed']}（{row['rule']}）",
        )
        for row in rows
    ]
    return json.dumps(marks, ensure_ascii=False).encode()
