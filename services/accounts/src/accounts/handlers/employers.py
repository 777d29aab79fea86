"""Employers: registered, their agreements, and the accounts that they open for their staff."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

import asyncpg

from accounts import announcements
from accounts.domain import NewEmployer
from accounts.errors import Reason, Refused
from accounts.store import employers as store
from accounts.store.employers import NewPerson
from accounts.store.remittances import policy_on
from shared.base.identifiers import Phone, ResidentId, SocialCreditCode
from shared.messaging.unit import Unit

ID_TAIL_CHARACTERS = 4


def demand_agreement(employer: asyncpg.Record) -> None:
    """R-ACC-1, 9: online work needs an agreement that was not revoked."""
    if employer["agreement_signed_on"] is None or employer["agreement_revoked_on"] is not None:
        raise Refused(Reason.NO_AGREEMENT)


@dataclass(frozen=True)
class Operator:
    """The unit operator (单位经办人)."""

    name: str
    id_number: ResidentId
    phone: Phone


async def register_employer(
    unit: Unit,
    *,
    name: str,
    code: SocialCreditCode,
    payday: int,
    ratios_bp: tuple[int, int],
    operator: Operator,
    registered_on: date | None,
) -> str:
    """Register an employer (R-ACC-6); returns its number (单位账号)."""
    today = unit.clock.today()
    await _demand_ratios(unit, ratios_bp, today)
    seal = unit.personal_data.seal
    new = NewEmployer(
        name,
        code.value,
        payday,
        *ratios_bp,
        seal(operator.name),
        seal(operator.id_number.value),
        seal(operator.phone.value),
        not_future(registered_on or today, today),
    )
    try:
        async with unit.connection.transaction():
            number = await store.add_employer(unit.connection, new)
    except asyncpg.UniqueViolationError as error:
        raise Refused(Reason.EMPLOYER_KNOWN) from error
    id_number_hash = unit.personal_data.lookup_hash(operator.id_number.value)
    unit.emit(announcements.employer_registered(number, new, id_number_hash))
    return number


async def _demand_ratios(unit: Unit, ratios_bp: tuple[int, int], today: date) -> None:
    policy = await policy_on(unit.connection, today)
    if not all(policy.allows_ratio(ratio) for ratio in ratios_bp):
        raise Refused(
            Reason.RATIO_NOT_ALLOWED,
            lowest=policy.ratio_min_bp // 100,
            highest=policy.ratio_max_bp // 100,
        )


def not_future(day: date, today: date) -> date:
    """Return the day, which must not lie ahead."""
    if day > today:
        raise Refused(Reason.FUTURE_DATE)
    return day


async def sign_agreement(unit: Unit, number: str, version: str, on: date) -> None:
    """Record the online agreement (R-ACC-1)."""
    if await store.lock_employer(unit.connection, number) is None:
        raise Refused(Reason.NOT_FOUND)
    await store.sign_agreement(unit.connection, number, version, not_future(on, unit.clock.today()))


async def revoke_agreement(unit: Unit, number: str) -> None:
    """End the online agreement; confirmed lists still complete (R-ACC-9)."""
    if await store.lock_employer(unit.connection, number) is None:
        raise Refused(Reason.NOT_FOUND)
    await store.revoke_agreement(unit.connection, number, unit.clock.today())


@dataclass(frozen=True)
class Employee:
    """Somebody whose account is to be opened."""

    name: str
    id_number: ResidentId
    phone: Phone
    base_fen: int
    opened_on: date | None


async def open_accounts(
    unit: Unit, employer_number: str, employees: Sequence[Employee], actor: str, *, by_staff: bool
) -> list[asyncpg.Record]:
    """Open individual accounts, all or none; one account per ID (R-ACC-8)."""
    employer = await store.lock_employer(unit.connection, employer_number)
    if employer is None:
        raise Refused(Reason.NOT_FOUND)
    today = unit.clock.today()
    if not by_staff:
        demand_agreement(employer)
        if any(employee.opened_on not in (None, today) for employee in employees):
            raise Refused(Reason.PAST_DATE_BY_EMPLOYER)
    new = [_new_person(unit, employee, today) for employee in employees]
    hashes = [person.id_number_hash for person in new]
    if len(set(hashes)) < len(hashes):
        raise Refused(Reason.REPEATED_PERSON)
    known = await store.add_persons(unit.connection, new)
    if known:
        found = [str(i) for i, value in enumerate(hashes, start=1) if value in known]
        raise Refused(Reason.ACCOUNTS_KNOWN, positions="、".join(found))
    rows = await store.open_accounts(unit.connection, employer_number, new, actor, today)
    for row in rows:
        unit.emit(announcements.account_opened(row, employer_number))
    return rows


def _new_person(unit: Unit, employee: Employee, today: date) -> NewPerson:
    data = unit.personal_data
    id_number, phone = employee.id_number.value, employee.phone.value
    return NewPerson(
        uuid4(),
        data.seal(employee.name),
        data.seal(id_number),
        data.lookup_hash(id_number),
        id_number[-ID_TAIL_CHARACTERS:],
        data.seal(phone),
        data.lookup_hash(phone),
        employee.base_fen,
        not_future(employee.opened_on or today, today),
    )
