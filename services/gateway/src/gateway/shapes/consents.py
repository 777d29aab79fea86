"""What a person consents to, and what they sent and see of it."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import Field, StringConstraints

from gateway.rules.consents import Purpose
from gateway.shapes.fields import Body
from gateway.store.consents import Consent
from shared.base.shape import Shape


class ConsentSaid(Body):
    """Yes or no to one version of a purpose's text."""

    version: Annotated[str, StringConstraints(max_length=20)] = Field(examples=["2026-01"])
    """Of the text that the person has read."""
    given: bool
    """False takes an earlier consent back (撤回同意)."""


class ConsentShown(Shape):
    """A purpose, its text, and what the person last said about it."""

    purpose: str = Field(examples=["cross_city_sharing"])
    """Stable code of what is consented to."""
    version: str = Field(examples=["2026-01"])
    """Of the text."""
    text: str
    """What is consented to, in Chinese."""
    given: bool
    """Whether the person consents to this version."""
    said_at: datetime | None
    """When the person last said something about this purpose."""

    @classmethod
    def of(cls, purpose: Purpose, said: Consent | None) -> Self:
        """Show a purpose; consent to an older text is none to this one."""
        return cls(
            purpose=purpose.code,
            version=purpose.version,
            text=purpose.text,
            given=said is not None and said.given and said.version == purpose.version,
            said_at=said.at if said else None,
        )


class ConsentList(Shape):
    """All purposes."""

    items: list[ConsentShown]
