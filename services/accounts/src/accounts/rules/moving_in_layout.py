"""Columns of the files by which an older system's accounts move in (期初), and what former books control."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from shared.base.cells import Cell, is_empty, text_of
from shared.base.cleaning import clean_number

HEADER_WITHIN_ROWS = 20
"""A header further down is none."""
NAME_CHARACTERS = 50
"""Of a column's name so many are told."""


class Kind(StrEnum):
    """What a file holds (文件种类)."""

    ACCOUNTS = "accounts"
    """A row for each account."""
    CONTROLS = "controls"
    """A row for each employer: what the former books add up to."""

    @property
    def text(self) -> str:
        """What people call it."""
        return {Kind.ACCOUNTS: "个人账户余额表", Kind.CONTROLS: "单位控制总数表"}[self]


class Field(StrEnum):
    """A column that means something here."""

    EMPLOYER = "employer_number"
    FORMER = "former_number"
    NAME = "name"
    ID_TYPE = "id_type"
    ID_NUMBER = "id_number"
    PHONE = "phone"
    CARD = "card"
    BASE = "base"
    OPENED = "opened_on"
    PAID_UP_TO = "paid_up_to"
    STATE = "state"
    SEALED = "sealed_on"
    REASON = "seal_reason"
    CARRIED = "carried"
    YEAR = "year"
    INTEREST = "interest"
    PEOPLE = "people"
    PRINCIPAL = "principal"

    @property
    def text(self) -> str:
        """Its usual name."""
        return COLUMNS[self][0]


F = Field
COLUMNS: Mapping[Field, tuple[str, ...]] = {
    F.EMPLOYER: ("单位账号", "单位公积金账号", "单位编号"),
    F.FORMER: ("原个人账号", "个人账号", "原账号", "原公积金账号"),
    F.NAME: ("姓名", "职工姓名"),
    F.ID_TYPE: ("证件类型", "证件种类"),
    F.ID_NUMBER: ("证件号码", "身份证号码", "身份证号", "证件号"),
    F.PHONE: ("手机号码", "手机号", "移动电话"),
    F.CARD: ("收款银行卡号", "银行卡号", "银行账号"),
    F.BASE: ("缴存基数", "基数"),
    F.OPENED: ("开户日期", "开户日"),
    F.PAID_UP_TO: ("缴至年月", "缴至月份"),
    F.STATE: ("账户状态", "状态"),
    F.SEALED: ("封存日期", "封存日"),
    F.REASON: ("封存原因",),
    F.CARRIED: ("上年结转", "上年结转余额", "结转本金"),
    F.YEAR: ("本年归集", "本年归集额", "当年归集"),
    F.INTEREST: ("应付利息", "未结利息", "利息"),
    F.PEOPLE: ("人数", "户数", "职工人数"),
    F.PRINCIPAL: ("本金", "本金合计", "余额"),
}
"""What older systems call each column; the first is the usual one."""
NEEDED: Mapping[Kind, tuple[Field, ...]] = {
    Kind.ACCOUNTS: (
        F.EMPLOYER, F.FORMER, F.NAME, F.ID_NUMBER, F.PHONE, F.BASE, F.OPENED, F.PAID_UP_TO, F.CARRIED, F.YEAR,
        F.INTEREST,
    ),
    Kind.CONTROLS: (F.EMPLOYER, F.PEOPLE, F.PRINCIPAL, F.INTEREST),
}  # fmt: skip
ALSO: Mapping[Kind, tuple[Field, ...]] = {
    Kind.ACCOUNTS: (F.ID_TYPE, F.CARD, F.STATE, F.SEALED, F.REASON),
    Kind.CONTROLS: (),
}

_FIELDS = {
    kind: {alias: one for one in (*NEEDED[kind], *ALSO[kind]) for alias in COLUMNS[one]}
    for kind in Kind
}


@dataclass
class Header:
    """Where the columns are: of each field, counted from 0."""

    columns: dict[Field, int]
    twice: list[tuple[int, str]] = field(default_factory=list)
    """Columns that name a field that another one has named."""
    ignored: list[str] = field(default_factory=list)
    """Names of columns that mean nothing here."""

    def missing(self, kind: Kind) -> list[str]:
        """The columns that must be there and are not."""
        return [one.text for one in NEEDED[kind] if one not in self.columns]


def header_in(kind: Kind, cells: Sequence[Cell]) -> Header | None:
    """Return the header that a row is: it names the employer and two things more; None if it is none."""
    found = Header({})
    for column, cell in enumerate(cells):
        if is_empty(cell):
            continue
        label = clean_number(unicodedata.normalize("NFKC", text_of(cell))).strip("*:")
        one = _FIELDS[kind].get(label.removesuffix("(元)").removesuffix("元"))
        if one is None:
            found.ignored.append(text_of(cell)[:NAME_CHARACTERS])
        elif one in found.columns:
            found.twice.append((column, text_of(cell)[:NAME_CHARACTERS]))
        else:
            found.columns[one] = column
    return found if Field.EMPLOYER in found.columns and len(found.columns) >= 3 else None
