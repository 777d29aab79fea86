"""What is read from the book."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class State:
    """The state of one payment, as pain.002 tells it."""

    status: str
    reason_code: str
    reason_text: str
    serial: str
    final_at: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the special account, as camt.053 and camt.054 tell it."""

    number: int
    kind: str
    amount_fen: int
    serial: str
    booked_on: str
    value_on: str
    end_to_end_id: str | None
    party: str
    remittance: str
    reason_code: str | None
    reason_text: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """A card the bank has issued."""

    card_number: str
    holder_name: str
    kind: str = "debit"
    state: str = "open"
    balance_fen: int | None = None
    """What debits may take; None keeps what is registered, plentiful for a new card."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """Money that somebody pays into the special account."""

    payer_name: str
    amount_fen: int
    remittance: str
    value_on: str
    reference: str | None
