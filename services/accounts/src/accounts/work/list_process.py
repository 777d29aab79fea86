"""The process that touches employers' files: bounded, without keys and database; reads stdin, writes stdout.

`python -m accounts.work.list_process MEMORY CPU read EMPLOYER MONTH | mark | mend | template`
"""

import json
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from accounts.domain import Month
from accounts.rules.list_layout import HEADER_WITHIN_ROWS, header_in
from accounts.rules.list_reading import MAX_ROWS, Columns, Flaw, ListReader, ReadRow, Summary
from accounts.work.bounded import LENGTH_BYTES, UNREADABLE
from accounts.work.marking import write_marked, write_mended, write_template
from shared.base.bounded import confine
from shared.base.cells import Cell
from shared.base.spreadsheets import Unreadable, Wanted, open_sheet

KINDS = {ReadRow: "row", Flaw: "flaw", Columns: "head", Summary: "all"}
UNRECKONED = "公式没有结果"
"""What stands in the copy for a formula without a result, which a copy would show as an empty cell."""
encoded = json.JSONEncoder(ensure_ascii=False).encode


def _is_header(number: int, cells: Sequence[Cell]) -> bool:
    return header_in(number, cells) is not None


LIST = Wanted("清册", _is_header, HEADER_WITHIN_ROWS, MAX_ROWS)


def main(arguments: list[str]) -> None:
    """Bound this process, then do the one thing that was asked."""
    confine(int(arguments[0]), int(arguments[1]))
    match arguments[2:]:
        case ["read", employer_number, month]:
            for line in read(sys.stdin.buffer.read(), employer_number, Month.parse(month)):
                sys.stdout.write(line)
        case ["mark"]:
            mark()
        case ["mend"]:
            mend()
        case ["template"]:
            write_template(sys.stdout.buffer)
        case other:
            raise SystemExit(f"unknown: {other}")
    sys.stdout.flush()


def read(data: bytes, employer_number: str, month: Month) -> Iterator[str]:
    """Read a file; every line that comes out is a JSON array that begins with what it is."""
    try:
        sheet = open_sheet(data, LIST)
        for found in ListReader(employer_number, month, sheet.facts).read(sheet.rows):
            values = found if isinstance(found, ReadRow) else vars(found).values()
            yield encoded((KINDS[type(found)], *values)) + "\n"
    except Unreadable as why:
        yield encoded((UNREADABLE, str(why))) + "\n"


def mark() -> None:
    """Read the marks and the file; write the file with its marks."""
    marks = [(row, column, note) for row, column, note in _given()]
    write_marked(open_sheet(sys.stdin.buffer.read(), LIST).rows, marks, sys.stdout.buffer)


def mend() -> None:
    """Read what was typed anew and the file; write the file with it.

    Of a sheet that shows less than it has, or other than it has, nothing is written: a copy would show all.
    """
    mended: dict[int, dict[int, str]] = {}
    for row, column, text in _given():
        typed = mended.setdefault(row, {})
        if column is not None:
            typed[column] = text
    sheet = open_sheet(sys.stdin.buffer.read(), LIST)
    facts = sheet.facts
    if facts.hidden_rows or facts.hidden_columns or facts.merged:
        return
    for row, column in facts.unreckoned:
        if mended.get(row, True):
            mended.setdefault(row, {}).setdefault(column, UNRECKONED)
    write_mended(sheet.rows, mended, sys.stdout.buffer)


def _given() -> list[list[Any]]:
    """Read what stands before the file: its length, then JSON."""
    length = int.from_bytes(sys.stdin.buffer.read(LENGTH_BYTES), "big")
    found: list[list[Any]] = json.loads(sys.stdin.buffer.read(length))
    return found


if __name__ == "__main__":
    main(sys.argv[1:])
