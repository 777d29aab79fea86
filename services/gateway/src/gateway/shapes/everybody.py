"""What everybody who logs in sends and sees; texts for people are Chinese, personal data is masked."""

from datetime import datetime
from typing import Literal, Self
from uuid import UUID

from pydantic import ConfigDict, Field

from gateway.handlers.sessions import Opened
from gateway.shapes.fields import Body, DeviceShown, NewPassword, OneTimeCode
from shared.base.id_documents import IdType
from shared.base.shape import Shape


class CodeWanted(Body):
    """Who wants to log in, and in what capacity."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, serialize_by_alias=True, validate_by_name=True
    )

    id_number: str = Field(max_length=40, examples=["11010519491231002X"], repr=False)
    id_type: IdType = IdType.RESIDENT_ID
    """A.1; a permanent residence number of 18 characters is known as such by itself."""
    capacity: Literal["individual", "employer_operator"] = Field(alias="as")
    """In what capacity: for oneself, or as the unit operator (单位经办人) of an employer."""
    employer_number: str | None = Field(None, max_length=20)
    """Only where somebody is the operator of several employers."""
    device: DeviceShown = None


class ChallengeMade(Shape):
    """The same answer whether or not the ID number is known."""

    challenge_id: UUID
    expires_at: datetime
    again_after_seconds: int
    """When another code may be asked for."""
    message: str = "如该证件号码已登记，验证码将以短信发送至预留手机号。"
    """What to tell the citizen, in Chinese."""


class CodeEntered(Body):
    """A one-time code."""

    challenge_id: UUID
    code: OneTimeCode = Field(repr=False)
    """The six digits of the text."""
    device: DeviceShown = None


class StaffLogin(Body):
    """Two factors."""

    login: str = Field(max_length=40, examples=["admin"])
    password: str = Field(max_length=200, repr=False)
    totp: OneTimeCode = Field(repr=False)
    """The six digits of the authenticator app, RFC 6238."""
    device: DeviceShown = None


class ActivationEntered(Body):
    """An activation code from an administrator, and the password of one's own choice."""

    login: str = Field(max_length=40)
    activation_code: str = Field(max_length=100, repr=False)
    password: NewPassword = Field(repr=False)


class DeviceLogin(Body):
    """A self-service terminal."""

    client_id: str = Field(max_length=40)
    client_secret: str = Field(max_length=100, repr=False)


class RefreshWanted(Body):
    """The refresh token of the last answer."""

    refresh_token: str = Field(max_length=100, repr=False)


class Tokens(Shape):
    """What somebody who has logged in gets."""

    access_token: str
    """Signed token (JWT) for the Authorization header."""
    token_type: Literal["Bearer"] = "Bearer"  # noqa: S105
    """How the access token is sent, RFC 6750."""
    expires_in: int
    """Life of the access token in seconds."""
    refresh_token: str
    role: str
    name: str
    """Name (姓名), masked."""
    employer_number: str | None
    device: str | None
    """What this device shows as `device` at its next login; null where a session is only continued."""

    @classmethod
    def of(cls, opened: Opened) -> Self:
        """Show what was opened."""
        return cls(
            access_token=opened.access_token,
            expires_in=opened.expires_in_seconds,
            refresh_token=opened.refresh_token,
            role=opened.principal.role.value,
            name=opened.principal.name,
            employer_number=opened.principal.employer_number,
            device=opened.device,
        )


class Me(Shape):
    """Who is logged in."""

    identity_id: UUID
    role: str
    name: str
    """Name (姓名), masked."""
    phone: str | None
    """Phone number, masked."""
    person_id: UUID | None
    """The person, where somebody acts for himself or herself."""
    employer_number: str | None
    channel: str
    """Through what the session was opened."""


class SessionLine(Shape):
    """A session of one's own that goes on."""

    session_id: UUID
    channel: str
    address: str | None
    created_at: datetime
    """When it began."""
    expires_at: datetime
    current: bool
    """The one that asks."""


class SessionList(Shape):
    """One's own sessions, newest first."""

    items: list[SessionLine]


class PasswordChange(Body):
    """The present password and the authenticator, and a password of one's own choice."""

    password: str = Field(max_length=200, repr=False)
    totp: OneTimeCode = Field(repr=False)
    """The six digits of the authenticator app, RFC 6238."""
    new_password: NewPassword = Field(repr=False)
    """One's own choice, 12 characters at least; none of the last five, none that is common."""


class LoginLine(Shape):
    """One attempt to log in as oneself (R-CRT-4)."""

    at: datetime
    outcome: str
    """How it ended, as a stable code."""
    outcome_text: str
    channel: str | None
    address: str | None


class LoginPage(Shape):
    """Attempts, newest first."""

    items: list[LoginLine]
    next_cursor: str | None


class EnrolledShown(Shape):
    """For the authenticator app; shown once."""

    totp_secret: str
    """Secret for an authenticator app, base32 (RFC 6238)."""
    totp_uri: str
    """The same as an otpauth:// address, for a QR code."""
