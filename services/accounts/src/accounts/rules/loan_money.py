"""Which ledger accounts the money of loans moves between; pure.

A credit is positive: what the bank holds and what is lent are debits, hence negative balances.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class Kind(StrEnum):
    """What is booked."""

    DISBURSEMENT = "disbursement"
    """放款."""
    DISBURSEMENT_RETURN = "disbursement_return"
    """放款退票."""
    DEBIT = "debit"
    """扣款."""
    DEBIT_REVERSAL = "debit_reversal"
    """扣款退回."""
    RECEIPT = "receipt"
    """来款转贷款还款."""
    REPAYMENT = "repayment"
    """还款入账."""
    REPAYMENT_REVERSAL = "repayment_reversal"
    """还款冲账."""
    OPENING = "opening"
    """期初: lent before this system."""
    OPENING_REPAYMENT = "opening_repayment"
    """期初: repaid before this system."""


REVERSED: dict[Kind, Kind] = {
    Kind.DISBURSEMENT_RETURN: Kind.DISBURSEMENT,
    Kind.DEBIT_REVERSAL: Kind.DEBIT,
    Kind.REPAYMENT_REVERSAL: Kind.REPAYMENT,
}
"""What each reversal (冲账 02) undoes."""

BY_THE_BANK = frozenset(
    {Kind.DISBURSEMENT, Kind.DISBURSEMENT_RETURN, Kind.DEBIT, Kind.DEBIT_REVERSAL}
)
"""What the bank must have too; what happened before this system it has not."""

COUNTER, TRANSFER = "counter", "transfer"
"""A repayment that staff recorded: on the word of two (once), or out of a bank receipt (now)."""


@dataclass(frozen=True)
class Booking:
    """One thing to be booked, once."""

    kind: Kind
    key: str
    """The order's id; of a repayment its contract and the number of its entry."""
    amount_fen: int
    value_on: date
    contract_number: str | None = None
    source: str | None = None
    source_id: UUID | None = None
    principal_fen: int = 0
    interest_fen: int = 0
    penalty_fen: int = 0

    @property
    def parts(self) -> tuple[str | None, UUID | None, int, int, int]:
        """What a reversing entry of a loan has in common with the one that it undoes."""
        return (
            self.contract_number,
            self.source_id,
            self.principal_fen,
            self.interest_fen,
            self.penalty_fen,
        )


def flaw(booking: Booking) -> str | None:
    """Say why something cannot be booked; None when it can."""
    parts = (booking.principal_fen, booking.interest_fen, booking.penalty_fen)
    if booking.amount_fen <= 0 or min(parts) < 0:
        return "an amount that is not above zero"
    if booking.source_id is not None and sum(parts) != booking.amount_fen:
        return "principal, interest and penalty are not the amount"
    return None


def legs(booking: Booking) -> list[tuple[str, int]]:
    """Return the ledger accounts that money moves on, by kind, with its sign; they sum to 0."""
    if booking.kind in REVERSED:
        undone = _legs(REVERSED[booking.kind], booking)
        return [(account, -fen) for account, fen in undone]
    return _legs(booking.kind, booking)


def _legs(kind: Kind, booking: Booking) -> list[tuple[str, int]]:
    fen = booking.amount_fen
    if kind is Kind.DISBURSEMENT:
        return [("loan_principal", -fen), ("bank", fen)]
    if kind is Kind.RECEIPT:
        return [("unmatched_suspense", -fen), ("loan_transit", fen)]
    if kind is Kind.DEBIT:
        return [("bank", -fen), ("loan_transit", fen)]
    if kind is Kind.OPENING:
        return [("loan_principal", -fen), ("loan_opening", fen)]
    if kind is Kind.OPENING_REPAYMENT:
        return [("loan_principal", fen), ("loan_opening", -fen)]
    came_from = "loan_counter" if booking.source == COUNTER else "loan_transit"
    parts = (
        (came_from, -fen),
        ("loan_principal", booking.principal_fen),
        ("loan_interest", booking.interest_fen),
        ("loan_penalty", booking.penalty_fen),
    )
    return [(account, part) for account, part in parts if part]
