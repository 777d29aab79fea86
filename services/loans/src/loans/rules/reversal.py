"""A repayment that the bank took back: undone by a reversing entry, and the plan goes back (R-BK-2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from loans.rules.account import LoanAccount
from loans.rules.repayment import Allocation, Booked, Owed, Repayment, RepaymentKind
from loans.rules.schedule import Instalment, due_date, level_amount, schedule
from loans.rules.terms import PlanCause
from shared.base.money import Fen


@dataclass(frozen=True)
class PlanBefore:
    """The plan that a prepayment replaced, as it stood on the day of the prepayment."""

    level_fen: Fen
    lines: Sequence[Instalment]
    """Those that it replaced."""


@dataclass(frozen=True)
class Undone:
    """A booked repayment that is to be undone."""

    entry_number: int
    serial: str
    on: date
    kind: RepaymentKind
    amount_fen: int
    principal_fen: int
    interest_fen: int
    penalty_fen: int
    allocations: Sequence[Allocation]
    plan_before: PlanBefore | None
    """Only for a prepayment."""
    is_last: bool
    """Nothing was booked after it."""
    penalty_settled_before: date | None
    """Until when penalty interest was paid without it."""


def reverse(account: LoanAccount, undone: Undone, on: date) -> Booked:
    """Undo a repayment; what it had paid is owed again and, after a prepayment, the plan is remade.

    The changes of rate since the day from which the plan is remade come again when the account catches up.
    """
    account.principal_repaid_fen = Fen(account.principal_repaid_fen - undone.principal_fen)
    account.interest_repaid_fen = Fen(account.interest_repaid_fen - undone.interest_fen)
    account.penalty_repaid_fen = Fen(account.penalty_repaid_fen - undone.penalty_fen)
    account.penalty_settled_on = undone.penalty_settled_before
    account.settled_on = None
    _owe_again(account, undone.allocations)
    day = max(on, account.last_repayment_on or on)
    account.last_repayment_on = day
    version = None
    if undone.plan_before is not None:
        _plan_back(account, undone, undone.plan_before, day)
        version = account.version
    return Booked(
        Repayment(f"{undone.serial}-R", day, undone.kind, Fen(-undone.amount_fen)),
        Fen(-undone.penalty_fen),
        Fen(-undone.interest_fen),
        Fen(-undone.principal_fen),
        account.balance_fen,
        tuple(
            Allocation(part.number, Fen(-part.interest_fen), Fen(-part.principal_fen))
            for part in undone.allocations
        ),
        plan_version=version,
        reverses=undone.entry_number,
    )


def _owe_again(account: LoanAccount, allocations: Sequence[Allocation]) -> None:
    owed = {line.number: line for line in account.unpaid}
    for part in allocations:
        line = owed.get(part.number)
        if line is None:
            due_on = due_date(account.loan.disbursed_on, part.number)
            owed[part.number] = Owed(part.number, due_on, part.principal_fen, part.interest_fen)
        else:
            line.principal_fen = Fen(line.principal_fen + part.principal_fen)
            line.interest_fen = Fen(line.interest_fen + part.interest_fen)
        account.paid_through = min(account.paid_through, part.number - 1)
    account.unpaid = [owed[number] for number in sorted(owed)]


def _plan_back(account: LoanAccount, undone: Undone, before: PlanBefore, day: date) -> None:
    if undone.is_last:
        account.stand_on(undone.on)
        account.replan(PlanCause.REVERSAL, day, before.level_fen, before.lines)
        return
    # Instalments were paid under the shorter plan: the rest is spread over the months there were before.
    account.catch_up(day)
    account.stand_on(day)
    first = next(
        (line.number for line in account.unpaid if line.due_on > day), account.paid_through + 1
    )
    kept = sum(line.principal_fen for line in account.unpaid if line.number < first)
    terms = account.terms_from(first, account.balance_fen - kept)
    periods = max(before.lines[-1].number - first + 1, 1)
    level = level_amount(terms, periods)
    account.replan(PlanCause.REVERSAL, day, level, schedule(terms, periods, level))
