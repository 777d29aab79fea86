"""Employers' files as real programs write them, for tests: xlsx, xls, CSV, and archives that lie."""

import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import openpyxl
import xlsxwriter
import xlwt

HEADER = (
    "序号",
    "个人账号",
    "姓名",
    "证件号码",
    "缴存基数",
    "单位月缴存额",
    "个人月缴存额",
    "月缴存额",
)


def xlsx(*rows: Sequence[Any], change: Callable[[Any], None] | None = None) -> bytes:
    """Write a workbook of one sheet by openpyxl; `change` gets the sheet before it is saved."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    if change is not None:
        change(sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def reckoned(*rows: Sequence[Any], formula: tuple[int, int, str, float]) -> bytes:
    """Write a workbook as Excel does: with a formula and the result that it had, by XlsxWriter."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet()
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    row_number, column, text, value = formula
    sheet.write_formula(row_number, column, text, None, value)
    book.close()
    return out.getvalue()


def xls(*rows: Sequence[Any]) -> bytes:
    """Write the old binary format."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("清册")
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None:
                sheet.write(number, column, value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def csv(*rows: Sequence[Any], encoding: str = "utf-8", delimiter: str = ",") -> bytes:
    """Write a CSV file without quotes."""
    lines = (delimiter.join("" if value is None else str(value) for value in row) for row in rows)
    return "\r\n".join(lines).encode(encoding)


def with_entries(workbook: bytes, entries: Iterable[tuple[str, bytes]]) -> bytes:
    """Add entries to a workbook, or replace its own."""
    added = dict(entries)
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, added.pop(name, None) or old.read(name))
        for name, data in added.items():
            new.writestr(name, data)
    return out.getvalue()
