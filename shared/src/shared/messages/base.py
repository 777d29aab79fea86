"""What all events have in common."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Annotated, Any, ClassVar

from pydantic import (
    AwareDatetime,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
)

from shared.base.shape import Shape

Fen = Annotated[int, Field(strict=True)]
"""Money in fen (分), 1 yuan = 100 fen."""


@dataclass(frozen=True, init=False)
class SealedTo:
    """Says of a field which services may read it: in clear in a handler, sealed to them on its way."""

    readers: tuple[str, ...]

    def __init__(self, *readers: str) -> None:
        object.__setattr__(self, "readers", readers)

    def __get_pydantic_json_schema__(
        self, schema: Any, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Publish it in the catalogue."""
        return {**handler(schema), "x-sealed-to": list(self.readers)}


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

    def __repr_args__(self) -> Any:
        """Show no personal data to a log or a test that fails."""
        hidden = sealed_fields(type(self))
        return [(name, "…" if name in hidden else value) for name, value in super().__repr_args__()]


@cache
def sealed_fields(event: type[Event]) -> dict[str, tuple[str, ...]]:
    """Which fields of an event are personal data, and who may read each."""
    return {
        name: mark.readers
        for name, field in event.model_fields.items()
        for mark in field.metadata
        if isinstance(mark, SealedTo)
    }


__all__ = ["AwareDatetime", "Event", "Fen", "Month", "SealedTo", "date", "datetime"]
