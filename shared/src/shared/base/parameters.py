"""A parameter of policy (政策参数) as people read and write it: its form, its words, what it may be; pure."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from shared.base.money import Fen, percent_of, yuan

Value = bool | int | str | list[str] | None
PLAIN_DECIMAL = re.compile(r"\d{1,4}(\.\d{1,7})?")


class Form(StrEnum):
    """How a parameter is written."""

    FLAG = "flag"
    NUMBER = "number"
    FEN = "fen"
    BASIS_POINTS = "basis_points"
    RATE = "rate"
    """A share of one as a decimal in a string, read and typed in percent."""
    DECIMAL = "decimal"
    """A decimal in a string."""
    DAY = "day"
    CHOICE = "choice"
    TEXT = "text"
    LIST = "list"
    """Of codes, or of parts; read, and changed by a release alone."""


def _percent_of_rate(rate: str) -> str:
    return f"{Decimal(rate).scaleb(2).normalize():f}%"


def _plain(decimal: str) -> str:
    return f"{Decimal(decimal).normalize():f}"


NUMBER_WORDS: Mapping[Form, Callable[[int], str]] = {
    Form.FEN: lambda fen: f"{yuan(Fen(fen))}元",
    Form.BASIS_POINTS: percent_of,
}
STRING_WORDS: Mapping[Form, Callable[[str], str]] = {
    Form.RATE: _percent_of_rate,
    Form.DECIMAL: _plain,
}


def in_words(form: Form, value: Value, choices: Mapping[str, str]) -> str:
    """A value in Chinese."""
    match value:
        case None:
            return "不设"
        case bool():
            return "是" if value else "否"
        case int():
            return NUMBER_WORDS.get(form, str)(value)
        case str():
            return choices.get(value) or STRING_WORDS.get(form, str)(value)
    return "、".join(value) or "无"


FITS: Mapping[Form, type] = {
    Form.FLAG: bool,
    Form.NUMBER: int,
    Form.FEN: int,
    Form.BASIS_POINTS: int,
    Form.RATE: str,
    Form.DECIMAL: str,
    Form.DAY: str,
    Form.CHOICE: str,
    Form.TEXT: str,
}


def fits(form: Form, choices: Mapping[str, str], value: Value) -> bool:
    """Whether a parameter of that form can hold a value; a list is changed by a release alone."""
    if form is Form.LIST:
        return False
    if value is None:
        return True  # Whether it may be left out is for the owner of the row to say.
    if type(value) is not FITS[form]:
        return False
    if form is Form.CHOICE:
        return value in choices
    if form in STRING_WORDS:
        return PLAIN_DECIMAL.fullmatch(str(value)) is not None
    return form is not Form.DAY or _is_day(str(value))


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


@dataclass(frozen=True)
class Difference:
    """A parameter that would be another."""

    path: str
    title: str
    before: str
    after: str

    @property
    def text(self) -> str:
        """As one reads it."""
        return f"{self.title}：{self.before}改为{self.after}"


def told_of(differences: Sequence[Difference]) -> str:
    """All that would be another, in one sentence."""
    return "；".join(one.text for one in differences)
