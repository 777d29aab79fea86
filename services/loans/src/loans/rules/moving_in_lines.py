"""A file of an older system's loans (期初), JSON Lines: a loan a line, people by their documents. Pure."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from shared.base.cleaning import InvalidIdentifier
from shared.base.id_documents import IdDocument, IdType

MAX_LOANS = 50_000
"""Loans of one file; a city comes in several."""
MAX_LINE_BYTES = 512 * 1024
ONE, SEVERAL = "borrower", ("co_borrowers", "guarantors")
AGREEMENTS, PERSON = "agreements", "person_id"
NUMBER_CHARACTERS = 30


class BadLine(Exception):
    """A line that cannot be taken: which field of it, and why, in Chinese."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(field, reason)
        self.field = field
        self.reason = reason


@dataclass(frozen=True)
class Line:
    """A loan as the file has it."""

    number: int
    """From 1."""
    told: Mapping[str, Any]

    @property
    def contract(self) -> str:
        """The contract's number as the file says, for whoever mends it."""
        return str(self.told.get("contract_number", ""))[:NUMBER_CHARACTERS]


def parsed(text: str, number: int) -> Line:
    """Read a line; raises `BadLine`."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        raise BadLine("", "不是有效的JSON") from None
    if not isinstance(told, dict):
        raise BadLine("", "每行应为一笔贷款的JSON对象")
    return Line(number, told)


def documents(line: Line) -> dict[str, IdDocument]:
    """Whom a loan names, by where; raises `BadLine`."""
    return {where: _document(where, value) for where, value in _people(line.told)}


def _people(told: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    yield ONE, told.get(ONE)
    for field in SEVERAL:
        for position, value in enumerate(_list(told, field)):
            yield f"{field}.{position}", value
    for position, value in enumerate(_list(told, AGREEMENTS)):
        if not isinstance(value, dict):
            raise BadLine(f"{AGREEMENTS}.{position}", "不是冲抵协议")
        yield f"{AGREEMENTS}.{position}.{PERSON}", value.get(PERSON)


def _list(told: Mapping[str, Any], field: str) -> Iterable[Any]:
    value = told.get(field, [])
    if not isinstance(value, list):
        raise BadLine(field, "应为数组")
    return value


def _document(where: str, value: object) -> IdDocument:
    """`"3714…"` is a resident ID; another type reads `{"id_type": "03", "id_number": "E1234567"}`."""
    kind: object = IdType.RESIDENT_ID.value
    number = value
    if isinstance(value, dict):
        kind, number = value.get("id_type"), value.get("id_number")
    if not isinstance(number, str) or not isinstance(kind, str):
        raise BadLine(where, "缺少证件号码")
    try:
        return IdDocument.parse(IdType(kind), number)
    except InvalidIdentifier as error:
        raise BadLine(where, error.detail_zh.rstrip("。")) from None
    except ValueError:
        raise BadLine(where, "不是证件类型代码") from None


def with_people(line: Line, people: Mapping[str, UUID]) -> dict[str, Any]:
    """The loan with people in the places of documents: `people` by the same places; raises `BadLine`."""
    for where, _ in _people(line.told):
        if where not in people:
            raise BadLine(where, "不是本中心登记的职工，或登记时未留证件号码")
    named = {where: str(person) for where, person in people.items()}
    agreements = [
        {**one, PERSON: named[f"{AGREEMENTS}.{position}.{PERSON}"]}
        for position, one in enumerate(_list(line.told, AGREEMENTS))
    ]
    several = {
        field: [named[f"{field}.{at}"] for at, _ in enumerate(_list(line.told, field))]
        for field in SEVERAL
    }
    return {**line.told, ONE: named[ONE], **several, AGREEMENTS: agreements}
