"""A table for a file: what its columns are, and how rows reach the process that writes or prints it."""

import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

MODULE = "shared.base.sheet_process"
PAGES_MODULE = "shared.base.page_process"
CSV_MODULE = "shared.base.csv_process"
PDF = "application/pdf"
CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MAX_ROWS = 1_000_000
"""A sheet has 1,048,576; nobody reads so many, and none is left out in silence."""
MAX_PRINTED_ROWS = 20_000
"""Some six hundred pages, and twenty seconds of a processor; whoever has more takes a spreadsheet."""


class Cells(StrEnum):
    """What stands in a column."""

    TEXT = "text"
    """Text as it is: numbers of accounts and documents too, so that no digit is lost."""
    YUAN = "yuan"
    """An amount; rows give it in fen, the sheet shows a number of yuan."""
    COUNT = "count"
    """A whole number."""
    PERCENT = "percent"
    """A ratio; rows give it in basis points."""
    DAY = "day"
    """A day, as a date that can be sorted and reckoned with."""
    MONTH = "month"
    """The first of a month, shown as a month."""


@dataclass(frozen=True)
class Column:
    """A column of a table."""

    title: str
    """Heading (表头), Chinese."""
    cells: Cells = Cells.TEXT
    width: int = 16
    """In characters."""


@dataclass(frozen=True)
class Table:
    """A sheet: its name and columns."""

    title: str
    """Name of the sheet and of the file, Chinese; at most 31 characters."""
    columns: Sequence[Column]


def head(table: Table) -> bytes:
    """The line that comes before all rows."""
    columns = [(column.title, column.cells, column.width) for column in table.columns]
    return _line([table.title, columns])


def lines(rows: Sequence[Sequence[object]]) -> bytes:
    """Rows as lines of JSON; days as ISO 8601."""
    return b"".join(_line(row) for row in rows)


def _line(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, default=_plain).encode() + b"\n"


def _plain(value: Any) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    raise TypeError(f"no cell: {type(value)}")


async def written(
    table: Table, portions: AsyncIterator[Sequence[Sequence[object]]]
) -> AsyncIterator[bytes]:
    """What the process reads: the head, then rows, a portion at a time."""
    yield head(table)
    async for portion in portions:
        yield lines(portion)
