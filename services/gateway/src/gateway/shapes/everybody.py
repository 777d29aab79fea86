"""What everybody who logs in sends and sees; texts for people are Chinese, personal data is masked."""

from datetime import datetime
from enum import StrEnum
from typing import Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from gateway.handlers.sessions import Opened
from gateway.shapes.fields import Body, NewPassword, OneTimeCode


class Channel(StrEnum):
    """Through what somebody logs in (R-ACC-5)."""

    WEB = "web"
    WECHAT = "wechat"
    KIOSK = "kiosk"
    HOTLINE = "hotline"


class CodeWanted(Body):
    """Who wants to log in, and in what capacity."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, serialize_by_alias=True, validate_by_name=True
    )

    id_number: str = Field(max_length=40, examples=["11010519491231002X"], repr=False)
    capacity: Literal["individual", "employer_operator"] = Field(alias="as")
    employer_number: str | None = Field(None, max_length=20)
    """Only where somebody is the operator of several employers."""


class ChallengeMade(BaseModel):
    """The same answer whether or not the ID number is known."""

    challenge_id: UUID
    expires_at: datetime
    message: str = "如该证件号码已登记，验证码将以短信发送至预留手机号。"


class CodeEntered(Body):
    """A one-time code."""

    challenge_id: UUID
    code: OneTimeCode = Field(repr=False)
    channel: Channel = Channel.WEB


class StaffLogin(Body):
    """Two factors."""

    login: str = Field(max_length=40, examples=["admin"])
    password: str = Field(max_length=200, repr=False)
    totp: OneTimeCode = Field(repr=False)


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


class Tokens(BaseModel):
    """What somebody who has logged in gets."""

    access_token: str
    token_type: Literal["Bearer"] = "Bearer"  # noqa: S105
    expires_in: int
    """Seconds."""
    refresh_token: str
    role: str
    name: str
    """Masked."""
    employer_number: str | None

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
        )


class Me(BaseModel):
    """Who is logged in."""

    identity_id: UUID
    role: str
    name: str
    """Masked."""
    phone: str | None
    """Masked."""
    person_id: UUID | None
    employer_number: str | None
    channel: str


class LoginLine(BaseModel):
    """One attempt to log in as oneself (R-CRT-4)."""

    at: datetime
    outcome: str
    outcome_text: str
    channel: str | None
    address: str | None


class LoginPage(BaseModel):
    """Attempts, newest first."""

    items: list[LoginLine]
    next_cursor: str | None


class EnrolledShown(BaseModel):
    """For the authenticator app; shown once."""

    totp_secret: str
    totp_uri: str
