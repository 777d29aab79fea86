"""A query as Excel, CSV or PDF: read by a cursor, written by a bounded process, sent block by block.

Neither this process nor the other keeps more than a portion of the rows, however many there are. All is read
in one look at the books, before a byte is sent: what fails is still a problem, never half a file.
"""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any
from urllib.parse import quote

import asyncpg
from fastapi import Query
from fastapi.responses import StreamingResponse

from shared.base import fonts
from shared.base.bounded import Bounds, ProcessEnded, process
from shared.base.clock import BUSINESS_ZONE
from shared.base.sheets import (
    CSV,
    CSV_MODULE,
    MODULE,
    PAGES_MODULE,
    PDF,
    XLSX,
    Table,
    written,
)
from shared.base.telemetry import get_logger
from shared.http.problems import ProblemError
from shared.messaging.unit import Context

EXPORTS_AT_A_TIME = 2
"""In each process of a service."""
ROWS_AT_A_TIME = 2_000
BOUNDS = Bounds(memory_bytes=512 * 1024 * 1024, cpu_seconds=300, wall_seconds=600.0)
TRY_AGAIN_SECONDS = 10
CONTENT: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {XLSX: {}, PDF: {}, CSV.partition(";")[0]: {}},
        "description": "Excel，金额与日期为真实数值；PDF，每页都有表头；或CSV，供其他系统读入",
    }
}
"""What an operation that exports answers."""


class Form(StrEnum):
    """As what a query is taken away."""

    XLSX = "xlsx"
    PDF = "pdf"
    CSV = "csv"


FORM_TEXT = "文件格式：xlsx（Excel）、pdf（可打印，每页都有表头）或csv（UTF-8，供其他系统读入）"
"""Describes it where it stands in a filter of its own."""
Wanted = Annotated[Form, Query(description=FORM_TEXT)]
MEDIA_TYPES = {Form.XLSX: XLSX, Form.PDF: PDF, Form.CSV: CSV}
MODULES = {Form.XLSX: MODULE, Form.PDF: PAGES_MODULE, Form.CSV: CSV_MODULE}
TOO_LARGE = {
    Form.XLSX: "要导出的内容过多，请缩小查询范围。",
    Form.PDF: "要打印的内容过多，请缩小查询范围，或者改为导出Excel。",
    Form.CSV: "要导出的内容过多，请缩小查询范围。",
}

_places = asyncio.Semaphore(EXPORTS_AT_A_TIME)
log = get_logger()


@dataclass(frozen=True)
class Export:
    """What is exported: a query with its values, and how a row of it becomes a row of the table."""

    table: Table
    query: str
    values: Sequence[object]
    row: Callable[[asyncpg.Record], Sequence[object]]
    about: str = ""
    """Whose it is, Chinese; at the foot of each printed page."""


async def export(context: Context, wanted: Export, form: Form) -> StreamingResponse:
    """Answer with the file; raises a problem where too many are made, or one is too large."""
    rows = _portions(context, wanted)
    return await export_rows(context, wanted.table, rows, form, about=wanted.about)


async def export_rows(
    context: Context,
    table: Table,
    portions: AsyncIterator[Sequence[Sequence[object]]],
    form: Form,
    *,
    about: str = "",
) -> StreamingResponse:
    """Answer with a file of rows that are given in portions; raises as `export`."""
    if form is Form.PDF:
        await _demand_fonts()
    if _places.locked():
        raise ProblemError(
            503,
            "too-many-exports",
            "正在导出的人较多，请稍后再试。",
            retry_after_seconds=TRY_AGAIN_SECONDS,
        )
    blocks = _made(form, written(table, portions), f"{about}　{_at(context)}".strip())
    try:
        first = await anext(blocks)
    except (ProcessEnded, TimeoutError) as error:
        log.warning("not exported", table=table.title, form=form, error=repr(error))
        raise ProblemError(422, "export-too-large", TOO_LARGE[form]) from error
    return StreamingResponse(
        _sent(first, blocks), media_type=MEDIA_TYPES[form], headers=_named(table, form)
    )


async def _demand_fonts() -> None:
    try:
        await asyncio.to_thread(fonts.demand)
    except fonts.MissingFonts as error:
        log.error("cannot print", error=str(error))
        raise ProblemError(
            503, "no-fonts", "服务器暂时不能制作PDF，请先导出Excel，并联系技术人员。"
        ) from error


def _at(context: Context) -> str:
    now = context.clock.now().astimezone(BUSINESS_ZONE)
    return f"导出时间 {now.year}年{now.month}月{now.day}日 {now:%H:%M}（北京时间）"


async def _made(form: Form, given: AsyncIterator[bytes], about: str) -> AsyncGenerator[bytes, None]:
    what = (about,) if form is Form.PDF else ()
    async with _places, process(MODULES[form], BOUNDS, given, *what) as writing:
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


def _named(table: Table, form: Form) -> Mapping[str, str]:
    """The file's name in Chinese, as RFC 6266 writes it."""
    name = quote(f"{table.title}.{form}", safe="")
    return {
        "Content-Disposition": f"attachment; filename=\"export.{form}\"; filename*=UTF-8''{name}",
        "Cache-Control": "no-store",
    }
