"""Employers: registered, their agreements, and the accounts that they open for their staff."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

import asyncpg

from accounts import announcements
from accounts.change_announcements import employer_credit_asked
from accounts.domain import Month, NewEmployer, Operator
from accounts.errors import Reason, Refused
from accounts.handlers import erasures
from accounts.handlers.rows import known_people, phones_taken
from accounts.rules.arrears import gap_remark, last_settled
from accounts.rules.deposit import DepositPolicy, limit_remark
from accounts.rules.rows import Employee
from accounts.sealed import (
    OPERATOR_ID_NUMBER,
    OPERATOR_NAME,
    OPERATOR_PHONE,
    PERSON_ID_NUMBER,
    PERSON_NAME,
    PERSON_PHONE,
    name_in,
)
from accounts.store import employers as store
from accounts.store.employers import NewPerson
from accounts.store.remittances import months_frozen, policy_on
from accounts.store.rows import EmployerRow, OpenedRow
from shared.base.id_documents import IdDocument
from shared.base.identifiers import Phone, SocialCreditCode
from shared.messages.credit_checks import CreditMatter
from shared.messaging.unit import Unit
from shared.sealing.personal_data import PersonalData

ID_TAIL_CHARACTERS = 4
PHONE_TAIL_DIGITS = 4
PHONE_SHARED = "该手机号已登记在他人或单位经办人名下，请核对是否为职工本人使用。"


def has_agreement(employer: EmployerRow) -> bool:
    """R-ACC-1, 9: online work needs an agreement that was not revoked."""
    return employer["agreement_signed_on"] is not None and employer["agreement_revoked_on"] is None


def demand_agreement(employer: EmployerRow) -> None:
    """R-ACC-1, 9: refuse online work without an agreement."""
    if not has_agreement(employer):
        raise Refused(Reason.NO_AGREEMENT)


async def register_employer(
    unit: Unit,
    *,
    name: str,
    code: SocialCreditCode,
    payday: int,
    ratios_bp: tuple[int, int],
    operator: Operator,
    registered_on: date | None,
    set_up_on: date | None = None,
) -> str:
    """Register an employer (R-ACC-6); returns its number (单位账号)."""
    today = unit.clock.today()
    registered = not_future(registered_on or today, today)
    if set_up_on is not None and set_up_on > registered:
        raise Refused(Reason.SET_UP_LATER)
    await _demand_ratios(unit, ratios_bp, today)
    seal = unit.personal_data.seal
    new = NewEmployer(
        name,
        code.value,
        payday,
        *ratios_bp,
        seal(operator.name, OPERATOR_NAME, code.value),
        seal(operator.document.value, OPERATOR_ID_NUMBER, code.value),
        seal(operator.phone.value, OPERATOR_PHONE, code.value),
        registered,
        set_up_on,
    )
    try:
        async with unit.connection.transaction():
            number = await store.add_employer(unit.connection, new)
    except asyncpg.UniqueViolationError as error:
        raise Refused(Reason.EMPLOYER_KNOWN) from error
    unit.emit(announcements.employer_registered(number, new, operator))
    ask_credit(unit, CreditMatter.EMPLOYER_REGISTRATION, number, code.value, name)
    return number


def ask_credit(unit: Unit, matter: CreditMatter, number: str, code: str, name: str) -> None:
    """Ask credit about an employer; the matter goes on, whatever comes and whenever (R-CRD-3, 5)."""
    today = unit.clock.today()
    unit.emit(employer_credit_asked(matter, number, code, name, today))


async def _demand_ratios(unit: Unit, ratios_bp: tuple[int, int], today: date) -> None:
    policy = await policy_on(unit.connection, today)
    if not all(policy.allows_ratio(ratio) for ratio in ratios_bp):
        raise Refused(
            Reason.RATIO_NOT_ALLOWED,
            lowest=f"{policy.ratio_min_bp / 100:g}",
            highest=f"{policy.ratio_max_bp / 100:g}",
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
class OpenedAccount:
    """An account that was opened, and what whoever opened it should know."""

    account_number: str
    person_id: UUID
    opened_on: date
    base_fen: int
    """Counted, within the limits (R-DEP-4)."""
    remarks: tuple[str, ...]


async def open_accounts(
    unit: Unit, employer_number: str, employees: Sequence[Employee], actor: str, *, by_staff: bool
) -> list[OpenedAccount]:
    """Open individual accounts, all or none; one account per ID (R-ACC-8).

    An operator brings nobody in with a phone that somebody else has: codes would reach that one (R-INF-2).
    """
    employer = await store.lock_employer(unit.connection, employer_number)
    if employer is None:
        raise Refused(Reason.NOT_FOUND)
    today = unit.clock.today()
    if not by_staff:
        demand_agreement(employer)
        if any(employee.opened_on not in (None, today) for employee in employees):
            raise Refused(Reason.PAST_DATE_BY_EMPLOYER)
        await store.hold_phones(unit.connection)
    new = [_new_person(unit, employee, today) for employee in employees]
    await _demand_no_account(unit, new)
    present = await erasures.welcome_back(unit, new)
    shared = await store.phones_of_others(unit.connection, present)
    if shared and not by_staff:
        raise phones_taken([(row, new[row - 1].phone_tail) for row in shared])
    rows = await store.open_accounts(unit.connection, employer_number, new, actor, today)
    for row in rows:
        unit.emit(announcements.account_opened(row, employer_number, unit.personal_data))
    policy = await policy_on(unit.connection, today)
    frozen = await months_frozen(unit.connection, [employer_number])
    settled = last_settled(employer["paid_up_to"], [month for _, month in frozen])
    return [
        _opened(unit, *one, policy=policy, settled=settled, phone_shared=row in shared)
        for row, one in enumerate(zip(rows, employees, new, strict=True), start=1)
    ]


async def _demand_no_account(unit: Unit, new: Sequence[NewPerson]) -> None:
    busy = await store.add_persons(unit.connection, new)
    if busy:
        rows = [
            (row, person.id_number_tail)
            for row, person in enumerate(new, start=1)
            if person.id_number_hash in busy
        ]
        raise known_people(rows)


def _opened(
    unit: Unit,
    row: OpenedRow,
    typed: Employee,
    new: NewPerson,
    *,
    policy: DepositPolicy,
    settled: date | None,
    phone_shared: bool,
) -> OpenedAccount:
    """Say what was taken otherwise than it was typed: nothing is kept or cut in silence."""
    remarks = [
        typed.document.warning,
        limit_remark(policy, typed.base_fen),
        gap_remark(Month.of(row["opened_on"]), settled),
        PHONE_SHARED if phone_shared else None,
    ]
    if row["person_id"] != new.person_id:
        if name_in(row, unit.personal_data) != typed.name:
            remarks.append("填报姓名与该职工已登记的姓名不同，仍按已登记的姓名开户，请核对证件。")
        if row["phone_hash"] != new.phone_hash:
            remarks.append("填报手机号与该职工已登记的手机号不同，短信仍发往已登记的手机号。")
    return OpenedAccount(
        row["number"],
        row["person_id"],
        row["opened_on"],
        policy.base_within_limits(row["base_fen"]),
        tuple(remark for remark in remarks if remark is not None),
    )


def _new_person(unit: Unit, employee: Employee, today: date) -> NewPerson:
    opened_on = not_future(employee.opened_on or today, today)
    return new_person(
        unit.personal_data,
        uuid4(),
        name=employee.name,
        document=employee.document,
        phone=employee.phone,
        base_fen=employee.base_fen,
        opened_on=opened_on,
    )


def new_person(
    data: PersonalData,
    person_id: UUID,
    *,
    name: str,
    document: IdDocument,
    phone: Phone,
    base_fen: int,
    opened_on: date,
) -> NewPerson:
    """Seal a person to the row that will be theirs."""
    return NewPerson(
        person_id,
        data.seal(name, PERSON_NAME, person_id),
        document.kind.value,
        data.seal(document.value, PERSON_ID_NUMBER, person_id),
        data.lookup_hash(document.lookup_key),
        document.value[-ID_TAIL_CHARACTERS:],
        data.seal(phone.value, PERSON_PHONE, person_id),
        data.lookup_hash(phone.value),
        base_fen,
        opened_on,
        phone.value[-PHONE_TAIL_DIGITS:],
    )
