"""What there is to see of transfers between cities when all is over: each party's own books."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Move:
    """Somebody whose account was to come or to go, and what must be on it in the end."""

    mover: int
    comes: bool
    ends: frozenset[str]
    number: str | None
    """Of the other centre's letter; none where the letter is ours."""
    answers: Sequence[str]
    """The letter's id in each answer to the one request."""
    had_fen: int
    """What was deposited on the account."""
    due_fen: int
    """What must be moved if anything is: to the other centre, or from it."""
    account_state: str
    balance_fen: int
    """Of the account, as it stands in the ledger."""
    refused: str | None = None


@dataclass(frozen=True)
class Letter:
    """What transfers says of a letter (联系函)."""

    letter_id: str
    number: str | None
    state: str
    amount_fen: int | None
    """Principal and interest; none where nothing was told."""


@dataclass(frozen=True)
class Known:
    """A letter in the book of the national platform."""

    number: str
    state: str


@dataclass(frozen=True)
class Transferred:
    """Money of letters in the bank's own book: what was paid under a key, or came with a number."""

    about: str
    """The letter's id, or its number."""
    kind: str
    """`payout`, `return` or `receipt`."""
    amount_fen: int
    party: str
    """To which account it went; by whom it was paid."""


@dataclass(frozen=True)
class Frozen:
    """A reservation of the ledger or an order of settlement for a letter."""

    letter_id: str
    state: str
    amount_fen: int
    attention: str | None = None


@dataclass(frozen=True)
class TransferBooks:
    """All of it; empty where nobody moves."""

    moves: Sequence[Move] = ()
    letters: Sequence[Letter] = ()
    platform: Sequence[Known] = ()
    bank: Sequence[Transferred] = ()
    reservations: Sequence[Frozen] = ()
    orders: Sequence[Frozen] = ()
