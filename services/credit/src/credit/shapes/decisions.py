"""Decisions of the fund as staff see them."""

from datetime import date, datetime
from typing import Self
from uuid import UUID

from credit.domain import DECISION_STATE_TEXTS, DecisionState, Row
from shared.base.shape import Shape


class FundDecision(Shape):
    """A decision of the fund about a person, and the row of 双公示 that came of it."""

    decision_id: UUID
    """Its id, which withdrawals gave it."""
    cause: str
    """What was found, as a stable code: `false_materials` or `loan_fraud`."""
    found_on: date
    """From when on it counts."""
    ends_on: date
    """Its last day."""
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
        """Show a decision."""
        plain = {name: row[name] for name in cls.model_fields if name != "state_text"}
        return cls(**plain, state_text=DECISION_STATE_TEXTS[DecisionState(row["state"])])


class FundDecisions(Shape):
    """Decisions of the fund."""

    items: list[FundDecision]
    """The latest first, at most two hundred."""
