"""Whether the money of a withdrawal may be frozen, and how much of it (R-WDR-1, 2, 5, 6, 10, 11, 12).

The conditions come with the request; nothing here knows withdrawal types.
"""

from datetime import date

from accounts.domain import AccountFacts, AccountState, Month, Refused, Reserved
from shared.base.calendar import months_after
from shared.messages.accounts import RefusalReason
from shared.messages.withdrawals import FundsConditions

SEALED_ON = "sealed_on"
CURRENT_DEPOSIT = "current_deposit"


def judge(
    facts: AccountFacts | None, conditions: FundsConditions, today: date
) -> Reserved | Refused:
    """Decide about one request; the first reason to refuse is the answer."""
    if facts is None:
        return Refused(RefusalReason.NO_ACCOUNT, "R-WDR-10")
    return _refusal(facts, conditions, today) or _amounts(facts, conditions)


def _refusal(facts: AccountFacts, conditions: FundsConditions, today: date) -> Refused | None:
    """Return the first condition that does not hold."""
    sealed = facts.state is AccountState.SEALED
    checks = (
        (facts.state.closed, RefusalReason.ACCOUNT_CLOSED, "R-WDR-10"),
        (facts.state is AccountState.FROZEN, RefusalReason.ACCOUNT_FROZEN, "R-WDR-10"),
        (facts.frozen_fen > 0, RefusalReason.FUNDS_ALREADY_RESERVED, "R-WDR-10"),
        (conditions.sealed_required and not sealed, RefusalReason.NOT_SEALED, "R-WDR-1"),
        (
            conditions.closing and facts.in_confirmed_list,
            RefusalReason.CHANGE_REQUEST_OPEN,
            "R-WDR-10",
        ),
    )
    for refuses, reason, rule in checks:
        if refuses:
            return Refused(reason, rule)
    first_day = eligible_from(facts, conditions)
    if first_day is not None and today < first_day:
        return Refused(RefusalReason.STOP_PERIOD_NOT_OVER, "R-WDR-2", first_day)
    return None


def eligible_from(facts: AccountFacts, conditions: FundsConditions) -> date | None:
    """Return the first day on which the stop period is over (R-WDR-2, E35); None if none is asked.

    Reading 1: so many whole unpaid months after the paid-up-to month. Reading 2: seal date + months.
    """
    months = conditions.unpaid_months_required
    if months == 0:
        return None
    if conditions.stop_counted_from == SEALED_ON and facts.sealed_on is not None:
        return months_after(facts.sealed_on, months)
    last_paid = facts.paid_up_to or Month.of(facts.opened_on).plus(-1).first
    return Month.of(last_paid).plus(months + 1).first


def retained_fen(facts: AccountFacts, conditions: FundsConditions) -> int:
    """Return the deposits that must stay (R-WDR-6): reading A booked ones, B months x the current one."""
    if conditions.retained_by == CURRENT_DEPOSIT:
        return conditions.retained_months * facts.current_deposit_fen
    return facts.retained_deposits_fen


def _amounts(facts: AccountFacts, conditions: FundsConditions) -> Reserved | Refused:
    """Return what may be taken: all with interest when closing (R-WDR-12), else up to the cap.

    Interest that the account should not have earned is nobody's: it stays, or is taken back (R-INT-4).
    """
    overpaid = max(0, -facts.interest_fen)
    mine = facts.balance_fen - overpaid
    if conditions.closing:
        if mine <= 0:
            return Refused(RefusalReason.NOTHING_TO_WITHDRAW, "R-WDR-11")
        return Reserved(mine, max(0, facts.interest_fen), 0, overpaid)
    retained = retained_fen(facts, conditions)
    principal = mine - max(retained, conditions.minimum_left_fen)
    if conditions.cap_fen is not None:
        principal = min(principal, conditions.cap_fen)
    if principal <= 0 or principal < conditions.least_fen:
        return Refused(RefusalReason.NOTHING_TO_WITHDRAW, "R-WDR-5", retained_fen=retained)
    return Reserved(principal, 0, retained)


def months_behind(paid_up_to: date | None, sealed_from: date | None, opened_on: date) -> int:
    """Return how far a sealed account's paid-up-to month is behind (R-SEAL-4).

    It should have reached the month before the one from which the account was sealed.
    """
    if sealed_from is None:
        return 0
    reached = Month.of(paid_up_to) if paid_up_to else Month.of(opened_on).plus(-1)
    return max(0, Month.of(sealed_from).plus(-1).since(reached))
