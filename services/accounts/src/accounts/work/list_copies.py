"""What employers download: the template, and their file with its bad cells marked."""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from uuid import UUID

from accounts.domain import Row
from accounts.handlers import list_files as handlers
from accounts.settings import Settings
from accounts.views import list_files as views
from accounts.work.bounded import nothing, process
from accounts.work.list_files import bounds_of
from accounts.work.list_process import LENGTH_BYTES
from shared.messaging.unit import Context

COPIES_AT_A_TIME = 2
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


async def _with_marks(context: Context[Settings], file_id: UUID) -> AsyncIterator[bytes]:
    rows = await views.marks(context.pool, file_id)
    marks = await asyncio.to_thread(_marks, rows)
    yield len(marks).to_bytes(LENGTH_BYTES, "big")
    yield marks
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
