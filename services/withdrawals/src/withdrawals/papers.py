"""Papers (证明材料) where no register knows: which are asked for, in which words, until when; pure.

`decisions.ask_papers` asks; what handing in, sending back and accepting make of a case: `mending`.
"""

from datetime import date, datetime, timedelta

from shared.base.clock import BUSINESS_ZONE
from withdrawals.domain import PapersWanted
from withdrawals.rules.ground import Missing
from withdrawals.rules.model import WithdrawalType


def may_stand_in(kind: WithdrawalType, missing: Missing) -> bool:
    """Whether a paper of the applicant may show what registers do not know; of the unasked always."""
    known = kind.ground is not None and kind.ground.papers.issuperset(missing.registers)
    return known or missing.unasked


def wanted_of(missing: Missing) -> PapersWanted:
    """Ask for what stands in for registers that do not know, or that may not be asked."""
    known = missing.registers
    return PapersWanted(missing.text, tuple(one.value for one in known))


def last_day(due_at: datetime) -> date:
    """Return the last day before a deadline that is the end of a day."""
    return (due_at - timedelta(microseconds=1)).astimezone(BUSINESS_ZONE).date()
