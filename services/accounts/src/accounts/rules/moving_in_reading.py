"""A file of an older system read row by row (期初): what is clear, and every flaw with its cell. Pure."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple, TypeVar

from accounts.domain import Month
from accounts.rules.cells import fen_in, month_in
from accounts.rules.list_reading import VALUE_CHARACTERS, Flaw
from accounts.rules.moving_in_layout import HEADER_WITHIN_ROWS, Field, Header, Kind, header_in
from accounts.rules.sealing import SEAL_REASONS
from shared.base.cells import EXCEL_DAY_0, EXCEL_DAYS, BadCell, Cell, is_empty, number_in, text_of
from shared.base.cleaning import InvalidIdentifier, clean_name, clean_number
from shared.base.id_documents import IdDocument, IdType
from shared.base.identifiers import BankCard, Phone, mask_id_number, mask_name

MAX_ROWS = 200_000
"""Rows of one file; a city comes in several."""
FIRST_DAY = date(1991, 1, 1)
"""There was no housing provident fund before."""
FORMER = re.compile(r"[0-9A-Z-]{1,30}")
EMPLOYER = re.compile(r"[0-9]{6,20}")
PEOPLE_MAX = 1_000_000
RULE = "R-BK-1"
STATES = {"": False, "正常": False, "01": False, "封存": True, "02": True}
"""What a state is called → whether it is sealed."""
REASONS = {text: code for code, text in SEAL_REASONS.items()}
ID_TYPES = {"": IdType.RESIDENT_ID, "身份证": IdType.RESIDENT_ID, "居民身份证": IdType.RESIDENT_ID}

T = TypeVar("T")


class MovedRow(NamedTuple):
    """An account, as the file says; amounts in fen. A tuple: there are 200,000 of them."""

    row: int
    employer_number: str
    former_number: str
    name: str
    id_type: str
    id_number: str
    phone: str
    card: str | None
    """An own card (收款银行卡), where there is one."""
    base_fen: int
    opened_on: str
    """YYYY-MM-DD."""
    paid_up_to: str
    """First day of the month."""
    sealed_on: str | None
    seal_reason: str | None
    carried_fen: int
    year_fen: int
    interest_fen: int


class ControlRow(NamedTuple):
    """What the former books add up to for an employer, fen."""

    row: int
    employer_number: str
    people: int
    principal_fen: int
    interest_fen: int


@dataclass(frozen=True)
class Head:
    """Where the header has what."""

    columns: Mapping[str, int]
    """Field → column from 0, for whoever finds out more about a cell."""
    ignored: Sequence[str]


@dataclass(frozen=True)
class End:
    """What was read in all."""

    rows: int
    flaws: int


class FileReader:
    """Reads the rows of one sheet; what it yields ends with `End`."""

    def __init__(self, kind: Kind, as_of: date) -> None:
        self._kind = kind
        self._as_of = as_of
        self._header: Header | None = None
        self._flaws: list[Flaw] = []
        self._rows = 0

    def read(
        self, rows: Iterable[Sequence[Cell]]
    ) -> Iterator[MovedRow | ControlRow | Flaw | Head | End]:
        """Yield the header, what is clear and what is wrong, in order."""
        told = 0
        for number, cells in enumerate(rows, start=1):
            if number > MAX_ROWS:
                self._flaw(
                    0,
                    None,
                    "",
                    BadCell("行数过多", f"每个文件不超过{MAX_ROWS}行，请分成几个文件", RULE),
                )
                break
            if self._header is None:
                yield from self._before_header(number, cells)
                if self._header is None and number >= HEADER_WITHIN_ROWS:
                    break
                continue
            found = self._row(number, cells, self._header)
            told += len(self._flaws)
            yield from self._flaws
            self._flaws = []
            if found is not None:
                yield found
        if self._header is None:
            self._flaw(0, None, "", BadCell("没有找到表头", f"请使用{self._kind.text}的列名", RULE))
        elif not self._rows:
            self._flaw(0, None, "", BadCell("表中没有内容", "表头之下每户一行", RULE))
        yield from self._flaws
        yield End(self._rows, told + len(self._flaws))

    def _before_header(self, number: int, cells: Sequence[Cell]) -> Iterator[Head]:
        self._header = header_in(self._kind, cells)
        if self._header is None:
            return
        missing = self._header.missing(self._kind)
        if missing:
            names = "、".join(f"“{name}”" for name in missing)
            self._flaw(number, None, "", BadCell(f"表头缺少{names}列", "缺少的列请补齐", RULE))
        for column, text in self._header.twice:
            self._flaws.append(
                Flaw(number, column, "", text, "这一列与另一列重复", "每项只留一列", RULE)
            )
        columns = {one.value: at for one, at in self._header.columns.items()}
        yield Head(columns, self._header.ignored)

    def _row(
        self, number: int, cells: Sequence[Cell], header: Header
    ) -> MovedRow | ControlRow | None:
        here = {one: cells[at] for one, at in header.columns.items() if at < len(cells)}
        if all(is_empty(cell) for cell in here.values()) or text_of(
            here.get(Field.EMPLOYER)
        ).startswith("合计"):
            return None
        self._rows += 1
        before = len(self._flaws)
        row = _Row(self, number, here, header)
        found = row.control() if self._kind is Kind.CONTROLS else row.account(self._as_of)
        return found if len(self._flaws) == before else None

    def note(self, number: int, name: Field, cell: Cell, bad: BadCell) -> None:
        """Note what is wrong with a cell; people's data are masked."""
        assert self._header is not None
        self._flaw(number, name, text_of(cell), bad)

    def _flaw(
        self,
        row: int,
        name: Field | None,
        value: str,
        bad: BadCell,
    ) -> None:
        if name in (Field.ID_NUMBER, Field.FORMER, Field.PHONE, Field.CARD):
            value = mask_id_number(value)
        elif name is Field.NAME:
            value = mask_name(value)
        column = self._header.columns.get(name) if self._header and name else None
        self._flaws.append(
            Flaw(
                row, column, name or "", value[:VALUE_CHARACTERS], bad.reason, bad.allowed, bad.rule
            )
        )


class _Row:
    """One row, cell by cell: each that cannot be taken is noted, and the row goes on to the next."""

    def __init__(
        self, reader: FileReader, number: int, here: Mapping[Field, Cell], header: Header
    ) -> None:
        self._reader = reader
        self._number = number
        self._here = here
        self._header = header

    def control(self) -> ControlRow | None:
        """Read what the former books say of an employer."""
        employer = self._take(Field.EMPLOYER, _employer)
        people = self._take(Field.PEOPLE, _count)
        principal = self._take(Field.PRINCIPAL, _fen)
        interest = self._take(Field.INTEREST, _fen)
        if employer is None or people is None or principal is None or interest is None:
            return None
        return ControlRow(self._number, employer, people, principal, interest)

    def account(self, as_of: date) -> MovedRow | None:
        """Read an account."""
        kind = self._take(Field.ID_TYPE, _id_type) or IdType.RESIDENT_ID
        document = self._take(
            Field.ID_NUMBER,
            lambda cell: IdDocument.parse(kind, number_in(cell, digits_exact=False), today=as_of),
        )
        sealed = self._take(Field.STATE, _state)
        opened = self._take(Field.OPENED, lambda cell: _day(cell, as_of))
        month = self._take(Field.PAID_UP_TO, lambda cell: _month(cell, Month.of(as_of)))
        values: dict[str, Any] = {
            "employer_number": self._take(Field.EMPLOYER, _employer),
            "former_number": self._take(Field.FORMER, _former),
            "name": self._take(Field.NAME, lambda cell: clean_name(text_of(cell))),
            "phone": self._take(Field.PHONE, lambda cell: Phone.parse(_digits(cell)).value),
            "base_fen": self._take(Field.BASE, fen_in),
            "carried_fen": self._take(Field.CARRIED, _fen),
            "year_fen": self._take(Field.YEAR, _fen),
            "interest_fen": self._take(Field.INTEREST, _fen),
        }
        card = self._take(Field.CARD, _card)
        sealed_on, reason = self._seal(as_of) if sealed else (None, None)
        if opened is not None and month is not None and month < Month.of(opened).plus(-1):
            bad = BadCell(
                "缴至年月早于开户年月的上月", "开户以来没有缴存的，填开户年月的上月", RULE
            )
            self._reader.note(self._number, Field.PAID_UP_TO, self._here[Field.PAID_UP_TO], bad)
        if document is None or opened is None or month is None or None in values.values():
            return None
        return MovedRow(
            row=self._number, id_type=document.kind.value, id_number=document.value, card=card,
            opened_on=opened.isoformat(), paid_up_to=month.first.isoformat(),
            sealed_on=sealed_on.isoformat() if sealed_on else None, seal_reason=reason, **values,
        )  # fmt: skip

    def _seal(self, as_of: date) -> tuple[date | None, str | None]:
        day = self._take(Field.SEALED, lambda cell: _day(cell, as_of))
        return day, self._take(Field.REASON, _reason)

    def _take(self, name: Field, read: Callable[[Cell], T]) -> T | None:
        if name not in self._header.columns and name not in (Field.SEALED, Field.REASON):
            return None
        cell = self._here.get(name)
        try:
            return read(cell)
        except BadCell as bad:
            self._reader.note(self._number, name, cell, bad)
        except InvalidIdentifier as error:
            allowed = f"请填写正确的{name.text}"
            unfit = BadCell(error.detail_zh.rstrip("。"), allowed, error.rule or RULE)
            self._reader.note(self._number, name, cell, unfit)
        return None


def _digits(cell: Cell) -> str:
    return number_in(cell, digits_exact=True)


def _employer(cell: Cell) -> str:
    if is_empty(cell) or not EMPLOYER.fullmatch(found := _digits(cell)):
        raise BadCell("不是单位账号", "本系统的单位账号", RULE)
    return found


def _former(cell: Cell) -> str:
    if is_empty(cell) or not FORMER.fullmatch(found := _digits(cell)):
        raise BadCell("不是账号", "原系统的个人账号，不超过30位数字或字母", RULE)
    return found


def _card(cell: Cell) -> str | None:
    return None if is_empty(cell) else BankCard.parse(_digits(cell)).value


def _count(cell: Cell) -> int:
    text = clean_number(text_of(cell)).removesuffix("人").replace(",", "")
    if not re.fullmatch(r"[0-9]{1,7}", text) or not 0 < int(text) <= PEOPLE_MAX:
        raise BadCell("不是人数", "大于0的整数", RULE)
    return int(text)


def _fen(cell: Cell) -> int:
    """An amount that may be nothing, but must stand there."""
    if cell == 0.0 or (isinstance(cell, str) and re.fullmatch(r"0(\.0{0,2})?", cell.strip())):
        return 0
    if is_empty(cell):
        raise BadCell("缺少金额", "没有的填0", RULE)
    return fen_in(cell)


def _day(cell: Cell, latest: date) -> date:
    found: date | None = None
    if isinstance(cell, date):
        found = date(cell.year, cell.month, cell.day)
    elif isinstance(cell, float) and cell.is_integer() and int(cell) in EXCEL_DAYS:
        found = EXCEL_DAY_0 + timedelta(days=int(cell))
    else:
        parts = re.fullmatch(r"(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?", text_of(cell))
        try:
            found = date(*map(int, parts.groups())) if parts else None
        except ValueError:
            found = None
    if found is None:
        raise BadCell("不是日期", "如2019-07-01", RULE)
    if not FIRST_DAY <= found <= latest:
        raise BadCell("日期不在可填范围内", f"{FIRST_DAY}至期初日期{latest}", RULE)
    return found


def _month(cell: Cell, latest: Month) -> Month:
    found = month_in(cell)
    if found is None:
        raise BadCell("不是年月", "如2026-06", RULE)
    if not FIRST_DAY <= found.first <= latest.first:
        raise BadCell("年月晚于期初日期", f"不晚于{latest}", RULE)
    return found


def _state(cell: Cell) -> bool:
    text = text_of(cell)
    if text not in STATES:
        raise BadCell("不是可以移入的账户状态", "正常或封存；已销户的不移入", RULE)
    return STATES[text]


def _reason(cell: Cell) -> str:
    text = text_of(cell)
    if text not in REASONS:
        raise BadCell("不是封存原因", "、".join(REASONS), "R-SEAL-3")
    return REASONS[text]


def _id_type(cell: Cell) -> IdType:
    text = text_of(cell)
    if text in ID_TYPES:
        return ID_TYPES[text]
    try:
        return IdType(text)
    except ValueError:
        raise BadCell("不是证件类型代码", "住房公积金数据标准A.1的代码，如01", "R-CHK-1") from None
