"""What all events have in common."""

from datetime import date, datetime
from typing import Annotated, ClassVar

from pydantic import AwareDatetime, ConfigDict, Field, StringConstraints

from shared.base.shape import Shape

Fen = Annotated[int, Field(strict=True)]
"""Money in fen (分), 1 yuan = 100 fen."""
Sealed = str
"""Personal data, sealed by shared.sealing.personal_data."""
Month = Annotated[
    str,
    StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])$"),
    Field(examples=["2019-08"]),
]
"""A calendar month, YYYY-MM."""


class Event(Shape):
    """A fact that one service tells the others."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    type: ClassVar[str]
    """CloudEvents `type` and routing key, `<aggregate>.<what happened>.v<version>`."""
    owner: ClassVar[str]
    """The one service that publishes it."""
    subject_field: ClassVar[str]
    """The field that names the aggregate; events of one subject keep their order."""

    @property
    def subject(self) -> str:
        """The aggregate that the event is about."""
        return str(getattr(self, self.subject_field))


__all__ = ["AwareDatetime", "Event", "Fen", "Month", "Sealed", "date", "datetime"]
