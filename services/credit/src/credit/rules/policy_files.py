"""A file of notices and policies: CSV by RFC 4180, a document a row, read with every flaw told; pure."""

import csv
import io
from dataclasses import dataclass
from datetime import date

COLUMNS = ("标题", "发文机关", "发文字号", "成文日期", "正文")
"""The first row; a line of a text is a paragraph."""
LENGTHS = {"标题": (2, 200), "发文机关": (2, 200), "发文字号": (1, 128), "正文": (1, 20_000)}
"""Least and most characters of a cell."""
ROWS_MAX = 200
FIRST_DAY, LAST_DAY = date(1949, 10, 1), date(2199, 12, 31)
BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True)
class PolicyRow:
    """A document as the file has it."""

    title: str
    issuer: str
    document_no: str
    issued_on: date
    body: str


@dataclass(frozen=True)
class CellFlaw:
    """What is wrong where; rows count from 1, which is the row of names."""

    row: int
    column: str
    sentence: str


def read(text: str) -> tuple[list[PolicyRow], list[CellFlaw]]:
    """Read a file; documents are whole only where no flaw is told."""
    csv.field_size_limit(2 * LENGTHS["正文"][1])
    try:
        lines = list(csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK)), strict=True))
    except csv.Error:
        return [], [CellFlaw(1, "", "不是CSV文件，或单元格过长、引号不成对")]
    if not lines or tuple(cell.strip() for cell in lines[0]) != COLUMNS:
        return [], [CellFlaw(1, "", f"第一行应为：{'、'.join(COLUMNS)}")]
    if not 1 <= len(lines) - 1 <= ROWS_MAX:
        return [], [CellFlaw(1, "", f"一个文件1至{ROWS_MAX}件")]
    rows: list[PolicyRow] = []
    flaws: list[CellFlaw] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(lines[1:], start=2):
        row, wrong = _row(number, line)
        if row is not None and row.document_no in seen:
            wrong = [CellFlaw(number, "发文字号", f"与第{seen[row.document_no]}行重复")]
        flaws += wrong
        if row is not None:
            seen.setdefault(row.document_no, number)
            rows.append(row)
    return rows, flaws


def _row(number: int, line: list[str]) -> tuple[PolicyRow | None, list[CellFlaw]]:
    if len(line) != len(COLUMNS):
        return None, [CellFlaw(number, "", f"应有{len(COLUMNS)}列")]
    cells = dict(zip(COLUMNS, (cell.strip() for cell in line), strict=True))
    flaws = [
        CellFlaw(number, column, f"应为{least}至{most}字")
        for column, (least, most) in LENGTHS.items()
        if not least <= len(cells[column]) <= most or "\x00" in cells[column]
    ]
    day = _day(cells["成文日期"])
    if day is None:
        flaws.append(CellFlaw(number, "成文日期", "应为日期，如2026-04-01"))
    if flaws or day is None:
        return None, flaws
    return PolicyRow(cells["标题"], cells["发文机关"], cells["发文字号"], day, cells["正文"]), []


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text.replace("/", "-"))
    except ValueError:
        return None
    return day if FIRST_DAY <= day <= LAST_DAY else None
