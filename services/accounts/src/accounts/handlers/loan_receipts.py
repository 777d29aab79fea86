"""Bank receipts that loans claim: out of suspense (暂收) once, or refused with the reason."""

from collections.abc import Sequence

from accounts import announcements
from accounts.rules.loan_money import Booking, Kind
from accounts.rules.loan_receipts import Receipt, refusal
from accounts.store import loan_money
from accounts.store import loan_receipts as store
from shared.messages.receipts import LoanReceiptClaimed
from shared.messaging.unit import Received, Unit, events_of


async def allot_receipts(unit: Unit, batch: Sequence[Received[LoanReceiptClaimed]]) -> None:
    """Give each claim its receipt, or say why it gets none; the same claim gets the same answer again."""
    await loan_money.lock(unit.connection)
    events = events_of(batch)
    rows = await store.lock(unit.connection, [event.bank_serial for event in events])
    receipts = {serial: Receipt(**dict(row)) for serial, row in rows.items()}
    allotted: list[LoanReceiptClaimed] = []
    for event in events:
        receipt = receipts.get(event.bank_serial)
        if receipt is not None and receipt.loan_claim == event.claim_id:
            unit.emit(announcements.receipt_allotted(event))
        elif why := refusal(receipt, event.amount_fen, event.value_date):
            unit.emit(announcements.receipt_withheld(event, why))
        else:
            assert receipt is not None, "an unknown receipt is refused"
            receipt.loan_claim = event.claim_id
            allotted.append(event)
            unit.emit(announcements.receipt_allotted(event))
    await _take(unit, allotted)


async def _take(unit: Unit, allotted: Sequence[LoanReceiptClaimed]) -> None:
    if not allotted:
        return
    await store.allot(unit.connection, [(one.bank_serial, one.claim_id) for one in allotted])
    bookings = [
        Booking(Kind.RECEIPT, str(one.claim_id), one.amount_fen, one.value_date) for one in allotted
    ]
    await loan_money.book(unit.connection, bookings, {}, unit.clock.today())
