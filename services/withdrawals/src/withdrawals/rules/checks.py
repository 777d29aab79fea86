"""Reasons to refuse that several types share; a type names those that apply to it."""

from datetime import timedelta

from shared.messages.accounts import SealReason
from shared.messages.withdrawals import BanCause
from withdrawals.domain import Refusal
from withdrawals.refusals import Reason, refuse
from withdrawals.rules.model import Facts, Terms

BANNED = {
    BanCause.FALSE_MATERIALS: Reason.BANNED,
    BanCause.LOAN_FRAUD: Reason.BANNED_FOR_LOAN_FRAUD,
}


def not_banned(facts: Facts, _terms: Terms) -> Refusal | None:
    """R-WDR-14: whoever used false materials, or got a loan by fraud, waits until the ban is over."""
    if facts.ban is None or facts.ban.ends_on < facts.today:
        return None
    return refuse(BANNED[facts.ban.cause], eligible_from=facts.ban.ends_on + timedelta(days=1))


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
