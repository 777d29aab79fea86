"""Facts of the gateway: logins, and what channels bring in."""

from typing import Annotated, ClassVar
from uuid import UUID

from shared.messages.base import AwareDatetime, Event, SealedTo


class GatewayEvent(Event):
    """Published by gateway."""

    owner: ClassVar[str] = "gateway"


class LoginCodeIssued(GatewayEvent):
    """A one-time code is to reach the phone of the identity that wants to log in."""

    type: ClassVar[str] = "login_code.issued.v1"
    subject_field: ClassVar[str] = "challenge_id"

    challenge_id: UUID
    phone: Annotated[str, SealedTo("notifications")]
    """Where the code is texted to."""
    code: Annotated[str, SealedTo("notifications")]
    """The one-time code."""
    expires_at: AwareDatetime


class ConfirmationCodeIssued(GatewayEvent):
    """A one-time code is to reach the phone of whoever is about to move money or to bind themselves."""

    type: ClassVar[str] = "confirmation_code.issued.v1"
    subject_field: ClassVar[str] = "confirmation_id"

    confirmation_id: UUID
    phone: Annotated[str, SealedTo("notifications")]
    """Where the code is texted to."""
    code: Annotated[str, SealedTo("notifications")]
    """The one-time code."""
    what: str
    """What is confirmed, as the text says it: kind, amount, last digits of a card."""
    expires_at: AwareDatetime


class LoggedIn(GatewayEvent):
    """A new login, told to its owner (R-SMS-3)."""

    type: ClassVar[str] = "identity.logged_in.v1"
    subject_field: ClassVar[str] = "identity_id"

    identity_id: UUID
    person_id: UUID | None
    """The person, where the identity is one's own."""
    channel: str
    logged_in_at: AwareDatetime
    """When it happened."""


class StaffChanged(GatewayEvent):
    """How a member of staff stands from now on: created, shut out, let in again, given another role."""

    type: ClassVar[str] = "staff.changed.v1"
    subject_field: ClassVar[str] = "identity_id"

    identity_id: UUID
    role: str
    """`staff_maker`, `staff_checker` or `staff_admin`."""
    active: bool
    """False: shut out; nothing that the person proposed takes effect any more."""
    person_id: UUID | None
    """Who it is as a citizen, if that person has an account."""
    since: AwareDatetime
    """When created, let in again, or given another role or second factor, whichever came last."""
    changed_at: AwareDatetime
    """When this came to be so: an older word about the same person is ignored."""


class OperatorChanged(GatewayEvent):
    """How an employer's operator (单位经办人) stands from now on: appointed, given other rights, shut."""

    type: ClassVar[str] = "operator.changed.v1"
    subject_field: ClassVar[str] = "operator_id"

    operator_id: UUID
    """The identity with which the operator logs in."""
    employer_number: str
    name: Annotated[str, SealedTo("accounts")]
    """Name of the operator."""
    id_type: str
    """Type of the identity document (证件类型), A.1."""
    id_number: Annotated[str, SealedTo("accounts")]
    """Number of the identity document."""
    phone: Annotated[str, SealedTo("accounts")]
    """The operator's own phone number."""
    rights: list[str]
    """Of `draft` 编制, `confirm` 确认, `pay` 缴款, `look` 查询."""
    active: bool
    """False: shut; nothing that the operator asked for takes effect any more."""
    appointed_at: AwareDatetime
    """Since when the operator works for this employer."""
    changed_at: AwareDatetime
    """When this came to be so: an older word about the same operator is ignored."""


class StaffActivationIssued(GatewayEvent):
    """An activation code is to reach the phone of a member of staff."""

    type: ClassVar[str] = "staff_activation.issued.v1"
    subject_field: ClassVar[str] = "identity_id"

    identity_id: UUID
    login: str
    """What the person will log in with."""
    phone: Annotated[str, SealedTo("notifications")]
    code: Annotated[str, SealedTo("notifications")]
    """The activation code."""
    expires_at: AwareDatetime
    """Until when the code activates the login."""


class PersonPhoneChanged(GatewayEvent):
    """The phone on file (预留手机号) of a citizen is another one; both phones are told (R-INF-2, R-INF-3)."""

    type: ClassVar[str] = "person_phone.changed.v1"
    subject_field: ClassVar[str] = "person_id"

    change_id: UUID
    """This one change, however often it is told."""
    person_id: UUID
    phone: Annotated[str, SealedTo("notifications", "accounts", "gateway")]
    """The phone from now on."""
    phone_before: Annotated[str, SealedTo("notifications")]
    """The phone until now; empty where nobody could read it."""
    by_whom: str
    """`oneself`, with codes of both phones, or `counter`, with the document and two people of the centre."""
    changed_at: AwareDatetime
    """When it was changed: what was said of the same person before does not count any more."""


class PersonIdentityChanged(GatewayEvent):
    """The name or the identity document of a citizen is another one, and the person is told (R-INF-2)."""

    type: ClassVar[str] = "person_identity.changed.v1"
    subject_field: ClassVar[str] = "person_id"

    change_id: UUID
    """This one change, however often it is told."""
    person_id: UUID
    name: Annotated[str, SealedTo("accounts", "loans", "withdrawals")]
    """The name from now on."""
    id_type: str
    """Type of the identity document (证件类型) from now on, A.1."""
    id_number: Annotated[str, SealedTo("accounts", "credit", "loans", "withdrawals")]
    """Its number from now on."""
    name_changed: bool
    """Whether the name is another one."""
    number_changed: bool
    """Whether the document or its number is another one."""
    by_whom: str
    """Who asked: `oneself` or `employer`, on the register's word; `counter`, two people of the centre."""
    changed_at: AwareDatetime
    """When it was changed: what was said of the same person before does not count any more."""


class IdentityCorrectionTold(GatewayEvent):
    """A correction of a name or ID number did not take effect, for now or for good (R-INF-2)."""

    type: ClassVar[str] = "identity_correction.told.v1"
    subject_field: ClassVar[str] = "person_id"

    correction_id: UUID
    person_id: UUID
    by_whom: str
    """Who asked: `oneself` or `employer`."""
    outcome: str
    """`referred`, to two people at the counter; `refused`; `expired`, since nobody came to the counter;
    `withdrawn`, since another one was asked for or made (told of an employer's proposal alone)."""
    reason: str | None
    """Stable code of the reason."""
    reason_text: str | None
    """The reason in words."""
    told_at: AwareDatetime


EVENTS = (
    LoginCodeIssued,
    ConfirmationCodeIssued,
    LoggedIn,
    StaffChanged,
    OperatorChanged,
    StaffActivationIssued,
    PersonPhoneChanged,
    PersonIdentityChanged,
    IdentityCorrectionTold,
)
