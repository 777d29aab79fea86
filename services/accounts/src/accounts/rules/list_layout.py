"""Where things stand in an employer's list (汇缴清册): its header in any order, and what titles say of it."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from accounts.domain import Month
from accounts.rules.cells import fen_in, month_in
from shared.base.cells import BadCell, Cell, is_empty, text_of
from shared.base.cleaning import clean_number


class Field(StrEnum):
    """A column that means something here."""

    ACCOUNT = "account_number"
    NAME = "name"
    ID_TYPE = "id_type"
    ID_NUMBER = "id_number"
    BASE = "base"
    EMPLOYER = "employer"
    EMPLOYEE = "employee"
    TOTAL = "total"
    REMITTED = "remitted"
    REASON = "reason"

    @property
    def text(self) -> str:
        """Its name in the template."""
        return COLUMNS[self][0]


COLUMNS: Mapping[Field, tuple[str, ...]] = {
    Field.ACCOUNT: ("个人账号", "个人公积金账号", "公积金账号", "职工账号", "个人账户", "账号"),
    Field.NAME: ("姓名", "职工姓名", "个人姓名", "名字"),
    Field.ID_TYPE: ("证件类型", "证件种类"),
    Field.ID_NUMBER: ("证件号码", "身份证号码", "身份证号", "证件号", "身份证", "身份证件号码"),
    Field.BASE: ("缴存基数", "个人缴存基数", "月缴存基数", "公积金基数", "基数", "公积金缴存基数"),
    Field.EMPLOYER: ("单位月缴存额", "单位缴存额", "单位部分", "单位缴存", "单位月缴额"),
    Field.EMPLOYEE: ("个人月缴存额", "个人缴存额", "个人部分", "个人缴存", "职工月缴存额", "个人月缴额"),
    Field.TOTAL: ("月缴存额", "合计", "月缴存额合计", "合计月缴存额", "月缴额", "缴存额合计"),
    Field.REMITTED: ("清册发生额", "发生额", "本月汇缴额", "汇缴额"),
    Field.REASON: ("调整原因", "变更原因", "原因"),
}  # fmt: skip
"""What employers call each column; the first is the template's own."""
MONEY = (Field.BASE, Field.EMPLOYER, Field.EMPLOYEE, Field.TOTAL, Field.REMITTED)
NEEDED = (Field.NAME, Field.BASE)
IDENTIFYING = (Field.ACCOUNT, Field.ID_NUMBER)
TEMPLATE = (
    Field.ACCOUNT,
    Field.NAME,
    Field.ID_NUMBER,
    Field.BASE,
    Field.EMPLOYER,
    Field.EMPLOYEE,
    Field.TOTAL,
    Field.REASON,
)
HEADER_WITHIN_ROWS = 50
"""A header further down is none."""

_FIELDS = {alias: field for field, aliases in COLUMNS.items() for alias in aliases}
_IN_BRACKETS = re.compile(r"[(\[【〔].*?[)\]】〕]")
_LABELS = {
    "month": ("清册年月", "汇缴年月", "汇缴月份", "缴存年月", "所属年月", "缴存月份", "清册月份"),
    "employer": ("单位账号", "单位公积金账号", "单位代码", "单位编号"),
    "people": ("发生人数", "汇缴人数", "缴存人数", "总人数"),
    "fen": ("发生额", "汇缴金额", "汇缴总额", "缴存总额", "总金额"),
}
_LABELLED = {alias: kind for kind, aliases in _LABELS.items() for alias in aliases}


@dataclass
class Titles:
    """What stands above the header: each with its row and column, counted from 1 and 0."""

    month: tuple[int, int, Month | None] | None = None
    employer: tuple[int, int, str] | None = None
    people: tuple[int, int, int] | None = None
    fen: tuple[int, int, int] | None = None


@dataclass
class Header:
    """Where the columns are: of each field, counted from 0."""

    row: int
    columns: dict[Field, int]
    twice: list[tuple[int, str]] = field(default_factory=list)
    """Columns that name a field that another one has named."""
    ignored: list[str] = field(default_factory=list)
    """Names of columns that mean nothing here."""

    @property
    def missing(self) -> str | None:
        """The columns that must be there and are not, as one text."""
        names = [f"“{one.text}”" for one in NEEDED if one not in self.columns]
        if not any(one in self.columns for one in IDENTIFYING):
            names.insert(0, "、".join(f"“{one.text}”" for one in IDENTIFYING) + "之一")
        return "和".join(names) or None


def column_field(cell: Cell) -> Field | None:
    """Return what a header cell names, however it is spaced, bracketed and widened."""
    return _FIELDS.get(_label(cell))


def _label(cell: Cell) -> str:
    text = unicodedata.normalize("NFKC", text_of(cell))
    text = clean_number(_IN_BRACKETS.sub("", text)).strip("*:")
    return text.removesuffix("元") if text not in _FIELDS else text


def header_in(row: int, cells: Sequence[Cell]) -> Header | None:
    """Return the header that a row is: it names a person and one thing more; None if it is none."""
    found = Header(row, {})
    for column, cell in enumerate(cells):
        if is_empty(cell):
            continue
        field_ = column_field(cell)
        if field_ is None:
            found.ignored.append(text_of(cell)[:50])
        elif field_ in found.columns:
            found.twice.append((column, text_of(cell)[:50]))
        else:
            found.columns[field_] = column
    known = set(found.columns)
    return found if len(known) >= 2 and known & {Field.NAME, *IDENTIFYING} else None


def read_title(titles: Titles, row: int, cells: Sequence[Cell]) -> None:
    """Take from a row above the header what it says of month, employer, head count and sum."""
    for column, cell in enumerate(cells):
        if not isinstance(cell, str):
            continue
        label, colon, value = unicodedata.normalize("NFKC", cell).partition(":")
        kind = _LABELLED.get(_label(label))
        if kind is None:
            continue
        where: int = column
        said: Cell = value
        if not colon or is_empty(value):
            following = [n for n in range(column + 1, len(cells)) if not is_empty(cells[n])]
            if not following:
                continue
            where, said = following[0], cells[following[0]]
        _take(titles, kind, row, where, said)


def _take(titles: Titles, kind: str, row: int, column: int, said: Cell) -> None:
    if kind == "month":
        titles.month = row, column, month_in(said)
    elif kind == "employer":
        titles.employer = row, column, clean_number(text_of(said))
    elif kind == "people":
        digits = re.fullmatch(r"([0-9]+)人?", clean_number(text_of(said)))
        if digits:
            titles.people = row, column, int(digits[1])
    else:
        try:
            titles.fen = row, column, fen_in(said)
        except BadCell:
            return


TOTAL_WORDS = ("合计", "总计", "共计")
SUBTOTAL_WORDS = ("小计", "本页合计")
FOOTER_WORDS = ("制表", "填表", "经办", "复核", "审核", "单位负责人", "备注", "说明", "注", "打印")


def begins_with(cells: Sequence[Cell], words: Sequence[str]) -> bool:
    """Tell whether the first text of a row begins with one of the words."""
    for cell in cells:
        if isinstance(cell, str) and not is_empty(cell):
            return not cell[0].isascii() and clean_number(cell).startswith(tuple(words))
    return False
