"""Offset agreements (冲抵协议): signed, ended, never deleted (R-LOAN-7, R-REP-3, R-WDR-4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from loans.domain.contracts import PrepaymentEffect

TERMS_VERSION = "2019-1"
"""Names the text below; whoever signs online sends it back as accepted. A new text is a new version."""
TERMS_TEXT = (
    "签订冲抵协议后，中心将按协议使用您的公积金账户余额归还本贷款。请注意：只要签订过冲抵协议，"
    "不论是否使用、是否终止，本贷款结清后都不能再办理偿还公积金贷款提取；"
    "协议签订后可在网上办理部分提前还款，缩短年限或减少月还款额以协议约定为准。"
)
"""What signing costs (R-REP-10)."""


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
