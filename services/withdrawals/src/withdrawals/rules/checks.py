"""Reasons to refuse that several types share; a type names those that apply to it."""

from datetime import timedelta

from shared.messages.accounts import SealReason
from withdrawals.domain import Refusal
from withdrawals.refusals import Reason, refuse
from withdrawals.rules.model import Facts, Terms


def not_banned(facts: Facts, _terms: Terms) -> Refusal | None:
    """R-WDR-14: whoever used false materials waits until the ban is over."""
    if facts.banned_until is None or facts.banned_until < facts.today:
        return None
    return refuse(Reason.BANNED, eligible_from=facts.banned_until + timedelta(days=1))


def no_unpaid_loan(facts: Facts, terms: Terms) -> Refusal | None:
    """R-WDR-10: an unpaid fund loan leaves only the withdrawal that repays it."""
    if facts.debt is None:
        return refuse(Reason.LOAN_FACTS_UNCLEAR) if terms.unpaid_loan_bars else None
    owed = {
        "borrower": (facts.debt.as_borrower, Reason.UNPAID_LOAN),
        "co_borrower": (facts.debt.as_co_borrower, Reason.UNPAID_LOAN_AS_CO_BORROWER),
        "guarantor": (facts.debt.as_guarantor, Reason.UNPAID_LOAN_AS_GUARANTOR),
    }
    for role, (loans, reason) in owed.items():
        if loans and role in terms.unpaid_loan_bars:
            return refuse(reason)
    return None


def holder_alive(facts: Facts, _terms: Terms) -> Refusal | None:
    """R-WDR-15: heirs withdraw at the counter only."""
    reservation = facts.reservation
    if reservation is not None and reservation.seal_reason is SealReason.DECEASED:
        return refuse(Reason.DECEASED)
    return None
