"""What goes in and out about finding an employer's people, and what was changed of them."""

from datetime import date, datetime
from typing import Annotated, Self

from pydantic import Field, StringConstraints

from accounts.domain import AccountState, BusinessType, Row
from accounts.sealed import name_in
from accounts.shapes.fields import PRINTABLE, Body, Day, Number
from accounts.views.changes import ChangesWanted
from shared.base.identifiers import mask_name
from shared.base.shape import Shape
from shared.http.exports import FORM_TEXT, Form
from shared.sealing.personal_data import PersonalData


class StaffSearch(Body):
    """Whom somebody looks for among an employer's people."""

    text: Annotated[
        str,
        StringConstraints(strip_whitespace=True, min_length=1, max_length=80, pattern=PRINTABLE),
    ] = Field(repr=False)
    """A part of the name; the beginning of the account number, five digits at least; an ID number or its last
    four characters."""
    state: AccountState | None = None
    """Only accounts in this state (个人账户状态)."""
    cursor: Annotated[str, StringConstraints(max_length=200)] | None = None
    limit: int = Field(50, ge=1, le=200)


class ChangeFilter(Body):
    """Which changes are asked for; without any, all."""

    # A parameter of the address is described here: its docstring reaches only what is sent as a body.
    on_from: Day | None = Field(None, description="First business date, included.")
    on_until: Day | None = Field(None, description="Last business date, included.")
    business_type: BusinessType | None = Field(
        None, description="Only changes of this business type (业务类型), code of JGJ/T 320 A.5."
    )
    account_number: Number | None = Field(None, description="Only changes of this account.")

    def values(self) -> tuple[object, ...]:
        """As a query takes them."""
        kind = self.business_type
        return (self.on_from, self.on_until, kind.value if kind else None, self.account_number)


class ChangeExport(ChangeFilter):
    """All of them, as a file."""

    form: Form = Field(Form.XLSX, description=FORM_TEXT)


class ChangeQuery(ChangeFilter):
    """A page of changes."""

    cursor: Annotated[str, StringConstraints(max_length=200)] | None = None
    limit: int = Field(50, ge=1, le=200)

    def which(self, before_id: int) -> ChangesWanted:
        """As the views read it: one row more than is shown."""
        kind = self.business_type
        return ChangesWanted(
            before_id,
            self.on_from,
            self.on_until,
            kind.value if kind else None,
            self.account_number,
            self.limit + 1,
        )


class Change(Shape):
    """Something that was changed of somebody's account, besides money."""

    account_number: str
    name: str
    """Name (姓名), masked."""
    on_date: date
    """Business date on which it happened."""
    business_type: str
    business_text: str
    """The business type in Chinese."""
    state_after: str
    """State of the account from then on, code of JGJ/T 320 A.6."""
    reason: str
    """Why or what, in Chinese; of a base, its month and the base in fen."""
    evidence: str
    """Numbers of the documents that show it; empty where there are none."""
    entered_at: datetime
    """When it was entered."""

    @classmethod
    def of(cls, row: Row, data: PersonalData) -> Self:
        """Show a row."""
        return cls(
            account_number=row["account_number"],
            name=mask_name(name_in(row, data)),
            on_date=row["on_date"],
            business_type=row["business_type"],
            business_text=BusinessType(row["business_type"]).text,
            state_after=row["state_after"],
            reason=row["reason"],
            evidence=row["evidence"],
            entered_at=row["created_at"],
        )


class ChangePage(Shape):
    """Changes, latest first."""

    items: list[Change]
    next_cursor: str | None
