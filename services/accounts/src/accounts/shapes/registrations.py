"""What goes in and out about companies' first registrations online (单位缴存登记): texts Chinese."""

import json
from datetime import date, datetime
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import Field, StringConstraints

from accounts.rules.registration import RegistrationState
from accounts.rules.reminders import registered_late_by
from accounts.sealed import REGISTRATION_CONTENT, REGISTRATION_PHONE
from accounts.shapes.fields import PRINTABLE, Body, Day, Name, RatioBp, Row, Words
from shared.base.id_documents import IdType
from shared.base.identifiers import mask_phone
from shared.base.shape import Shape
from shared.http.uploads import UploadName
from shared.proposals.shapes import Grounds
from shared.sealing.personal_data import PersonalData

Address = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=4, max_length=200, pattern=PRINTABLE),
]


class CodeWanted(Body):
    """Whose phone is to be proven."""

    phone: str = Field(max_length=40, repr=False, examples=["13905340001"])
    """The first operator's own phone number."""


class CodeSent(Shape):
    """A code is on its way."""

    code_id: UUID
    """Under which it is entered."""
    expires_at: datetime
    """Until when it is good."""
    again_after_seconds: int
    """When another one may be asked for."""


class CodeEntered(Body):
    """A code as it came by text."""

    code_id: UUID
    """The code's id, as it was answered when it was asked for."""
    code: str = Field(pattern=r"^[0-9]{6}$", repr=False)
    """The six digits."""


class Entered(Shape):
    """Whoever has proven the phone may fill in the registration that belongs to it."""

    registration_id: UUID
    """Its id."""
    token: str = Field(repr=False)
    """To be sent as the bearer token with everything about this registration, and with nothing else."""
    until: datetime
    """Then the phone is proven again."""


class NewRegistrationPaper(UploadName):
    """What makes it the same upload."""

    name: str


class RegistrationPaper(Shape):
    """A file that was uploaded; what is kept is a PDF of pictures."""

    paper_id: UUID
    """Its id."""
    name: str
    """What the applicant calls it."""


class RegistrationBody(Body):
    """What a company that registers says of itself, its legal representative and its first operator."""

    name: Name
    """Name of the company (单位名称), as on its licence."""
    social_credit_code: str = Field(max_length=40, examples=["91110000600037341L"])
    address: Address
    """Its address (单位地址)."""
    set_up_on: Day
    """Day on which it was set up (单位设立日期), by its licence; it registers within 30 days (R-ACC-6)."""
    payday: int = Field(strict=True, ge=1, le=31)
    employer_ratio_bp: RatioBp
    employee_ratio_bp: RatioBp
    legal_representative: Name = Field(repr=False)
    """Name of the legal representative (法定代表人)."""
    operator_name: Name = Field(repr=False)
    """Name of the first operator (经办人), whose phone was proven."""
    operator_id_type: IdType = IdType.RESIDENT_ID
    """Type of the operator's identity document (证件类型), A.1."""
    operator_id_number: str = Field(max_length=80, repr=False)
    """Number of the operator's identity document (证件号码)."""


class RegistrationStanding(Shape):
    """How a registration stands: nothing of a person, since answers to a POST are kept."""

    registration_id: UUID
    """Its id."""
    state: RegistrationState
    """How it stands, as a stable code."""
    state_text: str
    """How it stands, in Chinese."""
    papers: list[RegistrationPaper]
    """The files, in the order of their coming."""

    @classmethod
    def of_row(cls, row: Row) -> "RegistrationStanding":
        """Show a row."""
        state = _state(row)
        return RegistrationStanding(
            registration_id=row["id"],
            state=state,
            state_text=state.text,
            papers=[RegistrationPaper(**one) for one in json.loads(row["papers"])],
        )


class Registration(RegistrationStanding):
    """A registration as the applicant sees it, and staff who have said why."""

    phone: str
    """The proven phone, masked."""
    answer: str | None
    """Why it was sent back."""
    submitted_at: datetime | None
    """When it was submitted last."""
    employer_number: str | None
    """Number of the employer that it has become."""
    content: RegistrationBody | None
    """What was submitted last."""

    @classmethod
    def of(cls, row: Row, data: PersonalData) -> Self:
        """Show a row."""
        content = None
        if row["content_sealed"] is not None:
            told = data.open(row["content_sealed"], REGISTRATION_CONTENT, row["id"])
            content = RegistrationBody.model_validate_json(told)
        phone = data.open(row["phone_sealed"], REGISTRATION_PHONE, row["id"])
        return cls(
            **RegistrationStanding.of_row(row).model_dump(),
            phone=mask_phone(phone),
            answer=row["answer"],
            submitted_at=row["submitted_at"],
            employer_number=row["employer_number"],
            content=content,
        )


def _state(row: Row) -> RegistrationState:
    kept = RegistrationState(row["state"])
    proposed = kept is RegistrationState.SUBMITTED and row["proposed"]
    return RegistrationState.PROPOSED if proposed else kept


class RegistrationCase(Shape):
    """A registration on the centre's work list: nothing of a person."""

    registration_id: UUID
    """Its id."""
    name: str
    """Name of the company (单位名称)."""
    social_credit_code: str
    set_up_on: date
    """Day on which it was set up, as it says."""
    late_days: int | None
    """By how many days it registers too late (R-ACC-6), as of the day on which it was submitted."""
    state: RegistrationState
    """How it stands, as a stable code."""
    state_text: str
    """How it stands, in Chinese."""
    submitted_at: datetime
    """When it was submitted."""

    @classmethod
    def of(cls, row: Row, data: PersonalData) -> Self:
        """Show a row."""
        told = data.open(row["content_sealed"], REGISTRATION_CONTENT, row["id"])
        content: dict[str, Any] = json.loads(told)
        state, set_up_on = _state(row), date.fromisoformat(content["set_up_on"])
        return cls(
            registration_id=row["id"],
            name=content["name"],
            social_credit_code=row["social_credit_code"],
            set_up_on=set_up_on,
            late_days=registered_late_by(set_up_on, row["submitted_on"]),
            state=state,
            state_text=state.text,
            submitted_at=row["submitted_at"],
        )


class RegistrationCasePage(Shape):
    """What waits for the centre, oldest first."""

    items: list[RegistrationCase]
    next_cursor: str | None


class RegistrationProposal(Grounds):
    """What a senior checker decides: a registration as it was submitted, and why."""

    registration_id: UUID
    version: int
    """Which submission of it."""


class RegistrationReturn(Body):
    """Why a registration is sent back."""

    text: Words
    """What is missing or wrong (退回原因); the applicant reads it."""
