"""The process that touches files handed in: bounded, without keys and database; reads stdin, writes stdout.

`python -m credit.work.import_process MEMORY CPU WHAT TODAY`
"""

import json
import sys
from collections.abc import Iterator
from datetime import date

from credit.domain import ImportKind
from credit.rules.import_reading import Head, ReadRow, RowFlaw, Whole
from credit.work.import_faces import read
from shared.base.bounded import confine
from shared.base.spreadsheets import Unreadable

KINDS = {ReadRow: "row", RowFlaw: "flaw", Head: "head", Whole: "all"}
UNREADABLE = "unreadable"
encoded = json.JSONEncoder(ensure_ascii=False).encode


def main(arguments: list[str]) -> None:
    """Bound this process, then read."""
    confine(int(arguments[0]), int(arguments[1]))
    what, today = ImportKind(arguments[2]), date.fromisoformat(arguments[3])
    for line in lines(sys.stdin.buffer.read(), what, today):
        sys.stdout.write(line)
    sys.stdout.flush()


def lines(data: bytes, what: ImportKind, today: date) -> Iterator[str]:
    """Read a file; every line that comes out is a JSON array that begins with what it is."""
    try:
        for found in read(data, what, today):
            yield encoded((KINDS[type(found)], *found)) + "\n"
    except Unreadable as why:
        yield encoded((UNREADABLE, str(why))) + "\n"


if __name__ == "__main__":
    main(sys.argv[1:])
