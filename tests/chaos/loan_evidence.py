"""What there is to see of early repayments when all is over: each party's own books."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Wish:
    """What a borrower asked for, and how it must end."""

    borrower: int
    contract_number: str
    card: str
    quoted_fen: int
    end: str
    """`applied`, `failed` or `reversed`."""
    answers: Sequence[str]
    """The debit's id in each answer to the one request."""
    refused: str | None = None


@dataclass(frozen=True)
class BankDebit:
    """A debit in the bank's own book, with what it booked for it."""

    key: str
    """The debit's id."""
    status: str
    amount_fen: int
    card: str
    booked: Sequence[tuple[str, int]]
    """Kind and amount of each entry of the special account."""


@dataclass(frozen=True)
class LoanDebit:
    """What loans says of a debit."""

    debit_id: str
    contract_number: str
    state: str


@dataclass(frozen=True)
class LoanEntry:
    """An entry of a loan that a debit is the source of; a reversing one is negative."""

    contract_number: str
    debit_id: str
    amount_fen: int


@dataclass(frozen=True)
class DebitOrder:
    """What settlement says of a debit."""

    debit_id: str
    state: str
    amount_fen: int
    attention: str | None


@dataclass(frozen=True)
class Booking:
    """What the ledger has booked for a debit."""

    kind: str
    debit_id: str
    amount_fen: int


@dataclass(frozen=True)
class LoanBooks:
    """All of it; empty where nobody has a loan."""

    wishes: Sequence[Wish] = ()
    bank: Sequence[BankDebit] = ()
    debits: Sequence[LoanDebit] = ()
    entries: Sequence[LoanEntry] = ()
    orders: Sequence[DebitOrder] = ()
    ledger: Sequence[Booking] = ()
