"""What there is to see when all is over: each party's own books, nothing computed from another's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .loan_evidence import LoanBooks
from .transfer_evidence import TransferBooks

Way = tuple[str, str]
"""A queue, and a kind of message that goes there."""


@dataclass(frozen=True, order=True)
class Difference:
    """Something that is not as it must be."""

    law: str
    about: str
    what: str

    def __str__(self) -> str:
        return f"{self.law}: {self.about}: {self.what}"


@dataclass(frozen=True)
class Asked:
    """What a citizen asked for, and what the rules give."""

    citizen: int
    part: str
    answers: Sequence[str]
    """The application id in each answer to the one request."""
    ends: frozenset[str]
    due_fen: int
    card: str
    name: str
    phone: str
    refused: str | None = None


@dataclass(frozen=True)
class Application:
    """A row of withdrawals."""

    id: str
    state: str
    amount_fen: int | None


@dataclass(frozen=True)
class Payment:
    """A payment in the bank's own book, by its key."""

    key: str
    status: str
    amount_fen: int
    card: str
    holder: str
    returned: bool


@dataclass(frozen=True)
class Entry:
    """A booking of the bank's special account."""

    kind: str
    key: str
    amount_fen: int


@dataclass(frozen=True)
class Reservation:
    """What the ledger did for an application."""

    application_id: str
    state: str
    amount_fen: int


@dataclass(frozen=True)
class Order:
    """A payment order of settlement."""

    application_id: str
    state: str
    amount_fen: int
    attention: str | None


@dataclass(frozen=True)
class Text:
    """A complete text on a phone."""

    phone: str
    text: str


@dataclass(frozen=True)
class Evidence:
    """Everything that the checker looks at."""

    asked: Sequence[Asked]
    applications: Sequence[Application]
    payments: Sequence[Payment]
    entries: Sequence[Entry]
    """Payouts and returns only."""
    reservations: Sequence[Reservation]
    orders: Sequence[Order]
    texts: Sequence[Text]
    ledger_exit_code: int
    ledger_says: str
    resting: Mapping[str, int]
    """Queue → messages in it; empty ones left out."""
    parked: Sequence[str]
    """A line for each parked message."""
    outboxes: Mapping[str, int]
    """Service → events that have not left."""
    unplanned: Sequence[str]
    """Processes that ended or could not start without having been killed."""
    loans: LoanBooks = field(default_factory=LoanBooks)
    """What all parties have of early repayments."""
    transfers: TransferBooks = field(default_factory=TransferBooks)
    """What all parties have of accounts that move between cities."""
    sent: Mapping[str, str] = field(default_factory=dict)
    """Message id → type, of all that left any service."""
    heard: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Queue → the message ids in its consumer's inbox."""
    handled: Mapping[str, int] = field(default_factory=dict)
    """Queue → how many messages the consumer counted as handled since all was calm."""
    remembered: Mapping[str, int] = field(default_factory=dict)
    """Queue → how many its inbox has more since then."""
    late: Mapping[Way, int] = field(default_factory=dict)
    """How many messages came to the queue after something that was sent after them."""
    early: Mapping[Way, int] = field(default_factory=dict)
    """How many messages came to the queue before something that was sent before them."""
    tries_every_order: bool = False
    """Whether the run was long enough that each kind must have come late and early."""
    doubted: Sequence[int] = ()
    """How many texts were sent again, and how many in doubt were known by their receipts to have arrived."""
    leaked: Sequence[str] = ()
    """Processes that are still there when all is stopped; known only then."""
