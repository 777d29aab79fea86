"""Fines of the fund on employers as staff see them."""

from datetime import datetime
from typing import Self
from uuid import UUID

from credit.domain import DecisionState, Row
from shared.base.shape import Shape

STATE_TEXTS = {
    DecisionState.WAITING: "主体库中没有名称和代码一致的主体",
    DecisionState.DRAFTED: "已生成待复核信息",
    DecisionState.BY_HAND: "已由工作人员录入",
    DecisionState.OVER: "公示期已满，不再报送",
    DecisionState.LIFTED: "已撤销",
}


class FundPenalty(Shape):
    """A fine of the fund on an employer, and the row of 双公示 that came of it."""

    penalty_id: UUID
    """Its id, which accounts gave it."""
    social_credit_code: str
    """Whom it is on."""
    document_no: str
    """决定文书号."""
    state: DecisionState
    """What became of it, as a stable code."""
    state_text: str
    """What became of it, in Chinese."""
    record_id: UUID | None
    """The row that two people publish; none where nothing was drafted."""
    heard_at: datetime
    """When credit heard of it."""

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a fine."""
        plain = {name: row[name] for name in cls.model_fields if name != "state_text"}
        return cls(**plain, state_text=STATE_TEXTS[DecisionState(row["state"])])


class FundPenalties(Shape):
    """Fines of the fund."""

    items: list[FundPenalty]
    """The latest first, at most two hundred."""
