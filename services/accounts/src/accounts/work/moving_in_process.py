"""The process that touches an older system's files: bounded, without keys and database.

`python -m accounts.work.moving_in_process MEMORY CPU KIND AS_OF` reads stdin, writes stdout.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from accounts.rules.list_reading import Flaw
from accounts.rules.moving_in_layout import HEADER_WITHIN_ROWS, Kind, header_in
from accounts.rules.moving_in_reading import MAX_ROWS, ControlRow, End, FileReader, Head, MovedRow
from accounts.work.bounded import UNREADABLE
from shared.base.bounded import confine
from shared.base.cells import Cell
from shared.base.spreadsheets import Unreadable, Wanted, open_sheet

KINDS = {MovedRow: "row", ControlRow: "row", Flaw: "flaw", Head: "head", End: "all"}
encoded = json.JSONEncoder(ensure_ascii=False).encode


def main(arguments: list[str]) -> None:
    """Bound this process, then read the file."""
    confine(int(arguments[0]), int(arguments[1]))
    kind, as_of = Kind(arguments[2]), date.fromisoformat(arguments[3])
    for line in read(sys.stdin.buffer.read(), kind, as_of):
        sys.stdout.write(line)
    sys.stdout.flush()


def _is_header(kind: Kind, _number: int, cells: Sequence[Cell]) -> bool:
    return header_in(kind, cells) is not None


def read(data: bytes, kind: Kind, as_of: date) -> Iterator[str]:
    """Read a file; every line that comes out is a JSON array that begins with what it is."""
    wanted = Wanted(kind.text, partial(_is_header, kind), HEADER_WITHIN_ROWS, MAX_ROWS)
    try:
        for found in FileReader(kind, as_of).read(open_sheet(data, wanted).rows):
            values = found if isinstance(found, MovedRow | ControlRow) else vars(found).values()
            yield encoded((KINDS[type(found)], *values)) + "\n"
    except Unreadable as why:
        yield encoded((UNREADABLE, str(why))) + "\n"


if __name__ == "__main__":
    main(sys.argv[1:])
