"""The process that prints a table as PDF: bounded, without keys and database; reads stdin, writes stdout.

`python -m shared.base.page_process MEMORY CPU ABOUT`. Rows are set a portion at a time, each into a file of
its own, and the pages put together at the end: a portion is kept in memory, however many rows there are.
"""

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from functools import cache
from importlib import resources
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

import pikepdf
import typst

from shared.base import fonts
from shared.base.bounded import confine
from shared.base.money import yuan
from shared.base.sheets import MAX_PRINTED_ROWS, Cells

FORM = "table.typ"
ROWS_A_PORTION = 500
"""Some fifteen pages; a portion begins on a page of its own."""
WIDE_CHARACTERS = 105
"""A table with more in a row is printed across the sheet."""
NUMBERS = (Cells.YUAN, Cells.COUNT, Cells.PERCENT)
HUNDRED_BP = 100
MONTH_CHARACTERS = len("2026-03")


class TooManyRows(Exception):
    """More rows than are printed; a part of them would look like all."""


class NotSet(Exception):
    """A portion could not be set; a file without it would look whole."""


def write(given: BinaryIO, out: BinaryIO, about: str) -> None:
    """Read the head and rows, write the file; `about` stands at the foot of each page."""
    title, columns = json.loads(given.readline())
    with ExitStack() as stack:
        _fonts()
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="pages-")))
        whole = stack.enter_context(pikepdf.new())
        for number, content in enumerate(_contents(given, title, columns, about, whole)):
            part = folder / f"{number}.pdf"
            _set(content, part)
            whole.pages.extend(stack.enter_context(pikepdf.open(part)).pages)
        whole.docinfo["/Title"] = title
        whole.save(folder / "whole.pdf", object_stream_mode=pikepdf.ObjectStreamMode.generate)
        with (folder / "whole.pdf").open("rb") as made:
            shutil.copyfileobj(made, out)
    out.flush()


def _contents(
    given: BinaryIO, title: str, columns: list[tuple[str, str, int]], about: str, whole: pikepdf.Pdf
) -> Iterator[dict[str, Any]]:
    """What stands on each portion's pages; the table of no rows is one, too."""
    kinds = [Cells(kind) for _, kind, _ in columns]
    count, portion = 0, _portion(given, kinds)
    while True:
        count += len(portion)
        if count > MAX_PRINTED_ROWS:
            raise TooManyRows
        following = _portion(given, kinds)
        yield {
            "title": title,
            "about": about,
            "families": fonts.FAMILIES,
            "wide": sum(width for _, _, width in columns) > WIDE_CHARACTERS,
            "columns": [
                {"title": name, "width": width, "number": Cells(kind) in NUMBERS}
                for name, kind, width in columns
            ],
            "page": len(whole.pages) + 1,
            "rows": portion,
            "last": not following,
            "count": count,
        }
        if not following:
            return
        portion = following


def _portion(given: BinaryIO, kinds: list[Cells]) -> list[list[str]]:
    rows = (json.loads(line) for line in islice(given, ROWS_A_PORTION))
    return [[_text(kind, value) for kind, value in zip(kinds, row, strict=True)] for row in rows]


def _text(kind: Cells, value: Any) -> str:
    """Write a value as people do; what is null stays empty."""
    if value is None:
        return ""
    match kind:
        case Cells.YUAN:
            return yuan(value)
        case Cells.PERCENT:
            whole, rest = divmod(value, HUNDRED_BP)
            return f"{whole}.{rest:02d}%"
        case Cells.MONTH:
            return str(value)[:MONTH_CHARACTERS]
        case _:
            return str(value)


def _set(content: dict[str, Any], to: Path) -> None:
    """Set one portion in a process of its own: what the typesetter remembers of it goes with it."""
    child = os.fork()
    if child == 0:
        try:
            _compile(content, to)
        except BaseException:
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if status != 0:
        raise NotSet(os.waitstatus_to_exitcode(status))


def _compile(content: dict[str, Any], to: Path) -> None:
    pdf = typst.compile(
        resources.files("shared.base").joinpath("forms", FORM).read_bytes(),
        font_paths=_fonts(),
        sys_inputs={"content": json.dumps(content, ensure_ascii=False)},
    )
    to.write_bytes(pdf)


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[str(fonts.FOLDER)])


def main(arguments: list[str]) -> None:
    """Bound this process, then write."""
    confine(int(arguments[0]), int(arguments[1]))
    write(sys.stdin.buffer, sys.stdout.buffer, arguments[2])


if __name__ == "__main__":
    main(sys.argv[1:])
