"""The owner's own brakes, as their owner sets and sees them (本人安全设置)."""

from datetime import datetime
from typing import Self

from pydantic import Field

from shared.base.shape import Shape
from withdrawals import brakes as rules
from withdrawals.domain import Brakes
from withdrawals.rules.model import BrakeTerms
from withdrawals.shapes.citizens import Body


class LimitBody(Body):
    """The most that is paid in a day."""

    daily_limit_fen: int | None = Field(None, ge=1, le=10**12, examples=[5_000_000])
    """In fen; none for no limit. A lower one counts at once, a higher one or none after hours."""


class BrakesShown(Shape):
    """What holds now, and what is to come."""

    locked: bool
    """Nothing is taken out."""
    lifts_at: datetime | None
    """From when the lock is lifted, where that was asked for; locking again takes it back."""
    daily_limit_fen: int | None
    """What is paid in a day at most, in fen; none where there is no limit."""
    limit_changes_at: datetime | None
    """From when another limit holds, where a higher one, or none, was asked for."""
    limit_to_come_fen: int | None
    """That limit, in fen; none where there is to be none."""
    phone_cools_until: datetime | None
    """Until then nothing goes out, because the phone on file changed."""
    lift_after_hours: int
    """So long after it was asked for the lock is lifted."""
    raise_after_hours: int
    """So long after it was asked for a higher limit holds."""
    cooling_hours: int
    """So long after a change of phone, or of the card, no money goes there."""

    @classmethod
    def of(cls, brakes: Brakes, terms: BrakeTerms, now: datetime) -> Self:
        """Show them as they are now."""
        to_come = (
            brakes.next_limit_at if brakes.next_limit_at and now < brakes.next_limit_at else None
        )
        locked = rules.is_locked(brakes, now)
        return cls(
            locked=locked,
            lifts_at=brakes.lifts_at if locked else None,
            daily_limit_fen=rules.limit_fen(brakes, now),
            limit_changes_at=to_come,
            limit_to_come_fen=brakes.next_limit_fen if to_come else None,
            phone_cools_until=rules.phone_cools_until(brakes, now, terms),
            lift_after_hours=terms.lift_after_hours,
            raise_after_hours=terms.raise_after_hours,
            cooling_hours=terms.cooling_hours,
        )
