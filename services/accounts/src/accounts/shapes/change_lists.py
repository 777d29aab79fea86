"""What goes in and out about an employer's list of changes, its yearly bases and its ratios."""

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints

from accounts.domain import Month
from accounts.handlers.change_lists import Change, Done, Unsealing
from accounts.handlers.changes import BaseChange, CountedBase, Sealing
from accounts.rules.deposit import DepositPolicy, limit_remark
from accounts.rules.roll_forward import RollForward
from accounts.sealed import name_in
from accounts.shapes.changes import BaseBody, SealBody, UnsealBody
from accounts.shapes.fields import (
    MAX_PEOPLE_PER_REQUEST,
    BaseFen,
    Body,
    MonthText,
    Number,
    OnBehalf,
    RatioBp,
    Remark,
    Row,
)
from shared.base.shape import Shape
from shared.proposals.shapes import Grounds
from shared.sealing.personal_data import PersonalData

YearNumber = Annotated[int, Field(strict=True, ge=1991, le=2199, examples=[2026])]


class SealRow(SealBody):
    """A row that seals (封存)."""

    kind: Literal["seal"]
    """What kind of change the row is (变更类型)."""

    def change(self) -> Change:
        """What is to be done."""
        return Sealing(
            self.account_number, self.reason, self.sealed_on, self.from_month, self.evidence
        )


class UnsealRow(UnsealBody):
    """A row that unseals (启封)."""

    kind: Literal["unseal"]
    """What kind of change the row is (变更类型)."""

    def change(self) -> Change:
        """What is to be done."""
        return Unsealing(self.account_number, Month.parse(self.effective_month))


class BaseRow(BaseBody):
    """A row that sets a base (基数调整)."""

    kind: Literal["base"]
    """What kind of change the row is (变更类型)."""

    def change(self) -> Change:
        """What is to be done."""
        month = Month.parse(self.effective_month)
        return BaseChange(self.account_number, self.base_fen, month, self.reason)


ChangeRow = Annotated[SealRow | UnsealRow | BaseRow, Field(discriminator="kind")]


class ChangesBody(OnBehalf):
    """A list of changes (汇缴变更), done whole or not at all."""

    items: Annotated[list[ChangeRow], Field(min_length=1, max_length=MAX_PEOPLE_PER_REQUEST)]
    """The rows; each says its kind."""

    def changes(self) -> list[Change]:
        """What is to be done, in the order of the rows."""
        return [item.change() for item in self.items]


class ChangesProposal(Grounds, ChangesBody):
    """Whose list of changes, and why the centre does it."""

    employer_number: str


class ChangeDone(Shape):
    """What became of one row."""

    account_number: str
    remark: str | None
    """What to look at: a base outside its limits, months that stay owed."""

    @classmethod
    def of(cls, done: Done) -> Self:
        """Show it."""
        return cls(account_number=done.account_number, remark=done.remark)


class Rolled(Shape):
    """What a month's list becomes (R-CHG-5); sums in fen, both sides of everybody."""

    month: str
    """Month of the list, YYYY-MM."""
    people_before: int
    """People on the list that it is compared with."""
    before_fen: int
    """Sum of that list."""
    joined: int
    """People who come on the list."""
    joined_fen: int
    """What they add."""
    left: int
    """People who leave the list."""
    left_fen: int
    """What they take away."""
    changed: int
    """People who stay and contribute another sum."""
    changed_fen: int
    """What that adds, or takes away."""
    people: int
    """People on the list by then."""
    total_fen: int
    """Its sum by then."""

    @classmethod
    def of(cls, month: Month, rolled: RollForward) -> Self:
        """Show it."""
        return cls(month=str(month), **vars(rolled))


class ChangesDone(Shape):
    """A list of changes that was done."""

    count: int
    """Rows that were done."""
    items: list[ChangeDone]
    """What became of each, in the order of the request."""


class ChangesPreview(Shape):
    """What a list of changes would do; nothing is changed."""

    rolled: Rolled
    """The month's list against the last one that is booked."""
    limits_crossed: list[ChangeDone]
    """People whose base is outside the limits, with the allowed interval (R-DEP-4)."""
    items: list[ChangeDone]
    """What would become of each row."""


class RatioBody(OnBehalf):
    """Another pair of ratios (缴存比例) for all staff."""

    employer_ratio_bp: RatioBp
    employee_ratio_bp: RatioBp
    effective_month: MonthText
    """From which month on."""
    remark: Remark = ""
    """Why it changes outside July (R-CHG-4)."""


class RatioProposal(Grounds, RatioBody):
    """Whose ratios change, and why the centre does it."""

    employer_number: str


class RoundItem(Body):
    """One account's base of July."""

    account_number: Number
    base_fen: BaseFen


class RoundBody(OnBehalf):
    """Everybody's base of a July (年度基数调整)."""

    year: YearNumber
    """Year of the July from which the bases count."""
    items: Annotated[list[RoundItem], Field(min_length=1, max_length=MAX_PEOPLE_PER_REQUEST)]
    """One for everybody who contributes and whose base is not set yet."""


class RoundProposal(Grounds, RoundBody):
    """Whose yearly bases, and why the centre sets them."""

    employer_number: str


class RoundDone(Shape):
    """The bases of a July that were set."""

    count: int
    """Accounts whose base was set."""
    limits_crossed: list[ChangeDone]
    """People whose base is outside the limits, with the allowed interval (R-DEP-4)."""
    rolled: Rolled
    """The July list before and after."""

    @classmethod
    def of(cls, july: Month, counted: list[CountedBase], rolled: RollForward) -> Self:
        """Show what was done."""
        crossed = [
            ChangeDone(account_number=one.account_number, remark=one.remark)
            for one in counted
            if one.remark is not None
        ]
        return cls(count=len(counted), limits_crossed=crossed, rolled=Rolled.of(july, rolled))


class RoundQuery(Body):
    """Which yearly base round is asked for."""

    year: int = Field(ge=1991, le=2199)
    """Year of the July."""
    cursor: Annotated[str, StringConstraints(max_length=200)] | None = None
    limit: int = Field(50, ge=1, le=200)


class RoundPerson(Shape):
    """Somebody whose base is to be set for a July."""

    account_number: str
    name: str
    """Name (姓名) as the employer gave it."""
    base_fen: int
    """The base before July, in fen."""
    new_base_fen: int | None
    """The base of July, in fen, where it is set already."""
    remark: str | None
    """Why the base before cannot stay: it is outside July's limits (R-DEP-4)."""

    @classmethod
    def of(cls, row: Row, policy: DepositPolicy, data: PersonalData) -> Self:
        """Show a row."""
        return cls(
            account_number=row["number"],
            name=name_in(row, data),
            base_fen=row["base_fen"],
            new_base_fen=row["new_base_fen"],
            remark=limit_remark(policy, row["new_base_fen"] or row["base_fen"]),
        )


class RoundPage(Shape):
    """An employer's yearly base round, by account number."""

    month: str
    """The July, YYYY-MM."""
    base_min_fen: int
    """Lower limit of a base from that month on, in fen (R-DEP-4)."""
    base_max_fen: int
    """Upper limit of a base from that month on, in fen (R-DEP-4)."""
    items: list[RoundPerson]
    """Who contributes in that July; nobody who is sealed (R-CHG-3)."""
    next_cursor: str | None
