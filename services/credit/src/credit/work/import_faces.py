"""Opens a file that is handed in: JSON, XML, CSV or Excel; only ever in a bounded process (R-CRD-35).

Which face it is, the file itself says, not its name.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from xml.parsers import expat

from credit.domain import ImportKind
from credit.rules.import_layout import HEADER_WITHIN_ROWS, header_in
from credit.rules.import_reading import MAX_ROWS, Found, Reader, Told
from shared.base.cells import Cell
from shared.base.spreadsheets import Unreadable, Wanted, open_sheet

CHUNK_BYTES = 64 * 1024
XML_DEPTH_MAX = 8
FIELDS_MAX = 100
"""Of a row."""
TOTAL_DIGITS_MAX = 9


def read(data: bytes, what: ImportKind, today: date) -> Iterator[Found]:
    """Read a file; raises `Unreadable`."""
    reader, begins = Reader(what, today), data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    if begins.startswith(b"<"):
        told = Told()
        return reader.fields(_xml_rows(data, told), told)
    if begins.startswith((b"{", b"[")):
        rows, said = _json(data)
        return reader.fields(rows, said)

    def is_header(number: int, cells: Any) -> bool:
        return header_in(what, number, cells) is not None

    sheet = open_sheet(data, Wanted("数据表", is_header, HEADER_WITHIN_ROWS, MAX_ROWS))
    return reader.table(sheet.rows)


def _json(data: bytes) -> tuple[Iterator[Mapping[str, Cell]], Told]:
    try:
        found = json.loads(data.decode("utf-8-sig"), parse_float=str, parse_int=str)
    except (ValueError, RecursionError) as error:
        raise Unreadable("JSON格式有误，请检查后重新上传。") from error
    if not isinstance(found, dict) or not isinstance(found.get("rows"), list):
        raise Unreadable("JSON应为带有total和rows的对象，请对照下载的结构定义。")
    total, sm3 = found.get("total"), found.get("sm3")
    if not isinstance(total, str) or not total.isdecimal() or len(total) > TOTAL_DIGITS_MAX:
        raise Unreadable("JSON缺少行数total，请对照下载的结构定义。")
    return map(_plain, found["rows"]), Told(int(total), sm3 if isinstance(sm3, str) else None)


def _plain(row: Any) -> Mapping[str, Cell]:
    if not isinstance(row, dict) or len(row) > FIELDS_MAX:
        raise Unreadable("rows中的每一项应为一个对象，请对照下载的结构定义。")
    return {tag: _value(value) for tag, value in row.items()}


def _value(value: Any) -> Cell:
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return "、".join(value)
    if value is None or isinstance(value, str):
        return value
    raise Unreadable("字段的值应为文本，请对照下载的结构定义。")


class _Rows:
    """`ExchangeMessage/Header/…` and `ExchangeMessage/Body/fields/<tag>`, as they are read."""

    def __init__(self, told: Told) -> None:
        self.done: list[dict[str, Cell]] = []
        self._told = told
        self._path: list[str] = []
        self._row: dict[str, Cell] = {}
        self._text: list[str] = []

    def start(self, name: str, _attributes: Mapping[str, str]) -> None:
        self._path.append(name)
        self._text = []
        if len(self._path) > XML_DEPTH_MAX:
            raise Unreadable("XML嵌套过深，请对照下载的结构定义。")
        if self._path == ["ExchangeMessage", "Body", "fields"]:
            self._row = {}

    def text(self, data: str) -> None:
        self._text.append(data)

    def end(self, name: str) -> None:
        text = "".join(self._text).strip()
        if self._path[:-1] == ["ExchangeMessage", "Body", "fields"]:
            self._row[name] = text
            if len(self._row) > FIELDS_MAX:
                raise Unreadable("XML中一行的字段过多，请对照下载的结构定义。")
        elif self._path == ["ExchangeMessage", "Body", "fields"]:
            self.done.append(self._row)
        elif self._path[:-1] == ["ExchangeMessage", "Header"]:
            self._head(name, text)
        self._path.pop()
        self._text = []

    def _head(self, name: str, text: str) -> None:
        if name == "total" and text.isdecimal() and len(text) <= TOTAL_DIGITS_MAX:
            self._told.total = int(text)
        elif name == "sm3":
            self._told.sm3 = text


def _xml_rows(data: bytes, told: Told) -> Iterator[Mapping[str, Cell]]:
    """Yield rows while they are read: no tree is built, and a document type with its entities is refused."""
    rows, parser = _Rows(told), expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = rows.start, rows.end
    parser.CharacterDataHandler = rows.text
    parser.StartDoctypeDeclHandler = _no_doctype
    try:
        for begin in range(0, len(data), CHUNK_BYTES):
            parser.Parse(data[begin : begin + CHUNK_BYTES], False)
            yield from rows.done
            rows.done = []
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise Unreadable("XML格式有误，请检查后重新上传。") from error
    yield from rows.done
    if told.total is None:
        raise Unreadable("XML的Header中缺少行数total，请对照下载的结构定义。")


def _no_doctype(*_what: Any) -> None:
    raise Unreadable("XML不能带有DOCTYPE，请删除后重新上传。")
