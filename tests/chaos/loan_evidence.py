"""What there is to see of repayments when all is over: each party's own books."""

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
    purpose: str
    state: str

    @property
    def early(self) -> bool:
        """Asked for by a borrower, not by the instalment day."""
        return self.purpose in ("payoff", "early_repayment")


@dataclass(frozen=True)
class Instalment:
    """What a borrower owed today when the run began, and who pays it by the offset agreement."""

    borrower: int
    contract_number: str
    due_fen: int
    sources: Sequence[str]


@dataclass(frozen=True)
class Offset:
    """What the ledger has taken from a fund account for a loan."""

    offset_id: str
    contract_number: str | None
    state: str
    posted_fen: int


@dataclass(frozen=True)
class Lent:
    """A loan that staff had paid out: how each attempt must end, and to whom it goes."""

    contract_number: str
    amount_fen: int
    ends: Sequence[str]
    """`paid`, `failed` or `returned`."""
    payees: Sequence[tuple[str, str]]
    """Account and holder."""
    refused: str | None = None


@dataclass(frozen=True)
class Disbursement:
    """What loans says of an attempt."""

    disbursement_id: str
    contract_number: str
    state: str
    amount_fen: int


@dataclass(frozen=True)
class BankPayout:
    """The payment of a loan in the bank's own book, with what it booked for it."""

    key: str
    """The disbursement's id."""
    status: str
    amount_fen: int
    account: str
    holder: str
    booked: Sequence[tuple[str, int]]


@dataclass(frozen=True)
class LoanEntry:
    """An entry of a loan that the bank or a fund account caused; a reversing one is negative."""

    contract_number: str
    source: str
    """`card`, `account` or `disbursement`."""
    source_id: str
    amount_fen: int


@dataclass(frozen=True)
class LoanOrder:
    """What settlement says of a debit or a disbursement."""

    order_id: str
    kind: str
    state: str
    amount_fen: int
    attention: str | None


@dataclass(frozen=True)
class Booking:
    """What the ledger has booked for a debit, a disbursement, or a loan's entry."""

    kind: str
    source_id: str
    amount_fen: int


@dataclass(frozen=True)
class Claim:
    """A bank receipt that repaid a loan, as loans has it."""

    claim_id: str
    amount_fen: int


@dataclass(frozen=True)
class LoanBooks:
    """All of it; empty where nobody has a loan."""

    wishes: Sequence[Wish] = ()
    instalments: Sequence[Instalment] = ()
    offsets: Sequence[Offset] = ()
    lent: Sequence[Lent] = ()
    disbursements: Sequence[Disbursement] = ()
    """Of each loan in their order."""
    payouts: Sequence[BankPayout] = ()
    bank: Sequence[BankDebit] = ()
    debits: Sequence[LoanDebit] = ()
    entries: Sequence[LoanEntry] = ()
    orders: Sequence[LoanOrder] = ()
    ledger: Sequence[Booking] = ()
    claims: Sequence[Claim] = ()
