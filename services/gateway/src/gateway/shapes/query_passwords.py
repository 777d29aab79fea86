"""The query password (查询密码) as its owner and the hotline send it."""

from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints

from gateway.handlers.sessions import Opened
from gateway.shapes.fields import Body
from shared.base.id_documents import IdType
from shared.base.shape import Shape
from shared.http.fields import CLEANED_NUMBER

Digits = Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$"), CLEANED_NUMBER]


class QueryPasswordChosen(Body):
    """Six digits of one's own choice."""

    query_password: Digits = Field(repr=False)
    """No run or repetition, no part of the ID number or the phone on file."""


class QueryPasswordShown(Shape):
    """Whether one is set; it is never shown."""

    set_at: datetime | None
    """Since when it counts; none where none is set."""


class QueryPasswordEntered(Body):
    """What a caller of 12329 has keyed in."""

    id_number: str = Field(max_length=40, examples=["11010519491231002X"], repr=False)
    id_type: IdType = IdType.RESIDENT_ID
    """A.1; a permanent residence number of 18 characters is known as such by itself."""
    query_password: Digits = Field(repr=False)
    """The six digits that its owner chose."""


class ReadingToken(Shape):
    """What a caller is read to by; it is not continued, and changes nothing but what it may tighten."""

    access_token: str
    """Signed token (JWT) for the Authorization header."""
    token_type: Literal["Bearer"] = "Bearer"  # noqa: S105
    """How the access token is sent, RFC 6750."""
    expires_in: int
    """Life of the access token in seconds."""

    @classmethod
    def of(cls, opened: Opened) -> Self:
        """Show what was opened."""
        return cls(access_token=opened.access_token, expires_in=opened.expires_in_seconds)
