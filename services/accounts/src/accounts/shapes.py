"""What goes in over HTTP; every value is bounded here, once."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from accounts.domain import AccountState, Month
from shared.messages.accounts import SealReason

MAX_PEOPLE_PER_REQUEST = 10_000
MAX_BASE_FEN = 100_000_000_00
"""One hundred million yuan a month: beyond any wage."""

PRINTABLE = r"^[^\x00-\x1f\x7f]*$"

Name = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=100, pattern=PRINTABLE),
]
Words = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=2, max_length=500, pattern=PRINTABLE),
]
Remark = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500, pattern=PRINTABLE)]
Version = Annotated[str, StringConstraints(min_length=1, max_length=50, pattern=PRINTABLE)]
Number = Annotated[str, StringConstraints(pattern=r"^\d{6,20}$")]
Day = Annotated[date, Field(ge=date(1991, 1, 1), le=date(2199, 12, 31))]
MonthText = Annotated[
    str,
    StringConstraints(pattern=r"^(19|20|21)\d{2}-(0[1-9]|1[0-2])$"),
    Field(examples=["2026-03"]),
]
RatioBp = Annotated[
    int, Field(strict=True, ge=1, le=10_000, examples=[800], description="万分比：800 即 8%")
]
BaseFen = Annotated[
    int, Field(strict=True, ge=1, le=MAX_BASE_FEN, examples=[600_000], description="缴存基数，分")
]


class Body(BaseModel):
    """A request body; what is not known is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class OperatorBody(Body):
    """The unit operator (单位经办人)."""

    name: Name = Field(repr=False)
    id_number: str = Field(max_length=40, repr=False, examples=["11010519491231002X"])
    phone: str = Field(max_length=40, repr=False, examples=["13905340001"])


class EmployerBody(Body):
    """An employer to be registered (缴存单位登记)."""

    name: Name
    social_credit_code: str = Field(max_length=40, examples=["91110000600037341L"])
    payday: int = Field(strict=True, ge=1, le=31)
    employer_ratio_bp: RatioBp
    employee_ratio_bp: RatioBp
    operator: OperatorBody
    registered_on: Day | None = None
    agreement_version: Version | None = None
    """Signs the agreement at once, on the day of registration."""


class AgreementBody(Body):
    """The online agreement (网上业务协议)."""

    version: Version
    signed_on: Day | None = None


class EmployeeBody(Body):
    """Somebody whose account is to be opened."""

    name: Name = Field(repr=False)
    id_number: str = Field(max_length=40, repr=False)
    phone: str = Field(max_length=40, repr=False)
    base_fen: BaseFen
    opened_on: Day | None = None
    """Today if left out; an earlier day only by staff."""


class OpeningBody(Body):
    """Accounts to be opened, all or none."""

    employees: Annotated[list[EmployeeBody], Field(min_length=1, max_length=MAX_PEOPLE_PER_REQUEST)]


class SealBody(Body):
    """One account to be sealed (封存)."""

    account_number: Number
    reason: SealReason
    sealed_on: Day | None = None
    effective_month: MonthText | None = None
    """From which month nothing is contributed; the month of sealing, or the one after the last paid."""
    evidence: Remark = ""

    @property
    def from_month(self) -> Month | None:
        """The effective month."""
        return Month.parse(self.effective_month) if self.effective_month else None


class SealsBody(Body):
    """Accounts to be sealed, all or none."""

    items: Annotated[list[SealBody], Field(min_length=1, max_length=MAX_PEOPLE_PER_REQUEST)]


class CentreSealBody(Body):
    """A seal in the employer's stead (R-SEAL-7)."""

    reason: SealReason
    employment_ended_on: Day
    evidence: Words
    sealed_on: Day | None = None
    effective_month: MonthText | None = None


class UnsealBody(Body):
    """One account to be unsealed (启封)."""

    account_number: Number
    effective_month: MonthText


class UnsealsBody(Body):
    """Accounts to be unsealed, all or none."""

    items: Annotated[list[UnsealBody], Field(min_length=1, max_length=MAX_PEOPLE_PER_REQUEST)]


class ReasonBody(Body):
    """Why an account is frozen, or is so no more: the authority's document."""

    reason: Words


class BaseBody(Body):
    """One account's contribution base from a month on."""

    account_number: Number
    base_fen: BaseFen
    effective_month: MonthText
    reason: Remark = ""


class BasesBody(Body):
    """Bases to be changed, all or none."""

    items: Annotated[list[BaseBody], Field(min_length=1, max_length=MAX_PEOPLE_PER_REQUEST)]


class ListBody(Body):
    """The month of a remittance list."""

    month: MonthText


class FundYearBody(Body):
    """A fund year, by the calendar year in which it ends."""

    fund_year: int = Field(strict=True, ge=1992, le=2199, examples=[2026])


class LookupBody(Body):
    """Whose accounts are looked for."""

    id_number: str = Field(max_length=40, repr=False)


class StaffQuery(Body):
    """Which of an employer's accounts are asked for."""

    state: AccountState | None = None
    cursor: Annotated[str, StringConstraints(max_length=200)] | None = None
    limit: int = Field(50, ge=1, le=200)
