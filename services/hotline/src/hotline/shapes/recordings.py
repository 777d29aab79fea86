"""Recordings as those who may hear them see them."""

from datetime import datetime
from typing import Self
from uuid import UUID

from hotline.domain import Row
from hotline.media.recording import RATE
from shared.base.shape import Shape


class RecordingLine(Shape):
    """A call that was recorded (录音)."""

    call_id: UUID
    began_at: datetime
    """When the first of it was kept."""
    seconds: float
    """How long it is."""
    answered_by: UUID | None
    """The agent who spoke last."""
    person_id: UUID | None
    """Whom the caller has proved to be."""

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a row."""
        names = ("call_id", "began_at", "answered_by", "person_id")
        return cls(**{name: row[name] for name in names}, seconds=row["bytes"] / 2 / RATE)


class RecordingList(Shape):
    """Recordings of a day, the latest first."""

    items: list[RecordingLine]
