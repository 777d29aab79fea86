"""What goes in and out about merging one person's two accounts (合并): money in fen, texts Chinese."""

from datetime import datetime
from typing import Self
from uuid import UUID

from accounts.rules.merge import Match, MergeState
from accounts.shapes.fields import Number, Row
from shared.base.shape import Shape
from shared.proposals.shapes import Grounds


class MergeBody(Grounds):
    """Into which account the one that the path names shall go."""

    into_account_number: Number
    """The account that stays: of whom the ID number is right."""


class MergeProposal(MergeBody):
    """What is proposed: which account goes."""

    account_number: str


class Merging(Shape):
    """A merge that two people agreed on; the others are asked whether anything is under way."""

    merge_id: UUID


class Merge(Shape):
    """A merge as staff see it."""

    id: UUID
    """Its id."""
    account_number: str
    """The account that goes."""
    into_account_number: str
    """The account that stays."""
    matched_by: Match
    """Why both are one person, as a stable code."""
    matched_by_text: str
    """The same in Chinese."""
    state: MergeState
    """How it stands, as a stable code."""
    state_text: str
    """The same in Chinese."""
    why_text: str
    """What was under way, where that ended it."""
    asked_at: datetime
    """When two people had agreed on it."""
    answer_by: datetime
    """An answer that comes later counts no more."""
    withdrawals_free: bool
    """Withdrawals has nothing under way."""
    loans_free: bool
    """Loans has nothing under way."""
    ended_at: datetime | None
    """When it was done or ended; none while it waits."""
    principal_fen: int | None
    """Principal that went over, fen."""
    interest_fen: int | None
    """Interest that was booked with it, fen."""

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a row."""
        match, state = Match(row["matched_by"]), MergeState(row["state"])
        return cls(
            id=row["id"],
            account_number=row["goes_account"],
            into_account_number=row["stays_account"],
            matched_by=match,
            matched_by_text=match.text,
            state=state,
            state_text=state.text,
            why_text=row["why"],
            asked_at=row["asked_at"],
            answer_by=row["answer_by"],
            withdrawals_free=row["withdrawals_free"],
            loans_free=row["loans_free"],
            ended_at=row["ended_at"],
            principal_fen=row["principal_fen"],
            interest_fen=row["interest_fen"],
        )


class Merges(Shape):
    """Merges, the latest first."""

    items: list[Merge]
