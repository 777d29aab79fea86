"""Checks on handling (逢办必查): who handles a matter asks, credit answers; no money waits for it."""

from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from shared.base.shape import Shape
from shared.messages.base import AwareDatetime, Event, date


class CreditMatter(StrEnum):
    """In which matter somebody's credit is asked about (R-CRD-3)."""

    EMPLOYER_REGISTRATION = "employer_registration"
    """单位缴存登记"""
    DEFERRAL = "deferral"
    """缓缴"""
    LOAN_CONTRACT = "loan_contract"
    """签订借款合同"""
    WITHDRAWAL = "withdrawal"
    """提取，按政策抽查"""
    MANUAL = "manual"
    """逢报必查：评优、采购等，由工作人员查询"""


class CreditAsked(Event):
    """A question to credit, asked once for its id; who asks owns it, and goes on without the answer."""

    subject_field: ClassVar[str] = "check_id"

    check_id: UUID
    """The same for the same matter on the same day: a check is reused until the day ends (R-CRD-30)."""
    matter: CreditMatter
    """What is being handled."""
    matter_id: str
    """Which: employer number, contract number, application id."""
    asked_on: date
    """Business date of the question."""
    person_id: UUID | None = None
    """Of a natural person; then there is no code."""
    social_credit_code: str | None = None
    """Of a firm or organisation; then there is no person."""
    name: str | None = None
    """Name of the firm or organisation, which must belong to the code (R-CRD-10)."""


class EmployerCreditAsked(CreditAsked):
    """Accounts registers an employer or takes a deferral, and asks about it."""

    type: ClassVar[str] = "employer.credit_asked.v1"
    owner: ClassVar[str] = "accounts"


class LoanCreditAsked(CreditAsked):
    """Loans enters a contract, and asks about each of its people."""

    type: ClassVar[str] = "loan.credit_asked.v1"
    owner: ClassVar[str] = "loans"


class WithdrawalCreditAsked(CreditAsked):
    """Withdrawals asks about who takes money out, by policy; the money goes its way meanwhile (R-CRD-3)."""

    type: ClassVar[str] = "withdrawal.credit_asked.v1"
    owner: ClassVar[str] = "withdrawals"


class CategoryCount(Shape):
    """How many records, or memberships of lists, of one category an answer rests on."""

    category: str
    """`permit` 行政许可, `penalty` 行政处罚, `serious_list` 严重失信名单 or `red_list` 守信名单."""
    count: int
    """How many are valid; repaired and ended ones are never counted (R-CRD-31)."""


class CreditChecked(Event):
    """Credit answers; again, with a higher round, when a record that the answer rested on is hidden."""

    type: ClassVar[str] = "credit.checked.v1"
    owner: ClassVar[str] = "credit"
    subject_field: ClassVar[str] = "check_id"

    check_id: UUID
    """The question."""
    matter: CreditMatter
    """What is being handled."""
    matter_id: str
    """Which."""
    round: int
    """1, then one more each time that the answer changed; the highest counts."""
    result: str
    """`clear` or `hits`."""
    match: str
    """`exact`, `name_only` or `none`: whether the register knows whom the question is about."""
    categories: tuple[CategoryCount, ...]
    """What was found, by category; of whom it is, only credit tells, to staff who say why."""
    data_as_of: AwareDatetime
    """Instant of what was found."""
    valid_until: date
    """Last day on which the answer may be used for this matter."""
    digest: str
    """SM3 of the snapshot that credit keeps."""


EVENTS = (EmployerCreditAsked, LoanCreditAsked, WithdrawalCreditAsked, CreditChecked)
