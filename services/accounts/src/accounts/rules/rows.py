"""Lists of people as they were typed or pasted: every row is read, and every flaw is said at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from shared.base.cleaning import InvalidIdentifier, clean_name
from shared.base.id_documents import IdDocument, IdType
from shared.base.identifiers import Phone

T = TypeVar("T")
FIELD_TEXTS = {"name": "姓名", "id_number": "证件号码", "phone": "手机号码"}


@dataclass(frozen=True)
class Flaw:
    """What is wrong in one field of one row, counted from 1."""

    row: int
    field: str
    value: str
    reason: str
    rule: str | None

    @property
    def text(self) -> str:
        """One sentence without its full stop."""
        return f"第{self.row}行{FIELD_TEXTS.get(self.field, '')}：{self.reason.rstrip('。')}"


@dataclass(frozen=True)
class TypedPerson:
    """Somebody on a list, as typed."""

    name: str
    id_type: IdType
    id_number: str
    phone: str
    base_fen: int
    opened_on: date | None


@dataclass(frozen=True)
class Employee:
    """Somebody whose account is to be opened."""

    name: str
    document: IdDocument
    phone: Phone
    base_fen: int
    opened_on: date | None


@dataclass
class Reading:
    """What was read of a list, and what is wrong with it."""

    people: list[Employee] = field(default_factory=list)
    flaws: list[Flaw] = field(default_factory=list)


def read_people(typed: Sequence[TypedPerson], today: date) -> Reading:
    """Read each field of each row; the same document twice is a flaw of its later rows (R-ACC-8)."""
    reading = Reading()
    first_row: dict[str, int] = {}
    for row, one in enumerate(typed, start=1):
        name = _read(reading, row, "name", one.name, clean_name)
        document = _read(
            reading,
            row,
            "id_number",
            one.id_number,
            lambda text, kind=one.id_type: IdDocument.parse(kind, text, today=today),  # type: ignore[misc]
        )
        phone = _read(reading, row, "phone", one.phone, Phone.parse)
        if document is not None:
            before = first_row.setdefault(document.lookup_key, row)
            if before != row:
                reason = f"与第{before}行是同一证件号码"
                reading.flaws.append(Flaw(row, "id_number", one.id_number, reason, "R-ACC-8"))
        if name is not None and document is not None and phone is not None:
            reading.people.append(Employee(name, document, phone, one.base_fen, one.opened_on))
    return reading


def _read(reading: Reading, row: int, name: str, value: str, parse: Callable[[str], T]) -> T | None:
    try:
        return parse(value)
    except InvalidIdentifier as error:
        reading.flaws.append(Flaw(row, name, value, error.detail_zh, error.rule))
        return None
