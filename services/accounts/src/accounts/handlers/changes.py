"""Changes of accounts besides money: seal, unseal, freeze, unfreeze, another base. All or none."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from accounts import announcements
from accounts.domain import AccountState, Month, month_text
from accounts.errors import Reason, Refused
from accounts.handlers.employers import demand_agreement, not_future
from accounts.handlers.rows import each_row
from accounts.rules import sealing as rules
from accounts.rules.arrears import gap_remark, last_settled
from accounts.rules.deposit import DepositPolicy, limit_remark
from accounts.rules.reservation import months_behind
from accounts.store import changes as store
from accounts.store import employers, transfers
from accounts.store.changes import NewBase, Seal
from accounts.store.remittances import months_frozen, policy_on
from accounts.store.rows import AccountRow, EmployerRow
from shared.messages.accounts import SealReason
from shared.messaging.unit import Unit


@dataclass(frozen=True)
class Actor:
    """Who changes something: staff, or the operator of one employer."""

    name: str
    employer_number: str | None
    """The employer whose accounts alone are concerned; an operator's own, None for staff in general."""
    staff: bool = False
    """Of somebody bound to an employer: the centre acts in its stead."""

    @property
    def by_staff(self) -> bool:
        """Whether the centre acts, which needs no agreement."""
        return self.staff or self.employer_number is None

    def bound_to(self, employer_number: str) -> "Actor":
        """Bind staff to an employer; an operator is bound already."""
        return self if self.employer_number else Actor(self.name, employer_number, staff=True)


@dataclass(frozen=True)
class Sealing:
    """One account to be sealed (封存)."""

    account_number: str
    reason: SealReason
    sealed_on: date | None
    from_month: Month | None
    evidence: str


@dataclass(frozen=True)
class BaseChange:
    """Another contribution base (基数调整) from a month on."""

    account_number: str
    base_fen: int
    month: Month
    reason: str


async def seal_accounts(unit: Unit, items: Sequence[Sealing], actor: Actor) -> list[Seal]:
    """Seal accounts (R-SEAL-1, 2, 3)."""
    locked = await _locked(unit, [item.account_number for item in items], actor)
    today = unit.clock.today()
    seals = each_row(
        [
            (item.account_number, partial(_checked_seal, item, locked[item.account_number], today))
            for item in items
        ]
    )
    await store.seal(unit.connection, seals, actor.name, unit.clock.now())
    for seal in seals:
        row = locked[seal.account_number]
        reason, month = SealReason(seal.reason), seal.from_month
        unit.emit(announcements.account_sealed(row, reason, seal.sealed_on, month))
    return seals


def _checked_seal(item: Sealing, row: AccountRow, today: date) -> Seal:
    _demand_state(row, AccountState.NORMAL)
    day = not_future(item.sealed_on or today, today)
    if day < row["opened_on"]:
        raise Refused(Reason.DATE_BEFORE_OPENING, number=row["number"])
    _demand_not_frozen(row, item.from_month)
    first, last = rules.months_to_seal_from(
        day, row["paid_up_to"], row["opened_on"], row["frozen_month"]
    )
    month = item.from_month or last
    if not first <= month <= last:
        raise Refused(Reason.MONTH_NOT_ALLOWED, number=row["number"], first=first, last=last)
    behind = months_behind(row["paid_up_to"], month.first, row["opened_on"])
    return Seal(item.account_number, item.reason.value, day, month.first, item.evidence, behind)


def _demand_not_frozen(row: AccountRow, month: Month | None) -> None:
    """R-CHG-6: a confirmed list bars changes for its own month, and for no later one."""
    last = row["frozen_month"]
    if month is not None and last is not None and rules.is_frozen(month, last):
        frozen = Month.of(last)
        raise Refused(
            Reason.ON_CONFIRMED_LIST, number=row["number"], frozen=frozen, following=frozen.plus(1)
        )


async def seal_by_centre(
    unit: Unit, item: Sealing, employment_ended_on: date, actor: Actor
) -> list[Seal]:
    """Seal in the stead of an employer that does not, on the employee's evidence (R-SEAL-7)."""
    first_day = rules.centre_may_seal_from(employment_ended_on)
    if unit.clock.today() < first_day:
        days = rules.EMPLOYER_SEALS_WITHIN_DAYS
        raise Refused(Reason.TOO_EARLY_FOR_CENTRE, days=days, first_day=first_day)
    return await seal_accounts(unit, [item], actor)


async def unseal_accounts(
    unit: Unit, items: Sequence[tuple[str, Month]], actor: Actor
) -> list[str | None]:
    """Unseal accounts (R-SEAL-2, 5); return for each which of its months stay owed."""
    numbers = [number for number, _ in items]
    bosses = await _locked_employers(unit, numbers, actor)
    locked = await _owned(unit, numbers, actor)
    frozen = await months_frozen(unit.connection, list(bosses))
    moving = await transfers.open_of(unit.connection, numbers)

    def check(number: str, month: Month) -> None:
        if number in moving:
            raise Refused(Reason.TRANSFER_OPEN, number=number)
        _check_unseal(locked[number], month)

    each_row([(number, partial(check, number, month)) for number, month in items])
    firsts = [(number, month.first) for number, month in items]
    await store.unseal(unit.connection, firsts, unit.clock.today(), actor.name)
    for number, month in items:
        unit.emit(announcements.account_unsealed(locked[number], month))

    def remark(number: str, month: Month) -> str | None:
        boss = bosses[locked[number]["employer_number"]]
        months = [frozen_month for name, frozen_month in frozen if name == boss["number"]]
        return gap_remark(month, last_settled(boss["paid_up_to"], months))

    return [remark(number, month) for number, month in items]


def _check_unseal(row: AccountRow, month: Month) -> None:
    _demand_state(row, AccountState.SEALED)
    if not rules.may_resume(month, row["paid_up_to"]):
        raise Refused(
            Reason.MONTH_ALREADY_PAID,
            number=row["number"],
            paid_up_to=month_text(row["paid_up_to"]),
        )
    _demand_not_frozen(row, month)


async def freeze_account(unit: Unit, number: str, reason: str, actor: Actor) -> None:
    """Freeze an account on an authority's demand (冻结): money may come in, none leaves."""
    row = (await _locked(unit, [number], actor))[number]
    if AccountState(row["state"]).closed or row["state"] == AccountState.FROZEN:
        raise Refused(Reason.WRONG_STATE, number=number, state=AccountState(row["state"]).text)
    await store.freeze(unit.connection, number, unit.clock.today(), reason, actor.name)


async def demand_frozen(unit: Unit, number: str, actor: Actor) -> None:
    """Refuse to look at the document of a freeze that is over; raises `WRONG_STATE`."""
    row = (await _locked(unit, [number], actor))[number]
    if row["state"] != AccountState.FROZEN:
        raise Refused(Reason.WRONG_STATE, number=number, state=AccountState(row["state"]).text)


async def unfreeze_account(unit: Unit, number: str, reason: str, actor: Actor) -> None:
    """Lift a freeze (解冻)."""
    row = (await _locked(unit, [number], actor))[number]
    if row["state"] != AccountState.FROZEN:
        raise Refused(Reason.WRONG_STATE, number=number, state=AccountState(row["state"]).text)
    await store.unfreeze(unit.connection, number, unit.clock.today(), reason, actor.name)


@dataclass(frozen=True)
class CountedBase:
    """A base that was changed, as it is counted (R-DEP-4)."""

    account_number: str
    base_fen: int
    remark: str | None


async def change_bases(unit: Unit, items: Sequence[BaseChange], actor: Actor) -> list[CountedBase]:
    """Set contribution bases from a month on (R-CHG-2, 3, 6); say what the limits make of them."""
    numbers = [item.account_number for item in items]
    bosses = await _locked_employers(unit, numbers, actor)
    locked = await _owned(unit, numbers, actor)
    frozen = await months_frozen(unit.connection, list(bosses))

    def check(item: BaseChange) -> NewBase:
        row = locked[item.account_number]
        _check_base(item, row, bosses[row["employer_number"]]["paid_up_to"])
        if (row["employer_number"], item.month.first) in frozen:
            raise Refused(Reason.BASE_FROZEN, month=item.month, following=item.month.plus(1))
        return NewBase(item.account_number, item.month.first, item.base_fen, item.reason)

    bases = each_row([(item.account_number, partial(check, item)) for item in items])
    now, today = unit.clock.now(), unit.clock.today()
    await store.change_bases(unit.connection, bases, actor.name, now, today)
    policies = {
        month: await policy_on(unit.connection, month.first)
        for month in {item.month for item in items}
    }
    return [_counted(item, policies[item.month]) for item in items]


def _counted(item: BaseChange, policy: DepositPolicy) -> CountedBase:
    counted = policy.base_within_limits(item.base_fen)
    return CountedBase(item.account_number, counted, limit_remark(policy, item.base_fen))


def _check_base(item: BaseChange, row: AccountRow, employer_paid: date | None) -> None:
    if AccountState(row["state"]).closed:
        raise Refused(
            Reason.WRONG_STATE, number=row["number"], state=AccountState(row["state"]).text
        )
    if not rules.may_change_base(item.month, row["paid_up_to"], employer_paid):
        paid = max(day for day in (row["paid_up_to"], employer_paid) if day is not None)
        raise Refused(Reason.BASE_PAID, number=row["number"], paid_up_to=month_text(paid))
    if rules.base_change_needs_reason(item.month) and not item.reason:
        raise Refused(Reason.BASE_REASON)


async def _locked(unit: Unit, numbers: Sequence[str], actor: Actor) -> dict[str, AccountRow]:
    """Lock the accounts' employers, then the accounts: that a list cannot be confirmed meanwhile."""
    await _locked_employers(unit, numbers, actor)
    return await _owned(unit, numbers, actor)


async def _locked_employers(
    unit: Unit, numbers: Sequence[str], actor: Actor
) -> dict[str, EmployerRow]:
    if len(set(numbers)) < len(numbers):
        raise Refused(Reason.REPEATED_ACCOUNT)
    if actor.employer_number is None:
        wanted = await store.employers_of(unit.connection, numbers)
        return await employers.lock_employers(unit.connection, wanted)
    locked = await employers.lock_employers(unit.connection, [actor.employer_number])
    if not locked:
        raise Refused(Reason.NOT_FOUND)
    if not actor.by_staff:
        demand_agreement(locked[actor.employer_number])
    return locked


async def _owned(unit: Unit, numbers: Sequence[str], actor: Actor) -> dict[str, AccountRow]:
    locked = await store.lock_accounts(unit.connection, numbers)
    each_row([(number, partial(_demand_own, locked.get(number), actor)) for number in numbers])
    return locked


def _demand_own(row: AccountRow | None, actor: Actor) -> None:
    if row is None or actor.employer_number not in (None, row["employer_number"]):
        raise Refused(Reason.NOT_FOUND)


def _demand_state(row: AccountRow, state: AccountState) -> None:
    """R-SEAL-2: this state, and no money frozen for a withdrawal."""
    if row["state"] != state:
        raise Refused(
            Reason.WRONG_STATE, number=row["number"], state=AccountState(row["state"]).text
        )
    if row["frozen_fen"] > 0:
        raise Refused(Reason.MONEY_FROZEN, number=row["number"])
