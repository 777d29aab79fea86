"""An estimate as its owner reads it, before applying (R-WDR-27)."""

from datetime import date, datetime
from typing import Self
from uuid import UUID

from shared.base.money import yuan
from shared.base.shape import Shape
from withdrawals.estimates import Estimate
from withdrawals.shapes.citizens import Reason


class CapShown(Shape):
    """A limit, and what it was computed from."""

    text: str
    """What it is, in Chinese."""
    fen: int
    """Amount of the limit."""
    amount_text: str
    """The same in yuan, as people read it."""


class TypeEstimate(Shape):
    """What would be decided of one type if it were applied for now."""

    kind: str
    """The type (提取类型), as a stable code."""
    kind_text: str
    possible_now: bool
    """True where something can be taken today."""
    possible_from: date | None
    """First day on which it would be possible, where one is known."""
    most_fen: int | None
    """How much at most; none where nothing can be taken now."""
    most_text: str | None
    """The same in yuan, as people read it."""
    caps: list[CapShown]
    """Each limit that makes the amount."""
    reviewed: bool
    """True where staff would look at it before money moves."""
    reason: Reason | None
    """Why not now; none where it is possible."""
    missing: str | None
    """What is to be handed in, in Chinese."""
    who: str | None
    """Who must do something first: 本人, 单位, 柜台 or 银行."""
    closes: list[str]
    """Which later doors it closes, in Chinese (R-REP-10)."""
    brake: str | None
    """What the person's own settings would stop of so much when it is to be paid, in Chinese (R-CRT-4)."""

    @classmethod
    def of(cls, found: Estimate) -> Self:
        """Show an estimate."""
        refusal = found.refusal
        return cls(
            kind=found.kind,
            kind_text=found.name,
            possible_now=found.most_fen is not None,
            possible_from=refusal.eligible_from if refusal else None,
            most_fen=found.most_fen,
            most_text=None if found.most_fen is None else yuan(found.most_fen),
            caps=[
                CapShown(text=cap.text, fen=cap.fen, amount_text=yuan(cap.fen))
                for cap in found.caps
            ],
            reviewed=found.reviewed,
            reason=Reason.of(refusal) if refusal else None,
            missing=found.missing,
            who=found.who,
            closes=list(found.closes),
            brake=found.brake.text if found.brake else None,
        )


class EstimateAnswer(Shape):
    """What was found of every type."""

    as_of: date
    """Business date of the answer."""
    types: list[TypeEstimate]
    """All that are offered."""


class EstimateAsked(Shape):
    """An estimate is being made."""

    id: UUID


class EstimateShown(Shape):
    """An estimate of one person, as far as it has come."""

    id: UUID
    asked_at: datetime
    """When it was asked for."""
    state: str
    """`gathering` while something is waited for, then `answered`."""
    waits_for: list[str]
    """What is waited for, in Chinese."""
    answer: EstimateAnswer | None
    """None while something is waited for."""
