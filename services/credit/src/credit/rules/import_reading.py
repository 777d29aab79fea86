"""A file that is handed in, row by row: what is clear, and every flaw with its cell (R-CRD-14, 35)."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from cryptography.hazmat.primitives import hashes

from credit.domain import Entry, ImportKind, RecordKind
from credit.rules.entries import FEN_PER_WAN_YUAN, NATURAL, Flaw, flaws_of
from credit.rules.import_layout import (
    HEADER_WITHIN_ROWS,
    LAYOUTS,
    NEEDED,
    Column,
    Form,
    Header,
    header_in,
)
from shared.base.cells import (
    EXCEL_DAY_0,
    EXCEL_DAYS,
    BadCell,
    Cell,
    column_name,
    is_empty,
    number_in,
    text_of,
)
from shared.base.cleaning import InvalidIdentifier, clean_number, shown_name
from shared.base.identifiers import ResidentId, SocialCreditCode, mask_id_number, mask_name

MAX_ROWS = 200_000
"""Rows of a file; a greater register comes in several."""
VALUE_CHARACTERS = 60
"""Of a wrong value so many are told."""
MAX_CHARACTERS = 4_000
"""Of one cell."""
RULE_FORM, RULE_ROW = "R-CRD-35", "R-CRD-14"

_DAY = re.compile(r"([0-9]{4})[/.年-]([0-9]{1,2})[/.月-]([0-9]{1,2})日?")
_WAN_YUAN = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,6})?")
_BETWEEN = re.compile(r"[,，;；、]")


class ReadRow(NamedTuple):
    """A row as it would be taken; a tuple, since there are 200,000."""

    row: int
    said: dict[str, Any]
    """Days in ISO 8601, amounts in fen."""


class RowFlaw(NamedTuple):
    """What is wrong in one cell: where, what stands there (people's data masked), why."""

    row: int
    """From 1, as the file counts; 0 of the whole file."""
    cell: str
    """`F3` of a table, the tag of another face; empty of a whole row."""
    field: str
    """The heading."""
    value: str
    reason: str
    rule: str


class Head(NamedTuple):
    """Where the header has what: field → column from 0; and what means nothing here."""

    columns: dict[str, int]
    ignored: list[str]


class Whole(NamedTuple):
    """What was read in all."""

    rows: int
    flaws: int
    digest: str
    """SM3 (GB/T 32905) of the rows: each as JSON with sorted keys, UTF-8, ended by a line feed."""
    natural: int
    """Rows about natural persons."""
    fine_fen: int
    first_day: str | None
    last_day: str | None


@dataclass
class Told:
    """What a file says of itself: how many rows, and their digest; an XML file has said it by its end."""

    total: int | None = None
    sm3: str | None = None


@dataclass
class _Sums:
    rows: int = 0
    natural: int = 0
    fine_fen: int = 0
    days: list[str] = field(default_factory=list)
    """The first and the last."""
    keys: dict[tuple[str, ...], int] = field(default_factory=dict)
    """What identifies a row → the row in which it stands."""


Found = ReadRow | RowFlaw | Head | Whole


def canonical(said: Mapping[str, Any]) -> bytes:
    """A row as it is hashed: the same, whichever face it came in."""
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode() + b"\n"


class Reader:
    """Reads the rows of one file; what it yields ends with a summary."""

    def __init__(self, what: ImportKind, today: date) -> None:
        self._what = what
        self._today = today
        self._sums = _Sums()
        self._sm3 = hashes.Hash(hashes.SM3())
        self._flaws = 0

    def table(self, rows: Iterable[Sequence[Cell]]) -> Iterator[Found]:
        """Read a sheet or a CSV file."""
        header: Header | None = None
        for number, cells in enumerate(rows, start=1):
            if header is None:
                header = header_in(self._what, number, cells)
                if header is not None:
                    yield from self._header(header)
                elif number >= HEADER_WITHIN_ROWS:
                    break
            elif not all(is_empty(cell) for cell in cells):
                if self._sums.rows >= MAX_ROWS:
                    yield self._flaw(0, "", f"行数过多，每个文件不超过{MAX_ROWS}行")
                    break
                here = {
                    column: (column_name(at) + str(number), cells[at])
                    for at, column in header.columns.items()
                    if at < len(cells)
                }
                yield from self._row(number, here)
        if header is None:
            names = [one.title for one in LAYOUTS[self._what] if one.field in NEEDED[self._what]]
            reason = f"没有找到表头，须有{'、'.join(names)}，请使用下载的模板"
            yield self._flaw(0, "", reason)
        yield from self._end(Told())

    def _header(self, header: Header) -> Iterator[Found]:
        yield Head({one.field: at for at, one in header.columns.items()}, list(header.ignored))
        for at in header.twice:
            cell = f"{column_name(at)}{header.row}"
            yield self._flaw(header.row, cell, "这一列与另一列重复，每项只留一列")

    def fields(self, rows: Iterable[Mapping[str, Cell]], told: Told) -> Iterator[Found]:
        """Read rows of named fields: those of JSON and XML; `told` is filled in by their end."""
        by_tag = {column.tag: column for column in LAYOUTS[self._what]}
        for number, row in enumerate(rows, start=1):
            if number > MAX_ROWS:
                yield self._flaw(0, "", f"行数过多，每个文件不超过{MAX_ROWS}行")
                break
            for tag in row:
                if tag not in by_tag:
                    yield self._flaw(number, tag[:50], "没有这个字段")
            here = {by_tag[tag]: (tag, cell) for tag, cell in row.items() if tag in by_tag}
            yield from self._row(number, here)
        yield from self._end(told)

    def _flaw(
        self,
        row: int,
        cell: str,
        reason: str,
        said: tuple[str, str] = ("", ""),
        rule: str = RULE_FORM,
    ) -> RowFlaw:
        """Count a flaw; `said` is what the field is called and what stands there."""
        self._flaws += 1
        return RowFlaw(row, cell, said[0], said[1][:VALUE_CHARACTERS], reason, rule)

    def _row(self, number: int, here: Mapping[Column, tuple[str, Cell]]) -> Iterator[Found]:
        said: dict[str, Any] = {column.field: _nothing(column) for column in LAYOUTS[self._what]}
        bad: set[str] = set()
        masked = not is_empty(_cell_of(here, "id_number"))
        for column, (cell, value) in here.items():
            try:
                said[column.field] = _read(column, value)
            except BadCell as why:
                bad.add(column.field)
                shown = _shown(column, value, masked=masked)
                reason = f"{why.reason}，{why.allowed}" if why.allowed else why.reason
                yield self._flaw(number, cell, reason, (column.title, shown), why.rule)
        wrong = False
        for flaw in self._wrong(said, number):
            wrong = True
            if flaw.field in bad:
                continue
            where, cell, value = _where(self._what, here, flaw.field)
            shown = _shown(where, value, masked=masked) if where else ""
            title = where.title if where else ""
            yield self._flaw(number, cell, flaw.sentence, (title, shown), RULE_ROW)
        self._sums.rows += 1
        if not bad and not wrong:
            self._add(said)
            yield ReadRow(number, said)

    def _wrong(self, said: Mapping[str, Any], number: int) -> Iterator[Flaw]:
        if self._what is ImportKind.SUBJECTS:
            yield from _subject_flaws(said)
            key: tuple[str, ...] = (said["code"] or said["id_number"],)
            name = "code" if said["code"] else "id_number"
        else:
            yield from flaws_of(entry_of(self._what, said), self._today)
            key, name = (said["authority_code"], said["document_no"]), "document_no"
        first = self._sums.keys.setdefault(key, number) if all(key) else number
        if first != number:
            yield Flaw(name, f"与第{first}行重复")

    def _add(self, said: Mapping[str, Any]) -> None:
        self._sm3.update(canonical(said))
        sums = self._sums
        sums.natural += bool(said["id_number"])
        sums.fine_fen += said.get("fine_fen") or 0
        day = said.get("decided_on")
        if day:
            sums.days = [min([*sums.days[:1], day]), max([*sums.days[1:], day])]

    def _end(self, told: Told) -> Iterator[Found]:
        digest = self._sm3.finalize().hex()
        rows = self._sums.rows
        if not rows and not self._flaws:
            yield self._flaw(0, "", "文件中没有数据行")
        if told.total is not None and told.total != rows:
            reason = f"total为{told.total}，实有{rows}行，文件可能不完整"
            yield self._flaw(0, "total", reason, ("", str(told.total)))
        if told.sm3 and not self._flaws and told.sm3.lower() != digest:
            yield self._flaw(0, "sm3", "摘要与各行不一致，文件可能被改动", ("", told.sm3))
        first, last = self._sums.days or (None, None)
        yield Whole(rows, self._flaws, digest, self._sums.natural, self._sums.fine_fen, first, last)


def cell_of(what: ImportKind, head: Head | None, name: str, row: int) -> tuple[str, str]:
    """The cell in which a field of a row stands, and what it is called."""
    column = next(one for one in LAYOUTS[what] if one.field == name)
    if head is None:
        return column.tag, column.title
    at = head.columns.get(name)
    return (f"{column_name(at)}{row}" if at is not None else ""), column.title


def entry_of(what: ImportKind, said: Mapping[str, Any]) -> Entry:
    """A row of 双公示 as the rules have it; days may be missing."""
    days = {name: _day_of(said.get(name)) for name in ("decided_on", "valid_from", "valid_until")}
    kind = RecordKind.PERMIT if what is ImportKind.PERMITS else RecordKind.PENALTY
    values = {**said, **days, "penalty_types": tuple(said.get("penalty_types") or ())}
    return Entry(kind=kind, **values)


def _day_of(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _nothing(column: Column) -> Any:
    if column.form in (Form.DAY, Form.WAN_YUAN):
        return None
    return [] if column.form is Form.LIST else ""


def _cell_of(here: Mapping[Column, tuple[str, Cell]], name: str) -> Cell:
    return next((value for column, (_, value) in here.items() if column.field == name), None)


def _where(
    what: ImportKind, here: Mapping[Column, tuple[str, Cell]], name: str
) -> tuple[Column | None, str, Cell]:
    """The column of a field, the cell in which it stands, and what stands there."""
    column = next((one for one in LAYOUTS[what] if one.field == name), None)
    if column is None:
        return None, "", None
    cell, value = here.get(column, ("", None))
    return column, cell, value


def _shown(column: Column, value: Cell, *, masked: bool) -> str:
    text = text_of(value)[:VALUE_CHARACTERS]
    if column.field == "id_number":
        return mask_id_number(text)
    return mask_name(text) if masked and column.form is Form.NAME else text


def _read(column: Column, cell: Cell) -> Any:
    if is_empty(cell):
        return _nothing(column)
    if column.form is Form.NUMBER:
        return number_in(cell, digits_exact=False)
    if column.form is Form.DAY:
        return _day(cell).isoformat()
    if column.form is Form.WAN_YUAN:
        return _fen(cell)
    text = text_of(cell)
    if len(text) > MAX_CHARACTERS:
        raise BadCell(f"不能超过{MAX_CHARACTERS}个字", "", RULE_ROW)
    if column.form is Form.LIST:
        return [one for part in _BETWEEN.split(text) if (one := clean_number(part))]
    return shown_name(text) if column.form is Form.NAME else text


def _day(cell: Cell) -> date:
    if isinstance(cell, date):
        return date(cell.year, cell.month, cell.day)
    if isinstance(cell, float) and cell.is_integer() and int(cell) in EXCEL_DAYS:
        return date.fromordinal(EXCEL_DAY_0.toordinal() + int(cell))
    found = _DAY.fullmatch(clean_number(text_of(cell)))
    try:
        if found:
            return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        pass
    raise BadCell("不是日期", "格式为YYYY/MM/DD", RULE_FORM)


def _fen(cell: Cell) -> int:
    """An amount in 万元; the sixth decimal is a fen."""
    text = repr(cell) if isinstance(cell, float) else clean_number(text_of(cell))
    if not _WAN_YUAN.fullmatch(text):
        raise BadCell("不是金额", "请按表头的单位填写，小数不超过六位，如0.5", RULE_FORM)
    return int(Decimal(text) * FEN_PER_WAN_YUAN)


def _subject_flaws(said: Mapping[str, Any]) -> Iterator[Flaw]:
    if not said["name"]:
        yield Flaw("name", "必填")
    if bool(said["code"]) == bool(said["id_number"]):
        yield Flaw("code", f"法人填写统一社会信用代码，{NATURAL}填写证件号码，只填一项")
        return
    name, parse = (
        ("code", SocialCreditCode.parse) if said["code"] else ("id_number", ResidentId.parse)
    )
    try:
        parse(said[name])
    except InvalidIdentifier as error:
        yield Flaw(name, error.detail_zh)
