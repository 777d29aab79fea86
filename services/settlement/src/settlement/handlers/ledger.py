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
from shared.messaging.unit import Unit

Booked = ReceiptRecorded | FundsPosted | FundsRestored | LoanMoneyBooked
"""Its subject is the key: the order's, or a receipt's bank serial."""

LOAN_MONEY: dict[LoanMoney, EntryKind] = {
    LoanMoney.DISBURSEMENT: EntryKind.PAYOUT,
    LoanMoney.DISBURSEMENT_RETURN: EntryKind.RETURN,
    LoanMoney.DEBIT: EntryKind.DEBIT,
    LoanMoney.DEBIT_REVERSAL: EntryKind.REVERSAL,
}
"""What the bank books for it."""


async def receipt_recorded(unit: Unit, events: Sequence[ReceiptRecorded]) -> None:
    """A receipt stands in the ledger."""
    await _remember(unit, [(event, EntryKind.RECEIPT, event.value_date) for event in events])


async def funds_posted(unit: Unit, events: Sequence[FundsPosted]) -> None:
    """A payout stands in the ledger."""
    await _remember(unit, [(event, EntryKind.PAYOUT, event.posted_on) for event in events])


async def funds_restored(unit: Unit, events: Sequence[FundsRestored]) -> None:
    """A payout that came back stands in the ledger."""
    await _remember(unit, [(event, EntryKind.RETURN, event.restored_on) for event in events])


async def loan_money_booked(unit: Unit, events: Sequence[LoanMoneyBooked]) -> None:
    """A disbursement or a debit, or its return, stands in the ledger."""
    await _remember(unit, [(event, LOAN_MONEY[event.kind], event.booked_on) for event in events])


async def _remember(unit: Unit, told: Sequence[tuple[Booked, EntryKind, date]]) -> None:
    """Keep what was told; one that was told before with another amount is parked."""
    bookings = [
        Booking(kind, event.subject, Fen(event.amount_fen), day) for event, kind, day in told
    ]
    amounts = await ledger.remember(unit.connection, bookings)
    for event, kind, _ in told:
        before = amounts[kind, event.subject]
        if before != event.amount_fen:
            unit.park(event, f"the ledger told another amount before: {before} fen")
