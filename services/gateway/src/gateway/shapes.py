"""What goes in and out over HTTP; texts for people are Chinese, personal data is masked."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from gateway.sessions import Opened
from gateway.staff_store import Staff
from shared.base.identifiers import mask_name
from shared.sealing.personal_data import PersonalData

Login = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9._-]{2,39}$")]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=50)]
NewPassword = Annotated[str, StringConstraints(min_length=12, max_length=200)]
OneTimeCode = Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$")]


class Channel(StrEnum):
    """Through what somebody logs in (R-ACC-5)."""

    WEB = "web"
    WECHAT = "wechat"
    KIOSK = "kiosk"
    HOTLINE = "hotline"


class Body(BaseModel):
    """A request body; what is not known is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


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


class NewStaff(Body):
    """One person, one role."""

    login: Login = Field(examples=["zhang.san"])
    name: Name = Field(examples=["张三"], repr=False)
    id_number: str = Field(max_length=40, examples=["11010519491231002X"], repr=False)
    role: Literal["staff_maker", "staff_checker", "staff_admin"]


class StaffShown(BaseModel):
    """A member of staff."""

    id: UUID
    login: str
    name: str
    """Masked."""
    role: str
    state: Literal["awaiting_activation", "active", "disabled"]
    created_at: datetime

    @classmethod
    def of(cls, staff: Staff, personal_data: PersonalData) -> Self:
        """Show a member of staff."""
        state: Literal["awaiting_activation", "active", "disabled"] = (
            "disabled" if staff.disabled_at else "active" if staff.active else "awaiting_activation"
        )
        return cls(
            id=staff.identity.id,
            login=staff.login,
            name=mask_name(personal_data.open(staff.identity.name_sealed)),
            role=staff.identity.role.value,
            state=state,
            created_at=staff.created_at,
        )


class StaffPage(BaseModel):
    """Staff by login."""

    items: list[StaffShown]
    next_cursor: str | None


class ActivationMade(BaseModel):
    """Handed over in person; shown once."""

    activation_code: str
    expires_at: datetime


class EnrolledShown(BaseModel):
    """For the authenticator app; shown once."""

    totp_secret: str
    totp_uri: str


class NewDevice(Body):
    """A self-service terminal."""

    name: Name = Field(examples=["德城区服务大厅1号机"])


class DeviceMade(BaseModel):
    """What the terminal is configured with; shown once."""

    identity_id: UUID
    client_id: str
    client_secret: str


class RotationWanted(Body):
    """Why keys are rotated at once."""

    withdraw: bool = False
    """Take all older keys back: every token signed by them dies."""


class Rotated(BaseModel):
    """The key that signs now."""

    key_id: str
