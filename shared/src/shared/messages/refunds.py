"""Money that leaves suspense for the account that it came from: what accounts orders, what the bank did."""

from typing import Annotated, ClassVar
from uuid import UUID

from shared.messages.base import AwareDatetime, Event, Fen, SealedTo, date


class RefundEvent(Event):
    """About one refund (退款) of a receipt, in whole or in part."""

    subject_field: ClassVar[str] = "refund_id"

    refund_id: UUID


class RefundApproved(RefundEvent):
    """Two people send money in suspense (暂收) back; it is held there, settlement pays it once."""

    owner: ClassVar[str] = "accounts"
    type: ClassVar[str] = "refund.approved.v1"

    bank_serial: str
    """The receipt that it is a part of (银行流水号)."""
    amount_fen: Fen
    payee_account: Annotated[str, SealedTo("settlement")]
    """Account that the receipt came from, as the bank named it."""
    payee_name: Annotated[str, SealedTo("settlement")]
    """Its holder."""
    approved_on: date


class RefundPosted(RefundEvent):
    """A refund that the bank paid stands in the ledger; settlement compares it."""

    owner: ClassVar[str] = "accounts"
    type: ClassVar[str] = "refund.posted.v1"

    amount_fen: Fen
    posted_on: date
    """Business date of the booking."""


class RefundRestored(RefundEvent):
    """A refund that came back (退票) lies in suspense again; settlement compares it."""

    owner: ClassVar[str] = "accounts"
    type: ClassVar[str] = "refund.restored.v1"

    amount_fen: Fen
    restored_on: date
    """Business date of the booking."""


class RefundSucceeded(RefundEvent):
    """The bank paid (成功)."""

    owner: ClassVar[str] = "settlement"
    type: ClassVar[str] = "refund.succeeded.v1"

    amount_fen: Fen
    bank_serial: str
    paid_on: date


class RefundFailed(RefundEvent):
    """The bank refused for good (失败); no money moved."""

    owner: ClassVar[str] = "settlement"
    type: ClassVar[str] = "refund.failed.v1"

    reason_code: str
    """ISO 20022 external status reason, for example AC04."""
    reason_text: str


class RefundUnknown(RefundEvent):
    """No answer (结果未知): the bank is being asked, the order is never sent blindly again."""

    owner: ClassVar[str] = "settlement"
    type: ClassVar[str] = "refund.unknown.v1"

    since: AwareDatetime
    """When the answer was first missed."""


class RefundReturned(RefundEvent):
    """Paid, then sent back by the receiving bank (退票)."""

    owner: ClassVar[str] = "settlement"
    type: ClassVar[str] = "refund.returned.v1"

    amount_fen: Fen
    bank_serial: str
    """Of the return; under it the money lies in suspense again."""
    reason_code: str
    """ISO 20022 return reason, for example AC04."""
    reason_text: str
    returned_on: date


OF_ACCOUNTS = (RefundApproved, RefundPosted, RefundRestored)
OF_SETTLEMENT = (RefundSucceeded, RefundFailed, RefundUnknown, RefundReturned)
