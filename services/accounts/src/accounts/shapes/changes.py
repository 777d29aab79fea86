"""What goes in and out about changes of accounts: seal, unseal, freeze, base."""

from datetime import date
from typing import Annotated

from pydantic import Field

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
    OnBehalf,
    Remark,
)
from shared.base.shape import Shape
from shared.messages.accounts import SealReason
from shared.proposals.shapes import Grounds


class SealBody(Body):
    """One account to be sealed (封存)."""

    account_number: Number
    reason: SealReason
    """Why (封存原因), R-SEAL-3."""
    sealed_on: Day | None = None
    """Day of the seal; today if left out."""
    effective_month: MonthText | None = None
    """From which month nothing is contributed; the month of sealing, or the one after the last paid."""
    evidence: Remark = ""

    @property
    def from_month(self) -> Month | None:
        """The effective month."""
        return Month.parse(self.effective_month) if self.effective_month else None


class SealsBody(OnBehalf):
    """Accounts to be sealed, all or none."""

    items: Annotated[list[SealBody], Field(min_length=1, max_length=MAX_PEOPLE_PER_REQUEST)]
    """The accounts; all are sealed or none."""


class SealsProposal(Grounds, SealsBody):
    """Accounts to be sealed, and why the centre does it."""


class CentreSealBody(Grounds):
    """A seal in the employer's stead (R-SEAL-7), on the employee's evidence."""

    seal_reason: SealReason
    """Why (封存原因), R-SEAL-3."""
    employment_ended_on: Day
    """Last day of the employment; the centre may seal 30 days later (R-SEAL-7)."""
    sealed_on: Day | None = None
    """Day of the seal; today if left out."""
    effective_month: MonthText | None = None
    """From which month nothing is contributed; the month of sealing, or the one after the last
    paid."""


class CentreSealProposal(CentreSealBody):
    """Which account is sealed."""

    account_number: Number


class UnsealBody(Body):
    """One account to be unsealed (启封)."""

    account_number: Number
    effective_month: MonthText


class UnsealsBody(OnBehalf):
    """Accounts to be unsealed, all or none."""

    items: Annotated[list[UnsealBody], Field(min_length=1, max_length=MAX_PEOPLE_PER_REQUEST)]
    """The accounts; all are unsealed or none."""


class UnsealsProposal(Grounds, UnsealsBody):
    """Accounts to be unsealed, and why the centre does it."""


class UnfreezeProposal(Grounds):
    """Which account is frozen no more, and why; the evidence is the authority's document."""

    account_number: Number


class FreezeCheck(Grounds):
    """Which account was frozen, on what document of an authority; the document is seen by a second person."""

    account_number: Number


class BaseBody(Body):
    """One account's contribution base from a month on."""

    account_number: Number
    base_fen: BaseFen
    effective_month: MonthText
    reason: Remark = ""
    """Why it changes outside July (R-CHG-3)."""


class BasesBody(OnBehalf):
    """Bases to be changed, all or none."""

    items: Annotated[list[BaseBody], Field(min_length=1, max_length=MAX_PEOPLE_PER_REQUEST)]
    """The changes; all are made or none."""


class BasesProposal(Grounds, BasesBody):
    """Bases to be changed, and why the centre does it."""


class Sealed(Shape):
    """One sealed account."""

    account_number: str
    sealed_on: date
    effective_month: str
    months_behind: int
    """Months before it that are not contributed; they stay on the lists or are owed (R-SEAL-4)."""


class SealedAccounts(Shape):
    """Sealed accounts, in the order of the request."""

    accounts: list[Sealed]


class NewBaseShown(Shape):
    """A base that was changed."""

    account_number: str
    base_fen: int
    """What is counted, within the limits (R-DEP-4)."""
    remark: str | None
    """What was given, the allowed interval and what is counted, where they differ."""


class ChangedBases(Shape):
    """Changed bases, in the order of the request."""

    count: int
    """Accounts that were changed."""
    items: list[NewBaseShown]


class Unsealed(Shape):
    """One unsealed account."""

    account_number: str
    remark: str | None
    """Which of its months are owed, since the lists of these months are closed."""


class UnsealedAccounts(Shape):
    """Unsealed accounts, in the order of the request."""

    count: int
    """Accounts that were unsealed."""
    accounts: list[Unsealed]


class Changed(Shape):
    """How many accounts were changed."""

    count: int
    """Accounts that were changed."""
