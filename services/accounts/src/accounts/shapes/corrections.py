"""What goes in and out about corrections of booked contributions (错缴更正): money in fen."""

from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator

from accounts.domain import Month
from accounts.rules.correction import Wrong
from accounts.shapes.fields import MonthText, Number
from shared.base.shape import Shape
from shared.proposals.shapes import Grounds

MAX_FEN = 10**12
SideFen = Annotated[int, Field(strict=True, ge=0, le=MAX_FEN, examples=[48_000])]


class CorrectionBody(Grounds):
    """What of a person's month does not belong there, and whose it is."""

    month: MonthText
    employer_fen: SideFen
    employee_fen: SideFen
    to_account_number: Number | None = None
    """The account that it belongs to; none for the employer's suspense (暂收)."""

    @model_validator(mode="after")
    def _moves_money(self) -> Self:
        if self.employer_fen + self.employee_fen == 0:
            raise ValueError("更正金额不能为0")
        return self


class CorrectionProposal(CorrectionBody):
    """What is proposed: of which account."""

    account_number: str

    def wrong(self) -> Wrong:
        """What the rules read."""
        return Wrong(
            self.account_number,
            Month.parse(self.month),
            self.employer_fen,
            self.employee_fen,
            self.to_account_number,
        )


class Corrected(Shape):
    """A correction that was booked."""

    correction_id: UUID
