"""Offset agreements (冲抵协议): signed, ended, never deleted (R-LOAN-7, R-REP-3, R-WDR-4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class OffsetWay(StrEnum):
    """How often the fund balance pays the loan (按月冲还贷, 按年冲还贷)."""

    MONTHLY = "monthly"
    YEARLY = "yearly"


class ShortBalance(StrEnum):
    """What happens when the fund balance is short of the instalment (R-LOAN-7, E43)."""

    ACCOUNT_FIRST = "account_first"
    """Use the balance, top up from the card."""
    ALL_OR_NOTHING = "all_or_nothing"
    """Leave the balance, take all from the card."""


class PrepaymentEffect(StrEnum):
    """What a partial prepayment changes (R-REP-8)."""

    SHORTEN = "shorten"
    """缩短贷款年限"""
    REDUCE = "reduce"
    """减少月还款额"""


@dataclass(frozen=True)
class Agreement:
    """One agreement of one party of a loan."""

    signed_on: date
    ended_on: date | None
    prepayment_effect: PrepaymentEffect

    def in_force(self, day: date) -> bool:
        """Tell whether it applies on a day; the day it ended is no longer covered."""
        return self.signed_on <= day and (self.ended_on is None or day < self.ended_on)


def agreement_on(agreements: Sequence[Agreement], day: date) -> Agreement | None:
    """Return the agreement in force on a day, the last signed where spouses have one each."""
    covering = [agreement for agreement in agreements if agreement.in_force(day)]
    return max(covering, key=lambda agreement: agreement.signed_on, default=None)
