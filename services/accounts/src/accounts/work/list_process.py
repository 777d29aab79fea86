"""The process that touches employers' files: bounded, without keys and database; reads stdin, writes stdout.

`python -m accounts.work.list_process MEMORY CPU read EMPLOYER MONTH | mark | template`
"""

import json
import sys
from collections.abc import Iterator, Sequence

from accounts.domain import Month
from accounts.rules.list_layout import HEADER_WITHIN_ROWS, header_in
from accounts.rules.list_reading import MAX_ROWS, Columns, Flaw, ListReader, ReadRow, Summary
from accounts.work.marking import write_marked, write_template
from shared.base.bounded import confine
from shared.base.cells import Cell
from shared.base.spreadsheets import Unreadable, Wanted, open_sheet

LENGTH_BYTES = 8
KINDS = {ReadRow: "row", Flaw: "flaw", Columns: "head", Summary: "all"}
UNREADABLE = "unreadable"
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
    """Read the marks' length, the marks and the file; write the file with its marks."""
    given = sys.stdin.buffer
    length = int.from_bytes(given.read(LENGTH_BYTES), "big")
    marks = [(row, column, note) for row, column, note in json.loads(given.read(length))]
    write_marked(open_sheet(given.read(), LIST).rows, marks, sys.stdout.buffer)


if __name__ == "__main__":
    main(sys.argv[1:])
