"""What two spouses sign together (夫妻约定): proposed by one, in force by both; pure (R-WDR-49)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from withdrawals.domain import Joint, Part

CODE_CHARACTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without those that are mistaken for one another."""
CODE_LENGTH = 10
"""31 to the power of 10: nobody guesses one, and it names no person."""
WAITS = "等待您的配偶签订"
PROPOSED = "夫妻约定已提出，请您的配偶登录后签订"
CHANGE = "您的配偶提出了新的夫妻约定，双方签订后生效，请登录查看"
CHANGE_SENT = "新的夫妻约定已提出，配偶签订后生效，此前按原约定办理"
AGREED = "夫妻双方已签订约定"
LAPSED = "您的配偶没有按期签订，约定未生效"
CHANGE_LAPSED = "新的夫妻约定没有按期签订，仍按原约定办理"
OVER = "夫妻约定已经终止，由您一人提取须重新确认银行卡"
LEFT = "您的配偶已退出夫妻约定，由您一人提取须重新确认银行卡"


class State(StrEnum):
    """How far what was signed has come."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    LAPSED = "lapsed"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Couple:
    """One set of terms between two agreements; terms that replace others are another one."""

    id: UUID
    code: str
    """By which the spouse finds it: nobody here knows who is whose."""
    proposer_id: UUID
    """The agreement of whoever signed first."""
    partner_id: UUID | None
    """The agreement of the spouse; None before there is one."""
    part: Part
    """What the proposer signed."""
    proposed_on: date
    sign_by: date
    """The last day on which the spouse may sign."""
    state: State = State.PROPOSED

    def part_of(self, agreement_id: UUID) -> Part:
        """What one of the two signed."""
        return self.part if agreement_id == self.proposer_id else self.part.mirrored

    def other_than(self, agreement_id: UUID) -> UUID | None:
        """The agreement of the other one, where there is one."""
        return self.partner_id if agreement_id == self.proposer_id else self.proposer_id

    def waits_for(self, agreement_id: UUID, part: Part) -> bool:
        """Whether this signature is the second of the same."""
        return agreement_id != self.proposer_id and self.part.mirrored == part


def joint(couple: Couple, agreement_id: UUID, other_household: str | None) -> Joint:
    """By what a run of one of the two takes."""
    return Joint(couple.part_of(agreement_id), other_household)
