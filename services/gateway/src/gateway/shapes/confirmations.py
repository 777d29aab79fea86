"""What is confirmed with a fresh code: asked for, entered, and what is sent along with it."""

from datetime import datetime
from typing import Any, Literal, Self
from uuid import UUID

from pydantic import Field

from gateway.shapes.fields import Body, OneTimeCode
from gateway.store.confirmations import Waiting
from shared.base.shape import Shape

TEXTED = "验证码已发送至预留手机号，请核对短信所述业务后输入。"
TEXTED_TO_THEM = "验证码已发送至办事人的预留手机号，请办事人核对短信所述业务后告知。"


class ConfirmationWanted(Body):
    """What somebody is about to do."""

    service: Literal[
        "withdrawals", "loans", "gateway", "accounts", "wechat", "documents", "transfers"
    ]
    """Whose operation it is."""
    operation: str = Field(max_length=200, examples=["POST /applications"])
    """Method and path below the service's base, as it will be called."""
    body: dict[str, Any] | None = Field(None, repr=False, examples=[{"kind": "retirement"}])
    """Exactly what will be sent; null where nothing is."""


class CounterConfirmationWanted(ConfirmationWanted):
    """What a maker is about to enter for somebody at the counter."""

    person_id: UUID
    """For whom it is, and whose phone gets the code."""


class ConfirmationAsked(Shape):
    """What is to be confirmed, and with which code."""

    confirmation_id: UUID
    expires_at: datetime
    message: str
    """What to tell who confirms, in Chinese."""
    what: str
    """What is confirmed, as a text would say it: kind, amount, last digits of a card."""

    @classmethod
    def of(cls, waiting: Waiting, *, by_authenticator: bool) -> Self:
        """Show what waits for its code."""
        what = waiting.what
        return cls(
            confirmation_id=waiting.id,
            expires_at=waiting.challenge.expires_at,
            message=_message(waiting, by_authenticator=by_authenticator),
            what=what,
        )


def _message(waiting: Waiting, *, by_authenticator: bool) -> str:
    if waiting.person_id is not None:
        return TEXTED_TO_THEM
    return f"您将确认：{waiting.what}。请输入动态口令。" if by_authenticator else TEXTED


class ConfirmationEntered(Body):
    """The code."""

    code: OneTimeCode = Field(repr=False)
    """The six digits of the text, or of an operator's authenticator."""


class Confirmed(Shape):
    """What the operation takes as its header `Confirmation`, once."""

    confirmation: str
    """Signed token (JWT), bound to person, session, operation and body."""
    expires_in: int
    """Life of the confirmation in seconds."""
