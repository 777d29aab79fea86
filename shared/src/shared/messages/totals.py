"""What loans and accounts both tell of a loan's money, so that settlement can hold one against the other."""

from collections.abc import Sequence
from typing import ClassVar, TypeVar
from uuid import UUID

from shared.base.shape import Shape
from shared.messages.base import Event, Fen, date

LINES_AN_EVENT = 500
"""Totals in one event at the most."""


class MoneyTotal(Shape):
    """All that ever moved for a contract, less what was undone; moved-in history is left out."""

    contract_number: str | None
    """None where the teller knows the disbursement, not its contract."""
    disbursement_id: UUID | None
    """None where the contract is known."""
    disbursed_fen: Fen
    """Paid out through the bank."""
    repaid_fen: Fen
    """Repaid with money from anywhere: cards, fund accounts, receipts."""
    debited_fen: Fen
    """What of it debits of cards brought."""


class TotalsTold(Event):
    """All totals of one teller as of a date, in parts."""

    subject_field: ClassVar[str] = "part"

    part: str
    """`<as_of>/<chunk>`."""
    as_of: date
    """At the beginning of this business date."""
    chunk: int
    """Which part of all, from 1."""
    chunks: int
    """Parts in all."""
    totals: list[MoneyTotal]
    """Sums over the whole life of each contract."""


class LoanTotalsTold(TotalsTold):
    """What loans' books say was lent and repaid, once a business date; settlement compares it."""

    type: ClassVar[str] = "loan_totals.told.v1"
    owner: ClassVar[str] = "loans"


class LoanMoneyTotalsTold(TotalsTold):
    """What the ledger says of the money of loans, once a business date; settlement compares it."""

    type: ClassVar[str] = "loan_money_totals.told.v1"
    owner: ClassVar[str] = "accounts"


EVENTS = (LoanTotalsTold, LoanMoneyTotalsTold)

E = TypeVar("E", bound=TotalsTold)


def in_parts(event: type[E], as_of: date, totals: Sequence[MoneyTotal]) -> list[E]:
    """Make the events that tell totals; at least one, so that nothing is told from silence."""
    parts = [
        totals[first : first + LINES_AN_EVENT]
        for first in range(0, max(1, len(totals)), LINES_AN_EVENT)
    ]
    return [
        event.model_validate(
            {
                "part": f"{as_of}/{chunk}",
                "as_of": as_of,
                "chunk": chunk,
                "chunks": len(parts),
                "totals": part,
            }
        )
        for chunk, part in enumerate(parts, start=1)
    ]
