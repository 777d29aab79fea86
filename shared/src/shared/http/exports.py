"""A query as a spreadsheet: read by a cursor, written by a bounded process, sent block by block.

Neither this process nor the other keeps more than a portion of the rows, however many there are. All is read
in one look at the books, before a byte is sent: what fails is still a problem, never half a file.
"""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import asyncpg
from fastapi.responses import StreamingResponse

from shared.base.bounded import Bounds, ProcessEnded, process
from shared.base.sheets import MODULE, XLSX, Table, written
from shared.base.telemetry import get_logger
from shared.http.problems import ProblemError
from shared.messaging.unit import Context

EXPORTS_AT_A_TIME = 2
"""In each process of a service."""
ROWS_AT_A_TIME = 2_000
BOUNDS = Bounds(memory_bytes=512 * 1024 * 1024, cpu_seconds=300, wall_seconds=600.0)
TRY_AGAIN_SECONDS = 10
CONTENT: dict[int | str, dict[str, Any]] = {
    200: {"content": {XLSX: {}}, "description": "Excel，金额与日期为真实数值"}
}
"""What an operation that exports answers."""

_places = asyncio.Semaphore(EXPORTS_AT_A_TIME)
log = get_logger()


@dataclass(frozen=True)
class Export:
    """What is exported: a query with its values, and how a row of it becomes a row of the table."""

    table: Table
    query: str
    values: Sequence[object]
    row: Callable[[asyncpg.Record], Sequence[object]]


async def export(context: Context, wanted: Export) -> StreamingResponse:
    """Answer with the spreadsheet; raises a problem where too many are made, or one is too large."""
    return await export_rows(wanted.table, _portions(context, wanted))


async def export_rows(
    table: Table, portions: AsyncIterator[Sequence[Sequence[object]]]
) -> StreamingResponse:
    """Answer with a spreadsheet of rows that are given in portions; raises as `export`."""
    if _places.locked():
        raise ProblemError(
            503,
            "too-many-exports",
            "正在导出的人较多，请稍后再试。",
            retry_after_seconds=TRY_AGAIN_SECONDS,
        )
    blocks = _made(written(table, portions))
    try:
        first = await anext(blocks)
    except (ProcessEnded, TimeoutError) as error:
        log.warning("not exported", table=table.title, error=repr(error))
        raise ProblemError(422, "export-too-large", "要导出的内容过多，请缩小查询范围。") from error
    return StreamingResponse(_sent(first, blocks), media_type=XLSX, headers=_named(table))


async def _made(given: AsyncIterator[bytes]) -> AsyncGenerator[bytes, None]:
    async with _places, process(MODULE, BOUNDS, given) as writing:
        async with asyncio.timeout(BOUNDS.wall_seconds):
            blocks = writing.blocks()
            first = await anext(blocks)
        yield first
        async for block in blocks:
            yield block


async def _portions(context: Context, wanted: Export) -> AsyncIterator[Sequence[Sequence[object]]]:
    """Read in one look at the books; sealed values are opened beside the event loop."""
    async with (
        context.pool.acquire() as connection,
        connection.transaction(isolation="repeatable_read", readonly=True),
    ):
        found = await connection.cursor(wanted.query, *wanted.values)
        while rows := await found.fetch(ROWS_AT_A_TIME):
            yield await asyncio.to_thread(_rows, wanted, rows)


def _rows(wanted: Export, rows: Sequence[asyncpg.Record]) -> list[Sequence[object]]:
    return [wanted.row(row) for row in rows]


async def _sent(first: bytes, blocks: AsyncGenerator[bytes, None]) -> AsyncIterator[bytes]:
    async with aclosing(blocks):
        yield first
        async for block in blocks:
            yield block


def _named(table: Table) -> Mapping[str, str]:
    """The file's name in Chinese, as RFC 6266 writes it."""
    name = quote(f"{table.title}.xlsx", safe="")
    return {
        "Content-Disposition": f"attachment; filename=\"export.xlsx\"; filename*=UTF-8''{name}",
        "Cache-Control": "no-store",
    }
