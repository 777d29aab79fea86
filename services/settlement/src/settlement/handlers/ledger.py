"""What accounts tells of its ledger is remembered: one of the three sides of the reconciliation."""

from collections.abc import Sequence
from datetime import date

from settlement.domain import EntryKind
from settlement.store import ledger
from settlement.store.ledger import Booking
from shared.base.money import Fen
from shared.messages.accounts import (
    FundsPosted,
    FundsRestored,
    LoanMoney,
    LoanMoneyBooked,
    ReceiptRecorded,
)
from shared.messages.cross_city import TransferOutPosted, TransferOutRestored
from shared.messages.refunds import RefundPosted, RefundRestored
from shared.messaging.unit import Received, Unit

Booked = (
    ReceiptRecorded
    | FundsPosted
    | FundsRestored
    | LoanMoneyBooked
    | RefundPosted
    | RefundRestored
    | TransferOutPosted
    | TransferOutRestored
)
"""Its subject is the key: the order's, or a receipt's bank serial."""

LOAN_MONEY: dict[LoanMoney, EntryKind] = {
    LoanMoney.DISBURSEMENT: EntryKind.PAYOUT,
    LoanMoney.DISBURSEMENT_RETURN: EntryKind.RETURN,
    LoanMoney.DEBIT: EntryKind.DEBIT,
    LoanMoney.DEBIT_REVERSAL: EntryKind.REVERSAL,
}
"""What the bank books for it."""


async def receipt_recorded(unit: Unit, batch: Sequence[Received[ReceiptRecorded]]) -> None:
    """A receipt stands in the ledger."""
    await _remember(unit, [(one, EntryKind.RECEIPT, one.event.value_date) for one in batch])


async def funds_posted(unit: Unit, batch: Sequence[Received[FundsPosted]]) -> None:
    """A payout stands in the ledger."""
    await _remember(unit, [(one, EntryKind.PAYOUT, one.event.posted_on) for one in batch])


async def funds_restored(unit: Unit, batch: Sequence[Received[FundsRestored]]) -> None:
    """A payout that came back stands in the ledger."""
    await _remember(unit, [(one, EntryKind.RETURN, one.event.restored_on) for one in batch])


async def loan_money_booked(unit: Unit, batch: Sequence[Received[LoanMoneyBooked]]) -> None:
    """A disbursement or a debit, or its return, stands in the ledger."""
    await _remember(unit, [(one, LOAN_MONEY[one.event.kind], one.event.booked_on) for one in batch])


async def refund_posted(unit: Unit, batch: Sequence[Received[RefundPosted]]) -> None:
    """A refund stands in the ledger."""
    await _remember(unit, [(one, EntryKind.PAYOUT, one.event.posted_on) for one in batch])


async def refund_restored(unit: Unit, batch: Sequence[Received[RefundRestored]]) -> None:
    """A refund that came back stands in the ledger."""
    await _remember(unit, [(one, EntryKind.RETURN, one.event.restored_on) for one in batch])


async def transfer_posted(unit: Unit, batch: Sequence[Received[TransferOutPosted]]) -> None:
    """What was paid to another centre stands in the ledger."""
    await _remember(unit, [(one, EntryKind.PAYOUT, one.event.posted_on) for one in batch])


async def transfer_restored(unit: Unit, batch: Sequence[Received[TransferOutRestored]]) -> None:
    """What came back from another centre's bank stands in the ledger."""
    await _remember(unit, [(one, EntryKind.RETURN, one.event.restored_on) for one in batch])


async def _remember(unit: Unit, told: Sequence[tuple[Received[Booked], EntryKind, date]]) -> None:
    """Keep what was told; one that was told before with another amount is parked."""
    bookings = [
        Booking(kind, one.event.subject, Fen(one.event.amount_fen), day) for one, kind, day in told
    ]
    amounts = await ledger.remember(unit.connection, bookings)
    for received, kind, _ in told:
        before = amounts[kind, received.event.subject]
        if before != received.event.amount_fen:
            unit.park(received, f"the ledger told another amount before: {before} fen")
