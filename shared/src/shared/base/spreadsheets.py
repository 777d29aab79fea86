"""Opens a table that somebody sent: xlsx, xls or CSV; only ever in a bounded process of its own.

Whatever could run, hide or burst is refused here, in words, before the library sees it.
"""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from shared.base.cells import Cell, SheetFacts

ZIP, OLE = b"PK\x03\x04", bytes.fromhex("D0CF11E0A1B11AE1")
MAX_ENTRIES = 1_000
MAX_EXPANDED_BYTES = 400 * 1024 * 1024
"""A sheet of 200,000 people expands to less than half of it."""
SCAN_BYTES = 1024 * 1024
MAX_COLUMNS = 200

_MACROS = re.compile(r"vbaProject\.bin$|^xl/macrosheets/|^xl/activeX/", re.IGNORECASE)
_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*>")
_ROW_END = re.compile(rb"</(?:\w+:)?row>")
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_NUMBER = re.compile(rb'\br="(\d+)"')
_COLUMN = re.compile(rb"<(?:\w+:)?col\b[^>]*>")
_SPAN = re.compile(rb'\b(min|max)="(\d+)"')
_FORMULA = re.compile(
    rb'<(?:\w+:)?c\b[^>]*\br="([A-Z]+)(\d+)"[^>]*?(?:\bt="e"[^>]*>|>\s*<(?:\w+:)?f\b[^>]*?(?:/>|>[^<]*</(?:\w+:)?f>)\s*'
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>|</(?:\w+:)?c>))"
)
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
_RELATED = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")


class Unreadable(Exception):
    """A file that cannot be read at all; says why, and what helps."""


@dataclass(frozen=True)
class Wanted:
    """What is looked for in a file."""

    called: str
    """What a sheet of it is called, Chinese: 清册."""
    is_header: Callable[[int, Sequence[Cell]], bool]
    """Whether a row, by its number from 1, is the header."""
    header_within_rows: int
    """A header further down is none."""
    max_rows: int
    """Of a CSV file no more are read than one row beyond them."""


@dataclass(frozen=True)
class OpenedSheet:
    """The one sheet that was looked for."""

    rows: Iterable[Sequence[Cell]]
    facts: SheetFacts


def open_sheet(data: bytes, wanted: Wanted) -> OpenedSheet:
    """Find the table in a file, by what the file is and not by its name; raises `Unreadable`."""
    if data.startswith(ZIP):
        return _xlsx(data, wanted)
    if data.startswith(OLE):
        _demand_plain_xls(data)
        return _in_workbook(data, None, wanted)
    return _csv(data, wanted)


def _xlsx(data: bytes, wanted: Wanted) -> OpenedSheet:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _demand_harmless(archive, wanted)
            return _in_workbook(data, archive, wanted)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, KeyError, ValueError) as error:
        raise Unreadable("文件已损坏，请在Excel中打开后另存为xlsx文件。") from error


def _demand_harmless(archive: zipfile.ZipFile, wanted: Wanted) -> None:
    entries = archive.infolist()
    names = {entry.filename for entry in entries}
    if len(entries) > MAX_ENTRIES or sum(one.file_size for one in entries) > MAX_EXPANDED_BYTES:
        raise Unreadable(f"文件解压后过大，请只保留{wanted.called}一张表，另存为xlsx文件。")
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable("文件有密码，请取消密码后再上传。")
    if any(_MACROS.search(name) for name in names):
        raise Unreadable("文件带有宏，请另存为不带宏的xlsx文件。")
    if "xl/workbook.xml" not in names:
        raise Unreadable("文件不是xlsx格式，请在Excel中另存为xlsx文件。")
    if b"macroEnabled" in archive.read("[Content_Types].xml"):
        raise Unreadable("文件带有宏，请另存为不带宏的xlsx文件。")


def _demand_plain_xls(data: bytes) -> None:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise Unreadable("文件有密码，请取消密码后再上传。")
    if "_VBA_PROJECT".encode("utf-16-le") in data:
        raise Unreadable("文件带有宏，请另存为不带宏的xlsx文件。")


def _in_workbook(data: bytes, archive: zipfile.ZipFile | None, wanted: Wanted) -> OpenedSheet:
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        found: list[tuple[int, CalamineSheet]] = []
        for index, sheet in enumerate(workbook.sheets_metadata):
            if sheet.visible is SheetVisibleEnum.Visible:
                opened = workbook.get_sheet_by_index(index)
                if opened.start is not None:
                    found.append((index, opened))
    except CalamineError as error:
        raise Unreadable("文件已损坏或有密码，请在Excel中打开后另存为xlsx文件。") from error
    lists = [(index, sheet) for index, sheet in found if _has_header(_rows_of(sheet), wanted)]
    if len(lists) > 1:
        names = "、".join(sheet.name[:20] for _, sheet in lists[:3])
        raise Unreadable(f"文件中有几张表都像{wanted.called}（{names}），请只保留一张。")
    if not found:
        raise Unreadable("文件中没有内容。")
    index, chosen = (lists or found)[0]
    hidden = _facts_in(archive, index) if archive is not None else SheetFacts()
    merged = [
        (top + 1, left, bottom + 1, right) for (top, left), (bottom, right) in _merged(chosen)
    ]
    facts = SheetFacts(hidden.hidden_rows, hidden.hidden_columns, merged, hidden.unreckoned)
    return OpenedSheet(_rows_of(chosen), facts)


def _merged(sheet: CalamineSheet) -> Sequence[tuple[tuple[int, int], tuple[int, int]]]:
    return sheet.merged_cell_ranges or ()


def _rows_of(sheet: CalamineSheet) -> Iterator[Sequence[Cell]]:
    """Rows from the first of the sheet on, cells from its column A on."""
    left = [None] * (sheet.start[1] if sheet.start else 0)
    for row in sheet.iter_rows():
        # Of the old format whole numbers come as int, of the new one as float.
        yield [*left, *(float(cell) if type(cell) is int else cell for cell in row[:MAX_COLUMNS])]


def _has_header(rows: Iterable[Sequence[Cell]], wanted: Wanted) -> bool:
    for number, cells in enumerate(rows, start=1):
        if wanted.is_header(number, cells):
            return True
        if number >= wanted.header_within_rows:
            return False
    return False


def _facts_in(archive: zipfile.ZipFile, index: int) -> SheetFacts:
    """Look in the sheet's own text for what the library does not tell: what is hidden or not reckoned."""
    hidden: set[int] = set()
    columns: set[int] = set()
    unreckoned: set[tuple[int, int]] = set()
    with archive.open(_path_of(archive, index)) as stream:
        for block in _in_whole_rows(iter(lambda: stream.read(SCAN_BYTES), b"")):
            for tag in _COLUMN.findall(block):
                span = {name: int(number) for name, number in _SPAN.findall(tag)}
                if _HIDDEN.search(tag) and b"min" in span:
                    last = min(span.get(b"max", span[b"min"]), MAX_COLUMNS)
                    columns.update(range(span[b"min"] - 1, last))
            for tag in _ROW.findall(block):
                number = _NUMBER.search(tag)
                if number and _HIDDEN.search(tag):
                    hidden.add(int(number[1]))
            if b"<f" in block or b":f" in block or b't="e"' in block:
                for letters, row in _FORMULA.findall(block):
                    unreckoned.add((int(row), _column_index(letters)))
    return SheetFacts(frozenset(hidden), frozenset(columns), (), frozenset(unreckoned))


def _in_whole_rows(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """Cut a stream where rows end, so that no tag is cut in two."""
    kept = b""
    for block in blocks:
        kept += block
        ends = [match.end() for match in _ROW_END.finditer(kept)]
        if ends:
            yield kept[: ends[-1]]
            kept = kept[ends[-1] :]
        elif len(kept) > 8 * SCAN_BYTES:
            raise Unreadable("文件中有一行过长，请只保留需要的各列。")
    yield kept


def _column_index(letters: bytes) -> int:
    index = 0
    for letter in letters:
        index = index * 26 + letter - ord("A") + 1
    return index - 1


def _attribute(tag: bytes, name: bytes) -> str:
    found = re.search(rb"\b" + name + rb'="([^"]*)"', tag)
    return found[1].decode("utf-8", "replace") if found else ""


def _path_of(archive: zipfile.ZipFile, index: int) -> str:
    sheets = _SHEET.findall(archive.read("xl/workbook.xml"))
    wanted = _attribute(sheets[index], b"\\w+:id")
    for tag in _RELATED.findall(archive.read("xl/_rels/workbook.xml.rels")):
        if _attribute(tag, b"Id") == wanted:
            target = _attribute(tag, b"Target")
            return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    raise KeyError(index)


DELIMITERS = (",", "\t", ";")
_LOOKS_LIKE_MARKUP = re.compile(r"\s*<(?:!doctype|html|table|\?xml|meta)", re.IGNORECASE)


def _csv(data: bytes, wanted: Wanted) -> OpenedSheet:
    text = _decoded(data)
    if _LOOKS_LIKE_MARKUP.match(text):
        raise Unreadable("文件是网页格式，请在Excel中打开后另存为xlsx文件。")
    if not text.strip():
        raise Unreadable("文件中没有内容。")
    for delimiter in DELIMITERS:
        if _has_header(_csv_rows(text, delimiter, wanted), wanted):
            return OpenedSheet(_csv_rows(text, delimiter, wanted), SheetFacts())
    return OpenedSheet(_csv_rows(text, DELIMITERS[0], wanted), SheetFacts())


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ("utf-16",)
    elif b"\0" in data:
        raise Unreadable("文件不是Excel或CSV文件。")
    else:
        encodings = ("utf-8-sig", "gb18030")  # type: ignore[assignment]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable("文字编码无法识别，请另存为UTF-8编码的CSV文件，或xlsx文件。")


def _csv_rows(text: str, delimiter: str, wanted: Wanted) -> Iterator[Sequence[Cell]]:
    try:
        for number, row in enumerate(
            csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        ):
            yield row[:MAX_COLUMNS]
            if number > wanted.max_rows:
                return
    except csv.Error as error:
        raise Unreadable("CSV文件的引号或换行有误，请另存为xlsx文件。") from error
