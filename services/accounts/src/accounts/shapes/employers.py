"""What goes in and out about employers, their staff and suspense: personal data masked, money in fen."""

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, StringConstraints

from accounts.domain import (
    AccountState,
    Month,
    Row,
    month_text,
)
from accounts.rules import arrears
from accounts.rules.reminders import registered_late_by
from accounts.rules.rows import TypedPerson
from accounts.sealed import id_number_in, name_in
from accounts.shapes.fields import (
    MAX_PEOPLE_PER_REQUEST,
    BaseFen,
    Body,
    Day,
    Name,
    OnBehalf,
    RatioBp,
    Version,
)
from shared.base.id_documents import IdType
from shared.base.identifiers import mask_id_number
from shared.base.shape import Shape
from shared.proposals.shapes import Grounds
from shared.sealing.personal_data import PersonalData


class OperatorBody(Body):
    """The unit operator (单位经办人)."""

    name: Name = Field(repr=False)
    """Name of the operator (姓名)."""
    id_type: IdType = IdType.RESIDENT_ID
    """Type of the identity document (证件类型), A.1."""
    id_number: str = Field(max_length=80, repr=False, examples=["11010519491231002X"])
    phone: str = Field(max_length=40, repr=False, examples=["13905340001"])


class EmployerBody(Body):
    """An employer to be registered (缴存单位登记)."""

    name: Name
    """Name of the employer (单位名称)."""
    social_credit_code: str = Field(max_length=40, examples=["91110000600037341L"])
    payday: int = Field(strict=True, ge=1, le=31)
    employer_ratio_bp: RatioBp
    employee_ratio_bp: RatioBp
    operator: OperatorBody
    """The unit operator (单位经办人), who works online for the employer."""
    registered_on: Day | None = None
    set_up_on: Day | None = None
    """Day on which it was set up (单位设立日期), by its licence; it registers within 30 days (R-ACC-6)."""
    agreement_version: Version | None = None
    """Signs the agreement at once, on the day of registration."""


class RegisterProposal(Grounds, EmployerBody):
    """An employer to be registered, and why."""


class AgreementBody(Grounds):
    """The online agreement (网上业务协议), and why it is recorded."""

    version: Version
    """Version of the text that is signed."""
    signed_on: Day | None = None


class AgreementProposal(AgreementBody):
    """Whose agreement is signed."""

    employer_number: str


class RevocationProposal(Grounds):
    """Whose agreement ends, and why."""

    employer_number: str


class EmployeeBody(Body):
    """Somebody whose account is to be opened; read row by row, so that every flaw is told at once."""

    name: str = Field(max_length=200, repr=False)
    """Name of the employee (姓名)."""
    id_type: IdType = IdType.RESIDENT_ID
    """Type of the identity document (证件类型), A.1."""
    id_number: str = Field(max_length=80, repr=False)
    phone: str = Field(max_length=80, repr=False)
    base_fen: BaseFen
    opened_on: Day | None = None
    """Today if left out; an earlier day only by staff."""

    def typed(self) -> TypedPerson:
        """What was typed, not read yet."""
        return TypedPerson(
            self.name, self.id_type, self.id_number, self.phone, self.base_fen, self.opened_on
        )


class OpeningBody(OnBehalf):
    """Accounts to be opened, all or none."""

    employees: Annotated[list[EmployeeBody], Field(min_length=1, max_length=MAX_PEOPLE_PER_REQUEST)]
    """Who gets an account; all are opened or none."""


class OpeningProposal(Grounds, OpeningBody):
    """Whose staff get accounts, and why the centre opens them."""

    employer_number: str


class StaffQuery(Body):
    """Which of an employer's accounts are asked for."""

    # A parameter of the address is described here: its docstring reaches only what is sent as a body.
    state: AccountState | None = Field(
        None, description="Only accounts in this state (个人账户状态)."
    )
    cursor: Annotated[str, StringConstraints(max_length=200)] | None = None
    limit: int = Field(50, ge=1, le=200)


class Employer(Shape):
    """An employer (缴存单位)."""

    employer_number: str
    name: str
    """Name (单位名称)."""
    social_credit_code: str
    state: str
    """Unit account state (单位账户状态), code of JGJ/T 320 A.4: 01 for normal."""
    payday: int
    employer_ratio_bp: int
    employee_ratio_bp: int
    registered_on: date
    set_up_on: date | None
    """Day on which it was set up (单位设立日期), where it is known."""
    registered_late_days: int | None
    """By how many days it registered too late (R-ACC-6), where that is known."""
    paid_up_to: str | None
    agreement_version: str | None
    """Version of the online agreement (网上业务协议) in force; none: no online work (R-ACC-1)."""
    agreement_signed_on: date | None
    """Day on which that agreement was signed."""
    agreement_revoked_on: date | None
    """Day on which it was revoked (R-ACC-9)."""
    suspense_fen: int
    """Received and not booked to persons (暂收)."""
    due_on: date | None
    """Last day on which the next month to be remitted is in time (R-DEP-5)."""
    overdue_months: list[str]
    """Months whose list is not booked in time."""

    @classmethod
    def of(cls, row: Row, today: date) -> Self:
        """Show a row on a day."""
        made = {"employer_number", "paid_up_to", "due_on", "overdue_months", "registered_late_days"}
        names = Employer.model_fields.keys() - made
        following = Month.of(row["next_month"]) if row["next_month"] else None
        overdue = arrears.overdue_months(following, row["payday"], today)
        return cls(
            employer_number=row["number"],
            paid_up_to=month_text(row["paid_up_to"]),
            registered_late_days=registered_late_by(row["set_up_on"], row["registered_on"]),
            due_on=arrears.due_on(following, row["payday"]) if following else None,
            overdue_months=[str(month) for month in overdue],
            **{name: row[name] for name in names},
        )


class Registered(Employer):
    """A registered employer, and what to look at again in what was entered (R-CHK-1)."""

    remarks: tuple[str, ...]
    """Sentences for whoever entered it; none where nothing is odd."""


class EmployerPage(Shape):
    """Employers, by number."""

    items: list[Employer]
    next_cursor: str | None


class Opened(Shape):
    """One opened account."""

    account_number: str
    person_id: UUID
    opened_on: date
    base_fen: int
    """What is counted, within the limits (R-DEP-4)."""
    remarks: tuple[str, ...]
    """What was taken otherwise than it was given, and what to look at again (R-CHK-1)."""


class OpenedAccounts(Shape):
    """Opened accounts, in the order of the request."""

    accounts: list[Opened]


class StaffAccount(Shape):
    """An account as the employer sees it: without the balance."""

    account_number: str
    name: str
    """Name (姓名), masked."""
    id_number: str
    state: str
    """Personal account state (个人账户状态), code of JGJ/T 320 A.6: 01 normal, 02 sealed, 05 closed by
    withdrawal, 06 frozen."""
    state_text: str
    base_fen: int
    opened_on: date
    paid_up_to: str | None
    owed_months: list[str]
    """Months of employment without a contribution in time."""
    sealed_on: date | None
    sealed_from_month: str | None
    seal_reason: str | None

    @classmethod
    def of(cls, row: Row, data: PersonalData) -> Self:
        """Show a row; the name in full, since the employer gave it."""
        state = AccountState(row["state"])
        return cls(
            account_number=row["number"],
            name=name_in(row, data),
            id_number=mask_id_number(id_number_in(row, data)),
            state=state.value,
            state_text=state.text,
            base_fen=row["base_fen"],
            opened_on=row["opened_on"],
            paid_up_to=month_text(row["paid_up_to"]),
            owed_months=[str(Month.of(day)) for day in row["owed_months"]],
            sealed_on=row["sealed_on"],
            sealed_from_month=month_text(row["sealed_month"]),
            seal_reason=row["seal_reason"],
        )


class StaffPage(Shape):
    """An employer's individual accounts, by number."""

    items: list[StaffAccount]
    next_cursor: str | None


class Owed(Shape):
    """Somebody for whom months are owed."""

    account_number: str
    name: str
    """Name (姓名) as the employer gave it."""
    state_text: str
    months: list[str]
    """The months, YYYY-MM."""

    @classmethod
    def of(cls, row: Row, data: PersonalData) -> Self:
        """Show a row."""
        return cls(
            account_number=row["number"],
            name=name_in(row, data),
            state_text=AccountState(row["state"]).text,
            months=[str(Month.of(day)) for day in row["months"]],
        )


class OwedPage(Shape):
    """For whom an employer owes contributions, by account number."""

    items: list[Owed]
    next_cursor: str | None
