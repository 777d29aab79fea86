"""When an employer in hardship may contribute by a lower ratio (降低缴存比例) for a while (R-DEP-9); pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from accounts.domain import Month
from accounts.rules.deferral import period_flaw

Pair = tuple[int, int]
"""The employer's ratio and the employees', in basis points."""


@dataclass(frozen=True)
class Lowering:
    """What an employer asks for, on a resolution of its staff."""

    first: Month
    last: Month
    pair_bp: Pair
    resolution_on: date

    @property
    def back(self) -> Month:
        """From which month on the ratios are as before."""
        return self.last.plus(1)


@dataclass(frozen=True)
class Before:
    """The ratios of an employer without the lowering."""

    paid_up_to: date | None
    frozen: Collection[date]
    """Months of confirmed lists."""
    first_bp: Pair
    """In force in its first month."""
    changed: Collection[date]
    """Months from which other ratios stand already."""


def flaw(asked: Lowering, today: date, before: Before) -> str | None:
    """Say why it cannot be agreed, in one Chinese sentence; None if it can."""
    why = period_flaw(
        (asked.first, asked.last), asked.resolution_on, today, (before.paid_up_to, before.frozen)
    )
    if why is not None:
        return why
    within = sorted(day for day in before.changed if asked.first.first < day <= asked.last.first)
    if within:
        return f"{Month.of(within[0])}起已有另一次比例调整，期限应在此之前结束"
    pairs = list(zip(asked.pair_bp, before.first_bp, strict=True))
    if any(lower > now for lower, now in pairs) or all(lower == now for lower, now in pairs):
        employer, employee = (f"{bp / 100:g}%" for bp in before.first_bp)
        return f"应低于当月比例（单位{employer}、个人{employee}），且任何一方都不得提高"
    return None
