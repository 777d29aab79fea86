"""Debits that the borrower's bank took back: undone by reversing entries (R-BK-2)."""

from collections.abc import Mapping, Sequence

from loans.domain.contracts import Contract
from loans.domain.orders import Debit, DebitState
from loans.handlers.booking import book, receivable
from loans.handlers.debits import id_of, locked
from loans.process import Fact
from loans.rules.booking import Change, Origin
from loans.rules.reversal import reverse
from loans.store import bookings, books, undoing
from loans.store import debits as store
from loans.store.debits import End
from shared.messages.loans import RepaymentSource
from shared.messages.settlement import DebitReversed
from shared.messaging.unit import Received, Unit, events_of


async def debits_reversed(unit: Unit, batch: Sequence[Received[DebitReversed]]) -> None:
    """Undo what the debits had paid; it is owed again, and a prepayment's plan goes back."""
    contracts, found = await locked(unit, batch)
    ready = []
    for received, debit in receivable(unit, batch, found, id_of, Fact.TAKEN_BACK):
        if received.event.amount_fen == debit.amount_fen:
            ready.append((received, debit))
        else:
            unit.park(
                received, f"{received.event.amount_fen} fen, but {debit.amount_fen} were debited"
            )
    ready = await _one_a_loan(unit, ready)
    if not ready:
        return
    await _undo(unit, contracts, ready)
    ends = [
        End(event.debit_id, reason_code=event.reason_code, reason_text=event.reason_text)
        for event in events_of([received for received, _ in ready])
    ]
    await store.end(unit.connection, DebitState.REVERSED, ends, unit.clock.now())


async def _one_a_loan(
    unit: Unit, ready: Sequence[tuple[Received[DebitReversed], Debit]]
) -> list[tuple[Received[DebitReversed], Debit]]:
    """Let a loan wait whose money is under way, and its second reversal wait for the first."""
    numbers = [debit.contract_number for _, debit in ready]
    busy = await store.under_way(unit.connection, numbers)
    first = []
    for received, debit in ready:
        if debit.contract_number in busy:
            unit.retry_later(received, "the loan's money is under way")
        else:
            busy.add(debit.contract_number)
            first.append((received, debit))
    return first


async def _undo(
    unit: Unit,
    contracts: Mapping[str, Contract],
    ready: Sequence[tuple[Received[DebitReversed], Debit]],
) -> None:
    entries = [(debit.contract_number, debit.entry_number or 0) for _, debit in ready]
    undone = await undoing.read(unit.connection, entries)
    accounts = await books.accounts_of(
        unit.connection, [contracts[number] for number, _ in entries], settled_too=True
    )
    changes = []
    for received, debit in ready:
        stored = accounts[debit.contract_number]
        booked = reverse(stored.account, undone[debit.contract_number], received.event.reversed_on)
        change = Change(stored.account, stored.entries)
        change.add(booked, Origin(RepaymentSource.CARD, debit.debit_id))
        changes.append(change)
    tails = {debit.contract_number: debit.card_tail for _, debit in ready}
    await book(unit, contracts, changes, bookings.SYSTEM, tails)
