"""Papers (证明材料) where no register knows: which are asked for, in which words, until when; pure.

`decisions.ask_papers` asks; what handing in, sending back and accepting make of a case: `mending`.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from shared.base.clock import BUSINESS_ZONE
from withdrawals.domain import PapersWanted
from withdrawals.dossier import REGISTER_NAMES, Register
from withdrawals.rules.model import WithdrawalType


def may_stand_in(kind: WithdrawalType, registers: Iterable[Register]) -> bool:
    """Whether a paper of the applicant may show what these registers do not know."""
    return kind.ground is not None and kind.ground.papers.issuperset(registers)


def wanted_of(registers: Iterable[Register]) -> PapersWanted:
    """Ask for what stands in for registers that do not know."""
    known = tuple(registers)
    names = "、".join(REGISTER_NAMES[one] for one in known)
    text = f"{names}没有查到您的信息，请上传证明材料，由工作人员审核。"
    return PapersWanted(text, tuple(one.value for one in known))


def last_day(due_at: datetime) -> date:
    """Return the last day before a deadline that is the end of a day."""
    return (due_at - timedelta(microseconds=1)).astimezone(BUSINESS_ZONE).date()
