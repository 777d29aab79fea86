"""Employers and their staff's accounts: register, sign, open, seal, unseal, freeze."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

import asyncpg

from accounts.domain import AccountState, Month
from accounts.errors import (
    AccountsKnown,
    EmployerKnown,
    FutureDate,
    MoneyFrozen,
    MonthAlreadyPaid,
    NoAgreement,
    NotFound,
    OnConfirmedList,
    RatioNotAllowed,
    RepeatedPerson,
    WrongState,
)
from accounts.store import employers as store
from accounts.store.employers import NewEmployer, NewPerson
from accounts.store.remittances import lock_employer, policy_on
from shared.identifiers import Phone, ResidentId, SocialCreditCode
from shared.messages.accounts import (
    EmployerRegistered,
    IndividualAccountOpened,
    IndividualAccountSealed,
    IndividualAccountUnsealed,
    SealReason,
)
from shared.unit import Unit

ID_TAIL_CHARACTERS = 4


def demand_agreement(employer: asyncpg.Record) -> None:
    """R-ACC-1, 9: online work needs an agreement that was not revoked."""
    if employer["agreement_signed_on"] is None or employer["agreement_revoked_on"] is not None:
        raise NoAgreement


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
        _not_future(registered_on or today, today),
    )
    try:
        async with unit.connection.transaction():
            number = await store.add_employer(unit.connection, new)
    except asyncpg.UniqueViolationError as error:
        raise EmployerKnown from error
    unit.emit(
        EmployerRegistered(
            employer_number=number,
            name=name,
            operator_name=new.operator_name_sealed,
            operator_id_number=new.operator_id_number_sealed,
            operator_id_number_hash=unit.personal_data.lookup_hash(operator.id_number.value),
            operator_phone=new.operator_phone_sealed,
        )
    )
    return number


async def _demand_ratios(unit: Unit, ratios_bp: tuple[int, int], today: date) -> None:
    policy = await policy_on(unit.connection, today)
    if not all(policy.allows_ratio(ratio) for ratio in ratios_bp):
        raise RatioNotAllowed(
            lowest=policy.ratio_min_bp // 100, highest=policy.ratio_max_bp // 100
        )


def _not_future(day: date, today: date) -> date:
    if day > today:
        raise FutureDate
    return day


async def sign_agreement(unit: Unit, number: str, version: str, on: date) -> None:
    """Record the online agreement (R-ACC-1)."""
    if await lock_employer(unit.connection, number) is None:
        raise NotFound
    await store.sign_agreement(
        unit.connection, number, version, _not_future(on, unit.clock.today())
    )


async def revoke_agreement(unit: Unit, number: str) -> None:
    """End the online agreement; confirmed lists still complete (R-ACC-9)."""
    if await lock_employer(unit.connection, number) is None:
        raise NotFound
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
    employer = await lock_employer(unit.connection, employer_number)
    if employer is None:
        raise NotFound
    if not by_staff:
        demand_agreement(employer)
    today = unit.clock.today()
    new = [_new_person(unit, employee, today) for employee in employees]
    hashes = [person.id_number_hash for person in new]
    if len(set(hashes)) < len(hashes):
        raise RepeatedPerson
    known = await store.with_open_account(unit.connection, hashes)
    if known:
        found = [str(i) for i, value in enumerate(hashes, start=1) if value in known]
        raise AccountsKnown(positions="、".join(found))
    rows = await store.open_accounts(unit.connection, employer_number, new, actor)
    for row in rows:
        unit.emit(
            IndividualAccountOpened(
                account_number=row["number"],
                person_id=row["person_id"],
                employer_number=employer_number,
                name=row["name_sealed"],
                id_number=row["id_number_sealed"],
                id_number_hash=row["id_number_hash"],
                phone=row["phone_sealed"],
                phone_hash=row["phone_hash"],
                opened_on=row["opened_on"],
            )
        )
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
        _not_future(employee.opened_on or today, today),
    )


@dataclass(frozen=True)
class Sealing:
    """One account to be sealed (封存)."""

    account_number: str
    reason: SealReason
    sealed_on: date | None
    evidence: str


async def seal_accounts(
    unit: Unit, items: Sequence[Sealing], employer_number: str | None, actor: str
) -> list[asyncpg.Record]:
    """Seal accounts, all or none (R-SEAL-1, 2, 3); `employer_number` bounds an operator to its own."""
    locked = await _locked_accounts(unit, [item.account_number for item in items], employer_number)
    today = unit.clock.today()
    sealings: list[tuple[str, str, date, str]] = []
    for item in items:
        _demand_state(locked[item.account_number], AccountState.NORMAL)
        day = _not_future(item.sealed_on or today, today)
        sealings.append((item.account_number, item.reason.value, day, item.evidence))
    await store.seal(unit.connection, sealings, actor)
    for (number, reason, day, _), item in zip(sealings, items, strict=True):
        row = locked[number]
        paid = row["paid_up_to"]
        unit.emit(
            IndividualAccountSealed(
                account_number=number,
                person_id=row["person_id"],
                reason=SealReason(reason),
                sealed_on=day,
                paid_up_to=str(Month.of(paid)) if paid else None,
            )
        )
    return [locked[item.account_number] for item in items]


async def unseal_accounts(
    unit: Unit, items: Sequence[tuple[str, Month]], employer_number: str | None, actor: str
) -> None:
    """Unseal accounts, all or none (R-SEAL-2, 5)."""
    locked = await _locked_accounts(unit, [number for number, _ in items], employer_number)
    for number, month in items:
        row = locked[number]
        _demand_state(row, AccountState.SEALED)
        if row["paid_up_to"] and month <= Month.of(row["paid_up_to"]):
            raise MonthAlreadyPaid(paid_up_to=Month.of(row["paid_up_to"]))
    today = unit.clock.today()
    await store.unseal(
        unit.connection, [(number, month.first) for number, month in items], today, actor
    )
    for number, month in items:
        unit.emit(
            IndividualAccountUnsealed(
                account_number=number,
                person_id=locked[number]["person_id"],
                effective_month=str(month),
            )
        )


async def _locked_accounts(
    unit: Unit, numbers: Sequence[str], employer_number: str | None
) -> dict[str, asyncpg.Record]:
    if employer_number is not None:
        employer = await lock_employer(unit.connection, employer_number)
        if employer is None:
            raise NotFound
        demand_agreement(employer)
    locked = await store.lock_accounts(unit.connection, numbers)
    for number in numbers:
        row = locked.get(number)
        if row is None or employer_number not in (None, row["employer_number"]):
            raise NotFound
    return locked


def _demand_state(row: asyncpg.Record, state: AccountState) -> None:
    """R-SEAL-2: this state, no money frozen for a withdrawal, not on a list that awaits booking."""
    if row["state"] != state:
        raise WrongState(number=row["number"], state=AccountState(row["state"]).text)
    if row["frozen_fen"] > 0:
        raise MoneyFrozen(number=row["number"])
    if row["in_confirmed_list"]:
        raise OnConfirmedList(number=row["number"])


async def freeze_account(unit: Unit, number: str, reason: str, actor: str) -> None:
    """Freeze an account on an authority's demand (冻结)."""
    row = (await _locked_accounts(unit, [number], None))[number]
    if AccountState(row["state"]).closed or row["state"] == AccountState.FROZEN:
        raise WrongState(number=number, state=AccountState(row["state"]).text)
    await store.freeze(unit.connection, number, unit.clock.today(), reason, actor)


async def unfreeze_account(unit: Unit, number: str, reason: str, actor: str) -> None:
    """Lift a freeze (解冻)."""
    row = (await _locked_accounts(unit, [number], None))[number]
    if row["state"] != AccountState.FROZEN:
        raise WrongState(number=number, state=AccountState(row["state"]).text)
    await store.unfreeze(unit.connection, number, unit.clock.today(), reason, actor)
