"""The money of loans, booked: paid out, collected, repaid, and what came back. Whole batches at a time.

The bank's facts and the loans' facts come from two services in any order: a repayment waits for the debit or
the offset that it comes from, what came back waits for what it undoes.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar
from uuid import UUID

from accounts import announcements
from accounts.rules.loan_money import BY_THE_BANK, REVERSED, TRANSFER, Booking, Kind, flaw
from accounts.store import loan_money as store
from shared.messages.base import Event
from shared.messages.loans import (
    LoanHistoryRecorded,
    LoanRepaid,
    LoanRepaymentReversed,
    RepaymentSource,
)
from shared.messages.settlement import (
    DebitReversed,
    DebitSucceeded,
    DisbursementReturned,
    DisbursementSucceeded,
)
from shared.messaging.unit import Received, Unit

E = TypeVar("E", bound=Event)
Pairs = list[tuple[Received[E], Booking]]


async def book_disbursements(unit: Unit, batch: Sequence[Received[DisbursementSucceeded]]) -> None:
    """The bank paid loans out: they are lent (委托贷款)."""

    def read(event: DisbursementSucceeded) -> Booking:
        key = str(event.disbursement_id)
        return Booking(Kind.DISBURSEMENT, key, event.amount_fen, event.paid_on)

    await _book(unit, await _new(unit, batch, read))


async def book_debits(unit: Unit, batch: Sequence[Received[DebitSucceeded]]) -> None:
    """The bank took repayments from cards: they are on their way to the loans."""

    def read(event: DebitSucceeded) -> Booking:
        return Booking(Kind.DEBIT, str(event.debit_id), event.amount_fen, event.debited_on)

    await _book(unit, await _new(unit, batch, read))


async def book_returns(unit: Unit, batch: Sequence[Received[DisbursementReturned]]) -> None:
    """Loans that were paid out came back (退票)."""

    def read(event: DisbursementReturned) -> Booking:
        key = str(event.disbursement_id)
        return Booking(Kind.DISBURSEMENT_RETURN, key, event.amount_fen, event.returned_on)

    await _undo_orders(unit, await _new(unit, batch, read))


async def book_debit_reversals(unit: Unit, batch: Sequence[Received[DebitReversed]]) -> None:
    """The bank took debits back (扣款退回): what the loans make of it comes by itself."""

    def read(event: DebitReversed) -> Booking:
        key = str(event.debit_id)
        return Booking(Kind.DEBIT_REVERSAL, key, event.amount_fen, event.reversed_on)

    await _undo_orders(unit, await _new(unit, batch, read))


async def book_repayments(unit: Unit, batch: Sequence[Received[LoanRepaid]]) -> None:
    """Loans were repaid: principal, interest and penalty, at most what their source has brought."""
    new = await _new(unit, batch, lambda event: _of_loan(Kind.REPAYMENT, event, 1))
    sources = [item.source_id for _, item in new if item.source_id]
    left = await store.left_of(unit.connection, sources)
    ready: Pairs[LoanRepaid] = []
    for received, item in new:
        assert item.source_id is not None, "a repayment has a source"
        rest = left[item.source_id]
        if rest is None:
            unit.retry_later(received, "the money that repays is not booked yet")
        elif rest < item.amount_fen:
            unit.park(
                received, f"repays {item.amount_fen} fen of a source that has {rest} fen left"
            )
        else:
            left[item.source_id] = rest - item.amount_fen
            ready.append((received, item))
    await _book(unit, ready)


async def book_history(unit: Unit, batch: Sequence[Received[LoanHistoryRecorded]]) -> None:
    """Loans came over from before this system, or were repaid then: an opening entry (期初)."""

    def read(event: LoanHistoryRecorded) -> Booking:
        kind = Kind.OPENING if event.principal_fen > 0 else Kind.OPENING_REPAYMENT
        key = f"{event.contract_number}/{event.entry_number}"
        return Booking(kind, key, abs(event.principal_fen), event.recorded_on)

    await _book(unit, await _new(unit, batch, read))


async def undo_repayments(unit: Unit, batch: Sequence[Received[LoanRepaymentReversed]]) -> None:
    """Repayments of loans were undone by reversing entries (冲账 02)."""
    new = await _new(unit, batch, lambda event: _of_loan(Kind.REPAYMENT_REVERSAL, event, -1))
    if not new:
        return
    undone = await store.undone_repayments(unit.connection, [item for _, item in new])
    await _book_undoing(unit, new, undone)


def _of_loan(kind: Kind, event: LoanRepaid | LoanRepaymentReversed, sign: int) -> Booking:
    return Booking(
        kind=kind,
        key=f"{event.contract_number}/{event.entry_number}",
        amount_fen=sign * event.amount_fen,
        value_on=event.repaid_on,
        contract_number=event.contract_number,
        source=TRANSFER if event.source is RepaymentSource.COUNTER else event.source,
        source_id=event.source_id,
        principal_fen=sign * event.principal_fen,
        interest_fen=sign * event.interest_fen,
        penalty_fen=sign * event.penalty_fen,
    )


async def _new(unit: Unit, batch: Sequence[Received[E]], read: Callable[[E], Booking]) -> Pairs[E]:
    """Leave out what is booked already, once each; other content for it is parked, and so is nonsense."""
    await store.lock(unit.connection)
    pairs = [(received, read(received.event)) for received in batch]
    known = await store.booked(unit.connection, [(item.kind, item.key) for _, item in pairs])
    amounts = {key: row["amount_fen"] for key, row in known.items()}
    new: Pairs[E] = []
    for received, item in pairs:
        before = amounts.get((item.kind, item.key))
        if before is not None and before != item.amount_fen:
            unit.park(received, f"{item.amount_fen} fen, but {before} fen are booked")
        elif before is None and (why := flaw(item)):
            unit.park(received, why)
        elif before is None:
            amounts[item.kind, item.key] = item.amount_fen
            new.append((received, item))
    return new


async def _undo_orders(unit: Unit, new: Pairs[E]) -> None:
    """Undo what the bank has taken back, of the whole amount that was booked."""
    done = await store.booked(unit.connection, [(REVERSED[item.kind], item.key) for _, item in new])
    agreeing: Pairs[E] = []
    undone: dict[str, UUID] = {}
    for received, item in new:
        row = done.get((REVERSED[item.kind], item.key))
        if row is not None and row["amount_fen"] != item.amount_fen:
            unit.park(received, f"{item.amount_fen} fen, but {row['amount_fen']} fen are booked")
            continue
        agreeing.append((received, item))
        if row is not None:
            undone[item.key] = row["transfer_id"]
    await _book_undoing(unit, agreeing, undone)


async def _book_undoing(unit: Unit, new: Pairs[E], undone: dict[str, UUID]) -> None:
    for received, item in new:
        if item.key not in undone:
            unit.retry_later(received, "what it undoes is not booked yet")
    await _book(unit, [pair for pair in new if pair[1].key in undone], undone)


async def _book(unit: Unit, new: Pairs[E], undone: dict[str, UUID] | None = None) -> None:
    """Book, and tell settlement what the bank must have too."""
    if not new:
        return
    today = unit.clock.today()
    await store.book(unit.connection, [item for _, item in new], undone or {}, today)
    for _, item in new:
        if item.kind in BY_THE_BANK:
            unit.emit(announcements.loan_money_booked(item, today))
