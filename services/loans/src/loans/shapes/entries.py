"""Which loan entries are asked for, and what they come to: money in fen (贷款还款明细, R-QRY-1)."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, StringConstraints

from loans.domain.answers import EntriesWanted, KindTotal
from loans.rules.repayment import KIND_TEXTS, RepaymentKind
from shared.base.shape import Shape
from shared.http.exports import FORM_TEXT, Form

DISBURSEMENT = "01"
Day = Annotated[date, Field(ge=date(1991, 1, 1), le=date(2199, 12, 31))]


class EntryKind(StrEnum):
    """Loan business type (贷款业务明细类型), A.15."""

    DISBURSEMENT = "01"
    NORMAL = "02"
    EARLY = "03"
    OVERDUE = "04"
    FROM_FUND = "05"
    PAYOFF = "06"


class EntryFilter(Shape):
    """Which entries are asked for; without any, all."""

    # A parameter of the address is described here: its docstring reaches only what is sent as a body.
    booked_from: Day | None = Field(None, description="First day of booking, included.")
    booked_until: Day | None = Field(None, description="Last day of booking, included.")
    kind: EntryKind | None = Field(
        None, description="Only entries of this type (贷款业务明细类型), code of JGJ/T 320 A.15."
    )

    @property
    def which(self) -> EntriesWanted:
        """As the views read it."""
        kind = self.kind.value if self.kind else None
        return EntriesWanted(self.booked_from, self.booked_until, kind)


class EntryExport(EntryFilter):
    """All of them, as a file."""

    form: Form = Field(Form.XLSX, description=FORM_TEXT)


class EntryQuery(EntryFilter):
    """A page of entries."""

    cursor: Annotated[str, StringConstraints(max_length=200)] | None = None
    limit: int = Field(50, ge=1, le=200)


class KindTotalAnswer(Shape):
    """What the entries of one business type come to; what was undone is taken off."""

    kind: str
    """Loan business type (贷款业务明细类型), code of JGJ/T 320 A.15."""
    kind_text: str
    """The business type in Chinese."""
    entries: int
    """Number of entries, those that undo another one too."""
    amount_fen: int
    principal_fen: int
    interest_fen: int
    penalty_fen: int

    @classmethod
    def of(cls, total: KindTotal) -> Self:
        """Show a total."""
        return cls(kind_text=kind_text(total.kind), **vars(total))


class EntryTotalsAnswer(Shape):
    """What the entries that are asked for come to (合计); what was paid out is no repayment."""

    booked_from: date | None
    """First day that was asked for; none: from the beginning."""
    booked_until: date | None
    """Last day that was asked for; none: until now."""
    entries: int
    """Number of repayments, those that undo another one too."""
    repaid_fen: int
    """Principal, interest and penalty interest that were repaid."""
    principal_fen: int
    interest_fen: int
    penalty_fen: int
    by_kind: list[KindTotalAnswer]
    """The same by business type, the disbursement among them."""

    @classmethod
    def of(cls, totals: Sequence[KindTotal], asked: EntryFilter) -> Self:
        """Sum up the business types."""
        repaid = [total for total in totals if total.kind != DISBURSEMENT]
        return cls(
            booked_from=asked.booked_from,
            booked_until=asked.booked_until,
            entries=sum(total.entries for total in repaid),
            repaid_fen=sum(total.amount_fen for total in repaid),
            principal_fen=sum(total.principal_fen for total in repaid),
            interest_fen=sum(total.interest_fen for total in repaid),
            penalty_fen=sum(total.penalty_fen for total in repaid),
            by_kind=[KindTotalAnswer.of(total) for total in totals],
        )


def kind_text(kind: str) -> str:
    """Say a business type; 01 is the disbursement."""
    return "放款" if kind == DISBURSEMENT else KIND_TEXTS[RepaymentKind(kind)]
