"""Writes spreadsheets in a bounded process: the list back with its bad cells marked, and the template."""

import math
import shutil
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import xlsxwriter  # type: ignore[import-untyped]

from accounts.rules.list_layout import IDENTIFYING, TEMPLATE
from shared.base.cells import Cell, text_of

Mark = tuple[int, int | None, str]
"""Row from 1 (0: the whole file), column from 0 (None: the whole row), what is wrong."""
NOTE = "错误说明"
MAX_NOTES = 1_000_000
"""A sheet has no more rows."""
TEXT = {"num_format": "@"}
BAD = {"num_format": "@", "bg_color": "#FFC7CE", "font_color": "#9C0006"}
ADVICE = (
    "每名职工一行；“个人账号”“证件号码”两列须为文本格式（模板已设好）。",
    "“个人账号”与“证件号码”填写一项即可；“缴存基数”以元为单位。",
    "“单位月缴存额”“个人月缴存额”“月缴存额”可以不填，填写的将与系统计算结果核对。",
    "在年度基数调整之外改动基数的，请填写“调整原因”。",
    "表上方可写“清册年月：”“单位账号：”，下方可有“合计”行，均会核对。",
)


def write_marked(rows: Iterable[Sequence[Cell]], marks: Sequence[Mark], out: BinaryIO) -> None:
    """Write every row as it came: bad cells in red, behind a row what is wrong with it, all on a sheet."""
    with _Workbook(out) as book:
        bad, text = book.add_format(BAD), book.add_format(TEXT)
        sheet = book.add_worksheet("清册")
        by_row: dict[int, list[Mark]] = {}
        for mark in marks:
            by_row.setdefault(mark[0], []).append(mark)
        width = 1
        for number, cells in enumerate(rows, start=1):
            width = max(width, len(cells))
            found = by_row.get(number, ())
            columns = {column for _, column, _ in found}
            for column, cell in enumerate(cells):
                _write(sheet, number - 1, column, cell, bad if column in columns else text)
            notes = "；".join(note for _, _, note in found)
            if notes:
                sheet.write_string(number - 1, width, f"{NOTE}：{notes}"[:32_000], bad)
        _write_notes(book, marks)


def write_mended(
    rows: Iterable[Sequence[Cell]], mended: Mapping[int, Mapping[int, str]], out: BinaryIO
) -> None:
    """Write every row as it came but for what was typed anew: by row from 1 and column from 0.

    A row with nothing typed for it is left out.
    """
    with _Workbook(out) as book:
        text, sheet = book.add_format(TEXT), book.add_worksheet("清册")
        left = (row for row in enumerate(rows, start=1) if mended.get(row[0], True))
        for at, (number, cells) in enumerate(left):
            typed = mended.get(number, {})
            for column in range(max(len(cells), *(one + 1 for one in typed), 0)):
                before = cells[column] if column < len(cells) else None
                _write(sheet, at, column, typed.get(column, before), text)


def _write(sheet: Any, row: int, column: int, cell: Cell, form: Any) -> None:
    """Numbers stay numbers, so that a rounded one is seen again; all else is text and never a formula."""
    if isinstance(cell, float) and math.isfinite(cell):
        sheet.write_number(row, column, cell, form)
    elif cell is not None:
        sheet.write_string(row, column, text_of(cell), form)


def _write_notes(book: Any, marks: Sequence[Mark]) -> None:
    notes = book.add_worksheet("全部错误")
    for position, (row, _, note) in enumerate(marks[:MAX_NOTES]):
        notes.write_string(position, 0, f"第{row}行" if row else "整表")
        notes.write_string(position, 1, note)


def write_template(out: BinaryIO) -> None:
    """Write the file that employers fill in: what identifies is text, so that no digit is lost."""
    with _Workbook(out) as book:
        text, head = book.add_format(TEXT), book.add_format({"bold": True, "num_format": "@"})
        sheet = book.add_worksheet("汇缴清册")
        for column, field in enumerate(TEMPLATE):
            sheet.set_column(column, column, 20, text if field in IDENTIFYING else None)
            sheet.write_string(0, column, field.text, head)
        advice = book.add_worksheet("填表说明")
        for row, line in enumerate(ADVICE):
            advice.write_string(row, 0, line)


class _Workbook:
    """A workbook written row by row in a folder of its own, then copied out; nothing stays behind."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out

    def __enter__(self) -> Any:
        self._folder = tempfile.TemporaryDirectory(prefix="list-")
        self._path = Path(self._folder.name) / "list.xlsx"
        options = {"constant_memory": True, "tmpdir": self._folder.name}
        self._book = xlsxwriter.Workbook(str(self._path), options)
        return self._book

    def __exit__(self, kind: object, *_: object) -> None:
        try:
            if kind is None:
                self._book.close()
                with self._path.open("rb") as made:
                    shutil.copyfileobj(made, self._out)
                self._out.flush()
        finally:
            self._folder.cleanup()
            sys.stdout.flush()
