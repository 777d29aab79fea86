"""What the books say when somebody asks: entries, payoffs, unpaid loans."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Entry:
    """A loan entry (贷款业务明细) as booked."""

    entry_number: int
    serial: str
    kind: str
    booked_on: date
    amount_fen: int
    principal_fen: int
    interest_fen: int
    penalty_fen: int
    balance_after_fen: int
    recorded_at: datetime
    source: str
    reverses: int | None


@dataclass(frozen=True)
class EntriesWanted:
    """Which entries are asked for: of which days, both included, and of which business type (A.15)."""

    booked_from: date | None = None
    booked_until: date | None = None
    kind: str | None = None


@dataclass(frozen=True)
class KindTotal:
    """What the entries of one business type come to; a reversal is taken off."""

    kind: str
    entries: int
    amount_fen: int
    principal_fen: int
    interest_fen: int
    penalty_fen: int


@dataclass(frozen=True)
class PayoffAnswer:
    """What loans knows for a question about a payoff; no contract means no loan."""

    application_id: uuid.UUID
    person_id: uuid.UUID
    contract_number: str | None
    settled_on: date | None
    principal_repaid_fen: int | None
    interest_repaid_fen: int | None
    offset_agreement_ever: bool | None


@dataclass(frozen=True)
class Debts:
    """Unpaid fund loans of a person, by role."""

    application_id: uuid.UUID
    person_id: uuid.UUID
    as_borrower: int
    as_co_borrower: int
    as_guarantor: int
    contract_number: str | None
