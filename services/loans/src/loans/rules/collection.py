"""Whose money pays what is due: fund accounts by agreement first, then the card (R-LOAN-7, E43)."""

import uuid
from collections.abc import Collection, Sequence
from datetime import date

from loans.domain.contracts import OffsetAgreement, OffsetWay, ShortBalance
from loans.rules.account import LoanAccount
from shared.base.money import Fen


def next_agreement(
    agreements: Sequence[OffsetAgreement],
    used: Collection[uuid.UUID],
    borrower: uuid.UUID,
    day: date,
) -> OffsetAgreement | None:
    """Pick whose fund account is asked next on a day: the borrower's first, then the spouse's."""
    usable = [
        agreement
        for agreement in agreements
        if agreement.agreement_id not in used and _applies(agreement, day)
    ]
    return min(
        usable,
        key=lambda one: (one.person_id != borrower, one.signed_on, one.agreement_id),
        default=None,
    )


def _applies(agreement: OffsetAgreement, day: date) -> bool:
    in_force = agreement.signed_on <= day and (
        agreement.ended_on is None or day < agreement.ended_on
    )
    monthly = agreement.way is OffsetWay.MONTHLY
    return in_force and (monthly or agreement.signed_on.month == day.month)


def prepays(agreement: OffsetAgreement) -> bool:
    """Tell whether money beyond what is due prepays (年冲): yearly, and not all from one place."""
    return (
        agreement.way is OffsetWay.YEARLY and agreement.short_balance is ShortBalance.ACCOUNT_FIRST
    )


def wanted_fen(account: LoanAccount, agreement: OffsetAgreement, day: date) -> Fen:
    """Say what is wanted at most of a fund account: what is due, or in a yearly one the whole loan.

    In the last period nothing is prepaid (R-REP-6): it is paid when it falls due.
    """
    if prepays(agreement) and len(account.coming(day)) > 1:
        return account.quote_payoff(day).total_fen
    return account.owed_by(day)
