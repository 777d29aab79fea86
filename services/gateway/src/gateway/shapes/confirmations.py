"""What is confirmed with a fresh code: asked for, entered, and what is sent along with it."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import Field

from gateway.shapes.fields import Body, OneTimeCode
from shared.base.shape import Shape


class ConfirmationWanted(Body):
    """What somebody is about to do."""

    service: Literal["withdrawals", "loans", "gateway", "accounts"]
    """Whose operation it is."""
    operation: str = Field(max_length=200, examples=["POST /applications"])
    """Method and path below the service's base, as it will be called."""
    body: dict[str, Any] | None = Field(None, repr=False, examples=[{"kind": "retirement"}])
    """Exactly what will be sent; null where nothing is."""


class ConfirmationAsked(Shape):
    """A code is on its way."""

    confirmation_id: UUID
    expires_at: datetime
    message: str = "验证码已发送至预留手机号，请核对短信所述业务后输入。"
    """What to tell the citizen, in Chinese."""


class ConfirmationEntered(Body):
    """The code."""

    code: OneTimeCode = Field(repr=False)
    """The six digits of the text."""


class Confirmed(Shape):
    """What the operation takes as its header `Confirmation`, once."""

    confirmation: str
    """Signed token (JWT), bound to person, session, operation and body."""
    expires_in: int
    """Life of the confirmation in seconds."""
