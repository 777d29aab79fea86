"""Who lives in a generated city, and the sealed rows of them that services keep. Numbers count from 1."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from accounts.sealed import PERSON_ID_NUMBER, PERSON_NAME, PERSON_PHONE
from city.seed.people import (
    BANKS,
    DISTRICTS,
    GIVEN_NAMES,
    PHONE_PREFIXES,
    SURNAMES,
    checked,
)
from gateway.sealed import ID_NUMBER, NAME, PHONE
from gateway.store.identities import NewIdentity, new_row_seal
from loans.sealed import PERSON_NAME as BORROWER_NAME
from notifications.sealed import SUBSCRIBER_PHONE
from shared.base.identifiers import BankCard
from shared.identity.principal import Role
from shared.sealing.personal_data import PersonalData

FIRST_BIRTHDAY, BIRTHDAYS = date(1962, 1, 1), 14_000
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_SIGNS = "10X98765432"
"""GB 11643."""
TAIL_DIGITS = 4
KNOWN_TO = ("accounts", "gateway", "loans", "notifications")
"""The services that keep people."""

Row = tuple[object, ...]


@dataclass(frozen=True)
class Resident:
    """One of them."""

    person_id: UUID
    name: str
    id_number: str
    phone: str


def person_id(number: int) -> UUID:
    """The person of an account; in SQL `md5('person' || n)::uuid`."""
    return UUID(hashlib.md5(f"person{number}".encode(), usedforsecurity=False).hexdigest())


def resident(number: int) -> Resident:
    """Make the owner of an account; no two have a document or a phone in common."""
    district, rest = DISTRICTS[number % len(DISTRICTS)], number // len(DISTRICTS)
    born = FIRST_BIRTHDAY + timedelta(days=rest % BIRTHDAYS)
    body = f"{district}{born:%Y%m%d}{rest // BIRTHDAYS:03d}"
    weighed = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, body, strict=True))
    name = SURNAMES[number * 7 % len(SURNAMES)] + GIVEN_NAMES[number * 13 % len(GIVEN_NAMES)]
    phone = f"{PHONE_PREFIXES[number % len(PHONE_PREFIXES)]}{number:08d}"
    return Resident(person_id(number), name, body + CHECK_SIGNS[weighed % 11], phone)


def card(number: int) -> str:
    """A bank card of somebody, which the bank has never seen yet."""
    return checked(f"{BANKS[number % len(BANKS)]}1612{number:08d}", BankCard.parse)


@dataclass(frozen=True)
class Kept:
    """Where a service keeps people, for COPY."""

    table: str
    columns: Sequence[str]


KEPT = {
    "accounts": Kept(
        "person",
        ("id", "name_sealed", "id_number_sealed", "id_number_hash", "id_number_tail", "phone_sealed",
         "phone_hash"),
    ),
    "gateway": Kept(
        "identity",
        ("id", "role", "id_number_hash", "id_number_sealed", "name_sealed", "phone_sealed", "phone_hash",
         "person_id", "created_at", "row_seal"),
    ),
    "loans": Kept("person", ("person_id", "name", "opened_on", "id_number_hash")),
    "notifications": Kept(
        "subscriber", ("person_id", "phone_sealed", "phone_hash", "phone_tail", "known_since")
    ),
}  # fmt: skip


def rows(service: str, data: PersonalData, who: Sequence[Resident], since: date) -> Iterator[Row]:
    """The rows of people as a service keeps them, sealed with its keys."""
    make = {"accounts": _person, "gateway": _identity, "loans": _borrower, "notifications": _phone}
    return (make[service](data, one, since) for one in who)


def _person(data: PersonalData, one: Resident, _since: date) -> Row:
    key = one.person_id
    return (
        key,
        data.seal(one.name, PERSON_NAME, key),
        data.seal(one.id_number, PERSON_ID_NUMBER, key),
        data.lookup_hash(one.id_number),
        one.id_number[-TAIL_DIGITS:],
        data.seal(one.phone, PERSON_PHONE, key),
        data.lookup_hash(one.phone),
    )


def _identity(data: PersonalData, one: Resident, since: date) -> Row:
    """A citizen who may log in; the identity has the person's id, as any other would do."""
    key = one.person_id
    new = NewIdentity(
        key,
        data.seal(one.name, NAME, key),
        data.seal(one.id_number, ID_NUMBER, key),
        data.lookup_hash(one.id_number),
        data.seal(one.phone, PHONE, key),
        data.lookup_hash(one.phone),
        key,
        None,
    )
    row_seal = new_row_seal(data, Role.INDIVIDUAL, new)
    made_at = datetime(since.year, since.month, since.day, tzinfo=UTC)
    return (
        key, Role.INDIVIDUAL.value, new.id_number_hash, new.id_number_sealed, new.name_sealed,
        new.phone_sealed, new.phone_hash, key, made_at, row_seal,
    )  # fmt: skip


def _borrower(data: PersonalData, one: Resident, since: date) -> Row:
    name = data.seal(one.name, BORROWER_NAME, one.person_id)
    return one.person_id, name, since, data.lookup_hash(one.id_number)


def _phone(data: PersonalData, one: Resident, since: date) -> Row:
    return (
        one.person_id,
        data.seal(one.phone, SUBSCRIBER_PHONE, one.person_id),
        data.lookup_hash(one.phone),
        one.phone[-TAIL_DIGITS:],
        since,
    )
