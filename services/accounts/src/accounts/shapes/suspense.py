"""What goes in and out about money in suspense (暂收) and its way out: texts Chinese, money in fen."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, StringConstraints, field_validator

from accounts.rules.refunds import STATE_TEXTS
from accounts.rules.suspense import why_it_lies
from accounts.shapes.fields import Body, Row
from shared.base.shape import Shape
from shared.proposals.shapes import Grounds

MAX_PARTS = 50
MAX_FEN = 10**15

BankSerial = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z-]{1,35}$")]
SomeFen = Annotated[int, Field(strict=True, ge=1, le=MAX_FEN, examples=[96_000])]


class PartBody(Body):
    """A part of a receipt."""

    bank_serial: BankSerial
    """Serial number of the receipt (银行流水号)."""
    amount_fen: SomeFen
    """What of it is taken, fen; the rest stays in suspense."""


class AllotmentBody(Grounds):
    """Receipts, or parts of them, that together equal a confirmed list to the fen."""

    parts: list[PartBody] = Field(min_length=1, max_length=MAX_PARTS)
    """What is taken of which receipt; together the list's total."""

    @field_validator("parts")
    @classmethod
    def _each_once(cls, parts: list[PartBody]) -> list[PartBody]:
        if len({part.bank_serial for part in parts}) < len(parts):
            raise ValueError("同一流水号出现了多次")
        return parts


class AllotmentProposal(AllotmentBody):
    """What is proposed: which list they book."""

    list_id: UUID


class RefundBody(Grounds):
    """How much of a receipt goes back to the account that it came from."""

    amount_fen: SomeFen


class RefundProposal(RefundBody):
    """What is proposed: of which receipt."""

    bank_serial: BankSerial


class OrderedRefund(Shape):
    """A refund that was ordered; the bank has not answered yet."""

    refund_id: UUID


class SuspenseReceipt(Shape):
    """Bank money that pays no list (暂收, R-DEP-7)."""

    bank_serial: str
    amount_fen: int
    """What came."""
    left_fen: int
    """What of it lies in suspense, money on its way back included."""
    refunding_fen: int
    """What of that is on its way back to the payer."""
    why_text: str
    """Why it lies there, in one sentence."""
    payer_name: str
    payer_account_tail: str | None
    """Last four digits of the account that it came from; none where the bank did not name it."""
    remittance_information: str
    """What the payer wrote (附言); an employer writes its list's payment reference."""
    value_date: date
    days: int
    """For how many days it has been lying."""
    recorded_at: datetime

    @classmethod
    def of(cls, row: Row, today: date) -> Self:
        """Show a row."""
        return cls(
            bank_serial=row["bank_serial"],
            amount_fen=row["amount_fen"],
            left_fen=row["left_fen"],
            refunding_fen=row["refunding_fen"],
            why_text=why_it_lies(row),
            payer_name=row["payer_name"],
            payer_account_tail=row["payer_account_tail"],
            remittance_information=row["remittance_information"],
            value_date=row["value_date"],
            days=max(0, (today - row["value_date"]).days),
            recorded_at=row["recorded_at"],
        )


class SuspensePage(Shape):
    """Receipts in suspense, by bank serial."""

    items: list[SuspenseReceipt]
    next_cursor: str | None


class Refund(Shape):
    """Money of a receipt that was sent back (退款)."""

    id: UUID
    bank_serial: str
    """Serial number of the receipt."""
    employer_number: str | None
    amount_fen: int
    state: str
    """`ordered`, `paid`, `failed` or `returned`."""
    state_text: str
    outcome_unknown: bool
    """The bank has not answered; it is being asked."""
    payer_name: str
    payer_account_tail: str | None
    """Last four digits of the account that it goes to."""
    ordered_at: datetime
    """When two people had agreed on it."""
    settled_on: date | None
    """The day on which the bank paid, refused, or sent it back."""
    return_serial: str | None
    """Under which serial it lies in suspense again."""
    reason_text: str
    """Why the bank refused it or sent it back."""

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a row."""
        return cls.model_validate({**dict(row), "state_text": STATE_TEXTS[row["state"]]})


class RefundPage(Shape):
    """Refunds, latest first."""

    items: list[Refund]
    next_cursor: str | None
