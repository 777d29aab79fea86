"""What settlement speaks of: payment orders (付款指令), the bank's answers, the bank's entries."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType
from uuid import UUID

from shared.money import Fen

ApplicationId = NewType("ApplicationId", UUID)
"""The key of a payment order; as `EndToEndId` it is written as 32 hexadecimal digits."""
BatchId = NewType("BatchId", UUID)
"""One request to the bank; its `MsgId`."""


class State(StrEnum):
    """The state of a payment order (付款指令状态)."""

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
    """退票."""


class Attention(StrEnum):
    """Why an operator should look at an order; it never decides anything by itself."""

    KEY_CONFLICT = "key_conflict"
    """The bank knows the key with other content (HTTP 409)."""
    CONTRADICTION = "contradiction"
    """The bank says what cannot be true beside what is recorded."""
    UNREADABLE = "unreadable"
    """Card or holder can no longer be unsealed: the order cannot be sent."""


@dataclass(frozen=True)
class Order:
    """A payment order without the personal data of its payee."""

    application_id: ApplicationId
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
class Payee:
    """Who gets the money, in clear; only on the way to the bank."""

    holder_name: str
    card_number: str


@dataclass(frozen=True, repr=False)
class Payment:
    """One transaction of a request to the bank."""

    key: ApplicationId
    amount_fen: Fen
    payee: Payee
    remittance_information: str


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
    RETURN = "return"
    """退票."""
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
    key: ApplicationId | None = None
    """Of a payout or a return; None when it is none of ours."""
    reason_code: str = ""
    reason_text: str = ""
    payer_name: str = ""
    remittance_information: str = ""


@dataclass(frozen=True)
class Statement:
    """A business day of the special account (对账单), as camt.053 tells it."""

    business_date: date
    opening_fen: Fen
    closing_fen: Fen
    entries: tuple[Entry, ...]
