"""What goes in and out about changes of accounts: seal, unseal, freeze, base."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, Field

from accounts.domain import (
    Month,
)
from accounts.shapes.fields import (
    MAX_PEOPLE_PER_REQUEST,
    BaseFen,
    Body,
    Day,
    MonthText,
    Number,
    Remark,
    Words,
)
from shared.messages.accounts import SealReason


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


class Sealed(BaseModel):
    """One sealed account."""

    account_number: str
    sealed_on: date
    effective_month: str


class SealedAccounts(BaseModel):
    """Sealed accounts, in the order of the request."""

    accounts: list[Sealed]


class Changed(BaseModel):
    """How many accounts were changed."""

    count: int
