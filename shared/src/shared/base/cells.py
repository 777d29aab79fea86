"""One cell of a spreadsheet that somebody sent: as text, as a number that identifies, and its name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from shared.base.cleaning import clean_number

Cell = str | float | bool | date | datetime | time | timedelta | None
"""What a spreadsheet's cell may hold; a CSV file has texts only."""

EXACT_BELOW = 10**15
"""Excel keeps so many digits of a number; of a longer one the rest has become 0."""
EXCEL_DAY_0 = date(1899, 12, 30)
EXCEL_DAYS = range(32_874, 109_575)
"""Serial numbers of the days from 1990 to 2199."""

_SCIENTIFIC = re.compile(r"[0-9](?:\.[0-9]+)?E\+?[0-9]+")
_FORMULA_TEXT = re.compile(r'="(.*)"')


@dataclass
class SheetFacts:
    """What a sheet shows besides its cells; rows from 1, columns from 0."""

    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: Sequence[tuple[int, int, int, int]] = ()
    """Ranges: first row, first column, last row, last column."""
    unreckoned: frozenset[tuple[int, int]] = frozenset()
    """Formulas of which no result was kept, and cells that show an error."""


@dataclass
class BadCell(Exception):
    """A cell that cannot be taken: why, what would be allowed, by which rule."""

    reason: str
    allowed: str
    rule: str


def is_empty(cell: Cell) -> bool:
    """Tell whether nothing stands in a cell, or only what cannot be seen."""
    return cell is None or (isinstance(cell, str) and not cell.strip("\u200b\ufeff \t\r\n\u3000"))


def text_of(cell: Cell) -> str:
    """Return what a cell shows, as text: no control characters, which no column here has."""
    if isinstance(cell, str):
        found = _FORMULA_TEXT.fullmatch(cell.strip())
        text = (found.group(1) if found else cell).strip()
        return text if text.isprintable() else "".join(filter(str.isprintable, text)).strip()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < EXACT_BELOW:
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return "" if cell is None else str(cell)


def number_in(cell: Cell, *, digits_exact: bool) -> str:
    """Read a number that identifies: an account's, a document's; raises `BadCell` (R-CHK-1).

    `digits_exact` takes a number cell too, as long as Excel has kept all of its digits.
    """
    if isinstance(cell, float) and digits_exact and cell.is_integer() and 0 <= cell < EXACT_BELOW:
        return str(int(cell))
    if not isinstance(cell, str):
        raise BadCell(
            "单元格不是文本格式，Excel只保留数字的前15位，号码可能已被改动",
            "请先将该列设为“文本”格式，再重新填写完整号码",
            "R-CHK-1",
        )
    text = text_of(cell)
    cleaned = text if text.isascii() and text.isalnum() else clean_number(text)
    if _SCIENTIFIC.fullmatch(cleaned.upper()):
        raise BadCell(
            "号码已被Excel改成科学计数，后几位已丢失",
            "请从原始资料取得完整号码，按“文本”格式重新填写",
            "R-CHK-1",
        )
    return cleaned.upper()


def column_name(index: int) -> str:
    """Name a column as spreadsheets do, counted from 0: A, B, …, Z, AA."""
    name = ""
    index += 1
    while index:
        index, digit = divmod(index - 1, 26)
        name = chr(ord("A") + digit) + name
    return name


def column_index(name: str) -> int:
    """Return the column from 0 that spreadsheets name so: A is 0, AA is 26."""
    index = 0
    for letter in name:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1
