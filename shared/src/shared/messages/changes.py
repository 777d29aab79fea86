"""Facts of accounts about changes of people, accounts and operators that somebody asked for."""

from typing import Annotated, ClassVar
from uuid import UUID

from shared.messages.base import AwareDatetime, Event, Fen, Month, SealedTo, date
from shared.messages.employers import EmployerRequest, Hardship


class ChangeEvent(Event):
    """Published by accounts."""

    owner: ClassVar[str] = "accounts"


class EmployerAsked(ChangeEvent):
    """Somebody waits for an employer; its operator is to be told."""

    type: ClassVar[str] = "employer.asked.v1"
    subject_field: ClassVar[str] = "employer_number"

    employer_number: str
    name: str
    """Name of the employer (单位名称)."""
    phone: Annotated[str, SealedTo("notifications")]
    """The unit operator's phone number."""
    kind: EmployerRequest
    """What it is to do."""
    due_on: date
    """Last day on which it is in time."""


class HardshipAnswered(ChangeEvent):
    """The centre has answered what an employer in hardship asked for online (R-DEP-9)."""

    type: ClassVar[str] = "hardship.answered.v1"
    subject_field: ClassVar[str] = "request_id"

    request_id: UUID
    """Id of the request."""
    employer_number: str
    name: str
    """Name of the employer (单位名称)."""
    phone: Annotated[str, SealedTo("notifications")]
    """The unit operator's phone number."""
    kind: Hardship
    """What was asked for."""
    from_month: Month
    """The first month of it."""
    until_month: Month
    """The last month of it."""
    agreed: bool
    """False where it was sent back; why is read in the hall."""
    answered_at: AwareDatetime
    """When, UTC."""


class TransferAsked(ChangeEvent):
    """Another employer asks for somebody's account (同城转移); only the person can agree."""

    type: ClassVar[str] = "transfer.asked.v1"
    subject_field: ClassVar[str] = "transfer_id"

    transfer_id: UUID
    """Id of the request."""
    account_number: str
    person_id: UUID
    to_employer_name: str
    """Name of the employer that asks (新单位)."""
    consent_by: date
    """Last day on which the person can agree."""


class IndividualAccountTransferred(ChangeEvent):
    """An account went to another employer of the centre, with number, history and balance (R-TRF-2)."""

    type: ClassVar[str] = "individual_account.transferred.v1"
    subject_field: ClassVar[str] = "account_number"

    account_number: str
    person_id: UUID
    from_employer: str
    """Number of the former employer (原单位)."""
    to_employer: str
    """Number of the new employer (新单位)."""
    to_employer_name: str
    """Its name."""
    effective_month: Month
    """First month that the new employer remits, YYYY-MM."""
    base_fen: Fen | None = None
    """The contribution base from that month on (缴存基数); none in events from before this field."""


class IdentityCorrectionProposed(ChangeEvent):
    """An employer proposes another name or ID number of one of its staff (R-INF-2); it effects nothing."""

    type: ClassVar[str] = "identity_correction.proposed.v1"
    subject_field: ClassVar[str] = "correction_id"

    correction_id: UUID
    """This one proposal, however often it is told, and the correction that comes of it."""
    person_id: UUID
    employer_number: str
    name: Annotated[str, SealedTo("gateway")]
    """The name that shall be on file."""
    id_type: str
    """Type of the identity document (证件类型) that shall be on file, A.1."""
    id_number: Annotated[str, SealedTo("gateway")]
    """Its number."""
    evidence: list[str]
    """Numbers of the documents that the employer names (依据材料编号)."""
    proposed_at: AwareDatetime


EVENTS = (
    EmployerAsked,
    HardshipAnswered,
    TransferAsked,
    IndividualAccountTransferred,
    IdentityCorrectionProposed,
)
