"""What settlement speaks of: orders to the bank (付款 放款 扣款指令), its answers, its entries."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType, TypedDict
from uuid import UUID

from shared.base.money import Fen

OrderId = NewType("OrderId", UUID)
"""The key of an order, made by whoever wants it; as `EndToEndId` it is written as 32 hexadecimal digits."""
BatchId = NewType("BatchId", UUID)
"""One request to the bank; its `MsgId`."""
CardCheckId = NewType("CardCheckId", UUID)
"""A question whose card it is, made by whoever asks."""


class Kind(StrEnum):
    """What an order has the bank do (指令类型)."""

    PAYOUT = "payout"
    """Pay a withdrawal (提取付款); the key is the application's id."""
    DISBURSEMENT = "disbursement"
    """Pay a loan out (放款)."""
    REFUND = "refund"
    """Send a receipt back to the account that it came from (退款)."""
    TRANSFER = "transfer"
    """Pay an account that moves to another centre (异地转出); the key is the letter's id."""
    DEBIT = "debit"
    """Take a repayment from a card (扣款)."""


class State(StrEnum):
    """The state of an order (指令状态)."""

    TO_SEND = "to_send"
    """待发送."""
    SENT = "sent"
    """已发送."""
    SUCCEEDED = "succeeded"
    """成功."""
    FAILED = "failed"
    """失败."""
    UNKNOWN = "unknown"
    """结果未知."""
    RETURNED = "returned"
    """退票; of a debit: 扣款退回."""


class Attention(StrEnum):
    """Why an operator should look at an order; it never decides anything by itself."""

    KEY_CONFLICT = "key_conflict"
    """The bank knows the key with other content (HTTP 409)."""
    CONTRADICTION = "contradiction"
    """The bank says what cannot be true beside what is recorded."""
    UNREADABLE = "unreadable"
    """Card or holder can no longer be unsealed: the order cannot be sent."""


@dataclass(frozen=True)
class Living:
    """From which business date on orders were wanted that still live; older ones have lapsed."""

    payments_since: date
    debits_since: date

    def since(self, kind: Kind) -> date:
        """Return the date for a kind."""
        return self.debits_since if kind is Kind.DEBIT else self.payments_since


@dataclass(frozen=True)
class Order:
    """An order to the bank without the personal data of the other party."""

    order_id: OrderId
    kind: Kind
    amount_fen: Fen
    state: State
    batch_id: BatchId | None = None
    """The request that it went out with last."""
    attention: Attention | None = None
    unknown_since: datetime | None = None
    """When it first became unknown; kept, so that the others are told once."""
    bank_serial: str | None = None
    paid_on: date | None = None
    reason_code: str | None = None
    reason_text: str | None = None
    return_serial: str | None = None
    returned_on: date | None = None
    traceparent: str = ""


@dataclass(frozen=True, repr=False)
class Counterparty:
    """Who gets the money, or whose card is debited, in clear; only on the way to the bank."""

    holder_name: str
    card_number: str


@dataclass(frozen=True, repr=False)
class Transaction:
    """One transaction of a request to the bank."""

    key: OrderId
    amount_fen: Fen
    counterparty: Counterparty
    remittance_information: str


class Flaw(StrEnum):
    """Why no message to the bank can carry a transaction."""

    ACCOUNT = "account"
    HOLDER = "holder"
    PURPOSE = "purpose"


class Verdict(StrEnum):
    """What the bank's answer says about one key."""

    PAID = "paid"
    REFUSED = "refused"
    PENDING = "pending"
    NOT_RECEIVED = "not_received"
    DOUBTFUL = "doubtful"
    """No answer, or one that cannot be understood or believed."""


@dataclass(frozen=True)
class Answer:
    """The bank's answer about one key."""

    verdict: Verdict
    bank_serial: str = ""
    paid_on: date | None = None
    reason_code: str = ""
    reason_text: str = ""


DOUBTFUL = Answer(Verdict.DOUBTFUL)


class EntryKind(StrEnum):
    """What an entry on the special account (专户) is."""

    PAYOUT = "payout"
    """付款 or 放款: the bank makes no difference."""
    RETURN = "return"
    """退票."""
    DEBIT = "debit"
    """扣款."""
    REVERSAL = "reversal"
    """A debit that was taken back (扣款退回)."""
    RECEIPT = "receipt"
    OTHER = "other"
    """Nothing that this system knows, for example a bank fee."""


@dataclass(frozen=True)
class Entry:
    """What the bank booked, as camt.053 and camt.054 tell it."""

    number: int
    """Running number over everything that the bank books on the special account."""
    serial: str
    kind: EntryKind
    amount_fen: Fen
    credit: bool
    booked_on: date
    value_on: date
    key: OrderId | None = None
    """Of what was ordered or came back; None when it is none of ours."""
    reason_code: str = ""
    reason_text: str = ""
    payer_name: str = ""
    payer_account: str = ""
    """Empty where the bank does not name it."""
    remittance_information: str = ""


@dataclass(frozen=True, repr=False)
class OddEntry:
    """An entry that cannot be believed as it stands; word for word, for people to look at."""

    number: int | None
    flaw: str
    content: str


@dataclass(frozen=True)
class Notification:
    """What the bank says that it booked, as camt.054 tells it."""

    entries: tuple[Entry, ...]
    odd: tuple[OddEntry, ...] = ()


@dataclass(frozen=True)
class Statement:
    """A business day of the special account (对账单), as camt.053 tells it."""

    business_date: date
    opening_fen: Fen
    closing_fen: Fen
    entries: tuple[Entry, ...]
    odd: tuple[OddEntry, ...] = ()


@dataclass(frozen=True)
class Compared:
    """The outcome of comparing a day."""

    payments: int
    differences: int
    """Those that nobody has explained."""


class Outcome(StrEnum):
    """What staff conclude that an order came to (处理结论)."""

    NOT_EXECUTED = "not_executed"
    """未执行: the bank confirms that it never did what was ordered, and never will."""
    EXPLAINED = "explained"
    """已说明: the order is over; what the bank said beside it has been cleared up."""


class Explained(TypedDict):
    """Who has explained a row, and how; all None as long as nobody has."""

    explanation: str | None
    explained_by: UUID | None
    explained_by_name: str | None
    explained_at: datetime | None


class DifferenceRow(Explained):
    """A difference between the bank's statement, the orders and the ledger; figures in fen."""

    id: UUID
    business_date: date
    kind: str
    key: str
    reason: str
    bank_fen: int | None
    order_fen: int | None
    ledger_fen: int | None
    state: str
    found_at: datetime


class CrossDifferenceRow(Explained):
    """A difference between services about a contract's money; figures in fen."""

    id: UUID
    contract_number: str | None
    what: str
    as_of: date
    loans_fen: int | None
    accounts_fen: int | None
    settlement_fen: int | None
    first_seen_on: date
    state: str
    found_at: datetime
    closed_on: date | None


class OddEntryRow(Explained):
    """What the bank told and nobody could believe, sealed."""

    id: int
    number: int | None
    flaw: str
    content_sealed: str
    content_hash: str
    noted_at: datetime
    row_id: UUID
