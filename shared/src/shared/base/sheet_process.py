"""The process that writes a spreadsheet: bounded, without keys and database; reads stdin, writes stdout.

`python -m shared.base.sheet_process MEMORY CPU`. Rows are written as they come and never kept; the file is
put together in a folder of its own and copied out at the end.
"""

import json
import shutil
import sys
import tempfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO

import xlsxwriter  # type: ignore[import-untyped]

from shared.base.bounded import confine
from shared.base.money import FEN_PER_YUAN
from shared.base.sheets import MAX_ROWS, Cells

BASIS_POINTS = 10_000
FORMATS = {
    Cells.TEXT: "@",
    Cells.YUAN: "#,##0.00",
    Cells.COUNT: "0",
    Cells.PERCENT: "0.00%",
    Cells.DAY: "yyyy-mm-dd",
    Cells.MONTH: "yyyy-mm",
}
HEAD = {"bold": True, "num_format": "@", "bg_color": "#DDEBF7", "border": 1}
FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r")
"""What makes a formula of a text when somebody edits it, or saves the sheet as CSV and opens it again."""
MOST_CHARACTERS = 32_000
"""A cell has 32,767."""


class TooManyRows(Exception):
    """More rows than a sheet takes; a part of them would look like all."""


def write(given: BinaryIO, out: BinaryIO) -> None:
    """Read the head and rows, write the file."""
    with tempfile.TemporaryDirectory(prefix="sheet-") as folder:
        path = Path(folder) / "sheet.xlsx"
        book = xlsxwriter.Workbook(str(path), {"constant_memory": True, "tmpdir": folder})
        _fill(book, given)
        book.close()
        with path.open("rb") as made:
            shutil.copyfileobj(made, out)
    out.flush()


class _Sheet:
    """A sheet and how its cells look."""

    def __init__(self, book: Any, title: str, columns: list[tuple[str, str, int]]) -> None:
        self.sheet = book.add_worksheet(title)
        self._formats = {
            kind: book.add_format({"num_format": form}) for kind, form in FORMATS.items()
        }
        self._quoted = book.add_format({"num_format": "@", "quote_prefix": True})
        self._kinds = [Cells(kind) for _, kind, _ in columns]
        head = book.add_format(HEAD)
        for at, (_, kind, width) in enumerate(columns):
            self.sheet.set_column(at, at, width, self._formats[Cells(kind)])
        for at, (name, _, _) in enumerate(columns):
            self.sheet.write_string(0, at, name, head)
        self.sheet.freeze_panes(1, 0)

    def write(self, number: int, values: list[Any]) -> None:
        """Write a row; what is null stays empty."""
        for at, value in enumerate(values):
            if value is not None:
                self._cell(number, at, value)

    def _cell(self, number: int, at: int, value: Any) -> None:
        """Numbers and days are written as such, all else as text: nothing is ever read as a formula."""
        kind = self._kinds[at]
        form = self._formats[kind]
        if kind is Cells.TEXT:
            text = str(value)[:MOST_CHARACTERS]
            quoted = text.startswith(FORMULA_BEGINS)
            self.sheet.write_string(number, at, text, self._quoted if quoted else form)
        elif kind in (Cells.DAY, Cells.MONTH):
            self.sheet.write_datetime(number, at, date.fromisoformat(value), form)
        elif kind is Cells.YUAN:
            self.sheet.write_number(number, at, Decimal(value) / FEN_PER_YUAN, form)
        elif kind is Cells.PERCENT:
            self.sheet.write_number(number, at, Decimal(value) / BASIS_POINTS, form)
        else:
            self.sheet.write_number(number, at, value, form)


def _fill(book: Any, given: BinaryIO) -> None:
    title, columns = json.loads(given.readline())
    sheet, number = _Sheet(book, title, columns), 0
    for number, line in enumerate(given, start=1):
        if number > MAX_ROWS:
            raise TooManyRows
        sheet.write(number, json.loads(line))
    sheet.sheet.autofilter(0, 0, number, len(columns) - 1)


def main(arguments: list[str]) -> None:
    """Bound this process, then write."""
    confine(int(arguments[0]), int(arguments[1]))
    write(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main(sys.argv[1:])
