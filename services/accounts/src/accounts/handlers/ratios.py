"""An employer's ratios and its yearly bases, which concern all its staff at once (R-CHG-3, 4)."""

from collections.abc import Sequence
from dataclasses import dataclass

from accounts.domain import Month
from accounts.errors import Reason, Refused
from accounts.handlers.changes import Actor, BaseChange, CountedBase, change_bases
from accounts.handlers.employers import demand_agreement
from accounts.rules import ratio as rules
from accounts.rules.roll_forward import RollForward, roll_forward
from accounts.store import employers, remittances
from accounts.store import ratios as store
from accounts.store.lowerings import covering
from accounts.store.ratios import NewRatio
from accounts.store.rows import EmployerRow
from shared.messaging.unit import Unit

MISSING_IN_SENTENCE = 3


@dataclass(frozen=True)
class RatioChange:
    """Another pair of ratios (缴存比例) from a month on, in basis points."""

    employer_number: str
    month: Month
    employer_bp: int
    employee_bp: int
    reason: str

    @property
    def pair(self) -> tuple[int, int]:
        """Employer's side first."""
        return self.employer_bp, self.employee_bp


async def change_ratio(unit: Unit, change: RatioChange, actor: Actor) -> RollForward:
    """Set another pair for all staff (R-CHG-4); return what the month's list becomes."""
    employer = await locked_employer(unit, change.employer_number, actor)
    await _check(unit, change, employer, by_staff=actor.by_staff)
    number, month = change.employer_number, change.month.first
    before = await store.deposits(unit.connection, number, month)
    new = NewRatio(number, month, *change.pair, change.reason, actor.name, unit.clock.now())
    await store.change(unit.connection, new)
    return roll_forward(before, await store.deposits(unit.connection, number, month))


async def locked_employer(unit: Unit, number: str, actor: Actor) -> EmployerRow:
    """Lock the employer that somebody acts for; an operator needs its agreement (R-ACC-1)."""
    employer = await employers.lock_employer(unit.connection, number)
    if employer is None or actor.employer_number not in (None, number):
        raise Refused(Reason.NOT_FOUND)
    if not actor.by_staff:
        demand_agreement(employer)
    return employer


async def _check(unit: Unit, change: RatioChange, employer: EmployerRow, *, by_staff: bool) -> None:
    policy = await remittances.policy_on(unit.connection, change.month.first)
    if not all(policy.allows_ratio(ratio) for ratio in change.pair):
        lowest, highest = (f"{bp / 100:g}" for bp in (policy.ratio_min_bp, policy.ratio_max_bp))
        raise Refused(Reason.RATIO_NOT_ALLOWED, lowest=lowest, highest=highest)
    paid = employer["paid_up_to"]
    if paid is not None and change.month <= Month.of(paid):
        raise Refused(Reason.RATIO_PAID, paid_up_to=Month.of(paid))
    number = change.employer_number
    if (number, change.month.first) in await remittances.months_frozen(unit.connection, [number]):
        following = change.month.plus(1)
        raise Refused(Reason.RATIO_FROZEN, month=change.month, following=following)
    await _check_hardship(unit, change)
    changed = await store.changed_in(unit.connection, number)
    before = rules.changed_in_same_year(change.month, changed)
    if before is not None and not by_staff:
        raise Refused(Reason.RATIO_ONCE_A_YEAR, month=before)
    await _check_lowering(unit, change, by_staff=by_staff)


async def _check_hardship(unit: Unit, change: RatioChange) -> None:
    """A lower ratio in hardship ends by itself, in the month after its last one (R-DEP-9)."""
    months = (change.month.plus(-1).first, change.month.first)
    until = await covering(unit.connection, change.employer_number, *months)
    if until is not None:
        last = Month.of(until)
        raise Refused(Reason.RATIO_IN_HARDSHIP, until=last, following=last.plus(2))


async def _check_lowering(unit: Unit, change: RatioChange, *, by_staff: bool) -> None:
    if change.month.month == rules.JULY:
        return
    if not change.reason:
        raise Refused(Reason.RATIO_REASON)
    in_force = await store.ratios_on(unit.connection, change.employer_number, change.month.first)
    if rules.lowers(in_force, change.pair) and not by_staff:
        raise Refused(Reason.RATIO_LOWERED)


async def set_bases_of_july(
    unit: Unit, employer_number: str, year: int, items: Sequence[tuple[str, int]], actor: Actor
) -> tuple[list[CountedBase], RollForward]:
    """Set everybody's base of a July, `(account, base in fen)` each; nobody is forgotten (R-CHG-3)."""
    await locked_employer(unit, employer_number, actor)
    july = Month(year, rules.JULY)
    numbers = [number for number, _ in items]
    missing = await store.missing_in_round(unit.connection, employer_number, july.first, numbers)
    if missing:
        raise Refused(
            Reason.ROUND_INCOMPLETE,
            told={"missing": missing},
            count=len(missing),
            first="、".join(missing[:MISSING_IN_SENTENCE]),
            more="等" if len(missing) > MISSING_IN_SENTENCE else "",
        )
    before = await store.deposits(unit.connection, employer_number, july.first)
    changes = [BaseChange(number, base_fen, july, "") for number, base_fen in items]
    counted = await change_bases(unit, changes, actor.bound_to(employer_number))
    after = await store.deposits(unit.connection, employer_number, july.first)
    return counted, roll_forward(before, after)
