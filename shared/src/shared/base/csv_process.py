"""The process that writes a table as CSV (RFC 4180): bounded, without keys; reads stdin, writes stdout.

`python -m shared.base.csv_process MEMORY CPU`. UTF-8 with a byte order mark, so that Excel reads the
Chinese; what an accounting program reads again: amounts in yuan with two decimals, days as ISO 8601.
"""

import csv
import io
import json
import shutil
import sys
import tempfile
from typing import Any, BinaryIO

from shared.base.bounded import confine
from shared.base.money import FEN_PER_YUAN
from shared.base.sheet_process import FORMULA_BEGINS, TooManyRows
from shared.base.sheets import MAX_ROWS, Cells

ENCODING = "utf-8-sig"
HUNDRED_BP = 100
MONTH_CHARACTERS = len("2026-03")


def write(given: BinaryIO, out: BinaryIO) -> None:
    """Read the head and rows, write the file; nothing of it before its last row is there."""
    _, columns = json.loads(given.readline())
    kinds = [Cells(kind) for _, kind, _ in columns]
    with tempfile.TemporaryFile(prefix="csv-") as whole:
        text = io.TextIOWrapper(whole, encoding=ENCODING, newline="")
        rows = csv.writer(text)
        rows.writerow([title for title, _, _ in columns])
        for number, line in enumerate(given, start=1):
            if number > MAX_ROWS:
                raise TooManyRows
            rows.writerow(map(_cell, kinds, json.loads(line)))
        text.flush()
        whole.seek(0)
        shutil.copyfileobj(whole, out)
        text.detach()
    out.flush()


def _cell(kind: Cells, value: Any) -> str:
    """A cell as text; one that a spreadsheet would take for a formula is quoted (OWASP, CSV injection)."""
    if value is None:
        return ""
    if kind is Cells.YUAN:
        return _decimal(value, FEN_PER_YUAN)
    if kind is Cells.PERCENT:
        return f"{_decimal(value, HUNDRED_BP)}%"
    text = str(value)
    if kind is Cells.MONTH:
        return text[:MONTH_CHARACTERS]
    return f"'{text}" if kind is Cells.TEXT and text.startswith(FORMULA_BEGINS) else text


def _decimal(value: int, hundred: int) -> str:
    whole, rest = divmod(abs(value), hundred)
    return f"{'-' if value < 0 else ''}{whole}.{rest:02d}"


def main(arguments: list[str]) -> None:
    """Bound this process, then write."""
    confine(int(arguments[0]), int(arguments[1]))
    write(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main(sys.argv[1:])
