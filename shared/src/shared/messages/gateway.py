"""Facts of the gateway: logins, and what channels bring in."""

from typing import ClassVar
from uuid import UUID

from shared.messages.base import AwareDatetime, Event, Sealed


class GatewayEvent(Event):
    """Published by gateway."""

    owner: ClassVar[str] = "gateway"


class LoginCodeIssued(GatewayEvent):
    """A one-time code is to reach the phone of the identity that wants to log in."""

    type: ClassVar[str] = "login_code.issued.v1"
    subject_field: ClassVar[str] = "challenge_id"

    challenge_id: UUID
    phone: Sealed
    code: Sealed
    expires_at: AwareDatetime


class LoggedIn(GatewayEvent):
    """A new login, told to its owner (R-SMS-3)."""

    type: ClassVar[str] = "identity.logged_in.v1"
    subject_field: ClassVar[str] = "identity_id"

    identity_id: UUID
    person_id: UUID | None
    channel: str
    logged_in_at: AwareDatetime


EVENTS = (LoginCodeIssued, LoggedIn)
