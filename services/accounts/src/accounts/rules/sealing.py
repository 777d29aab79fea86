"""From which month a sealed account is not contributed to, and when the centre may seal (R-SEAL-3, 5, 7)."""

from collections.abc import Mapping
from datetime import date, timedelta

from accounts.domain import Month
from shared.messages.accounts import SealReason

SEAL_REASONS: Mapping[str, str] = {
    SealReason.TERMINATED: "解除劳动合同",
    SealReason.RETIRED: "离退休",
    SealReason.UNPAID_LEAVE: "停薪留职",
    SealReason.DECEASED: "死亡",
    SealReason.SENTENCED: "判处刑罚",
    SealReason.ABROAD: "出境定居",
    SealReason.OTHER: "其他",
}
"""Why an account was sealed (封存原因), for people."""

EMPLOYER_SEALS_WITHIN_DAYS = 30
"""Art. 15: the employer changes or seals within 30 days of the employment ending (R-ACC-7)."""

JULY = 7


def months_to_seal_from(
    sealed_on: date, paid_up_to: date | None, opened_on: date, frozen: date | None = None
) -> tuple[Month, Month]:
    """Return the first and last month from which the account may stop (R-SEAL-3).

    Not before the month after the last one that is paid, or frozen in a confirmed list (R-CHG-6), and not
    later than the month of sealing unless that one is paid or frozen already. The months before it stay
    on the lists: the effective month governs them.
    """
    settled = max((day for day in (paid_up_to, frozen) if day is not None), default=None)
    following = Month.of(settled).plus(1) if settled else Month.of(opened_on)
    return following, max(Month.of(sealed_on), following)


def may_resume(month: Month, paid_up_to: date | None) -> bool:
    """Tell whether contributions may resume with a month (R-SEAL-5)."""
    return paid_up_to is None or month > Month.of(paid_up_to)


def is_frozen(month: Month, frozen: date | None) -> bool:
    """Tell whether a confirmed list that is not booked has the month, or a later one (R-CHG-6)."""
    return frozen is not None and month <= Month.of(frozen)


def centre_may_seal_from(employment_ended_on: date) -> date:
    """Return the first day on which the centre may seal in the employer's stead (R-SEAL-7)."""
    return employment_ended_on + timedelta(days=EMPLOYER_SEALS_WITHIN_DAYS + 1)


def may_change_base(
    month: Month, account_paid_up_to: date | None, employer_paid_up_to: date | None
) -> bool:
    """Tell whether a base may change with a month: later than what is paid (R-CHG-2)."""
    paid = [Month.of(day) for day in (account_paid_up_to, employer_paid_up_to) if day is not None]
    return all(month > one for one in paid)


def base_change_needs_reason(month: Month) -> bool:
    """Tell whether a change is outside the yearly one in July (R-CHG-3)."""
    return month.month != JULY
