"""Debits of repayment cards: asked for, and what the bank answered; each answer is acted on once."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from loans import announcements
from loans.domain.contracts import CardInUse, Contract
from loans.domain.orders import Debit, DebitState, NewDebit
from loans.errors import Refused
from loans.handlers.booking import book, receivable
from loans.process import Fact
from loans.rules.account import LoanAccount
from loans.rules.booking import Change, Origin
from loans.rules.repayment import Repayment, RepaymentKind
from loans.store import bookings, books, cards
from loans.store import contracts as contract_store
from loans.store import debits as store
from loans.store.debits import End
from shared.base.money import Fen
from shared.messages.loans import (
    DebitPurpose,
    RepaymentSource,
)
from shared.messages.settlement import DebitEvent, DebitFailed, DebitSucceeded, DebitUnknown
from shared.messaging.unit import Received, Unit, events_of

EARLY = (DebitPurpose.EARLY_REPAYMENT, DebitPurpose.PAYOFF)


async def request(unit: Unit, debits: Sequence[tuple[NewDebit, Contract, CardInUse]]) -> None:
    """Ask settlement for debits that were priced under the lock on their contracts."""
    if not debits:
        return
    await store.add(unit.connection, [debit for debit, _, _ in debits], unit.clock.now())
    for debit, contract, card in debits:
        clear = cards.in_clear(card, unit.personal_data)
        unit.emit(announcements.debit_requested(debit, contract, clear))


async def locked(
    unit: Unit, batch: Sequence[Received[DebitEvent]]
) -> tuple[dict[str, Contract], dict[uuid.UUID, Debit]]:
    """Lock the contracts of debits, then read the debits."""
    ids = [event.debit_id for event in events_of(batch)]
    numbers = await store.contracts_of(unit.connection, ids)
    contracts = await contract_store.contracts_of(unit.connection, numbers, lock=True)
    return contracts, await store.by_id(unit.connection, ids)


def id_of(event: DebitEvent) -> uuid.UUID:
    """Name the debit of an event."""
    return event.debit_id


async def succeeded(unit: Unit, batch: Sequence[Received[DebitSucceeded]]) -> None:
    """The bank debited the cards: book what was priced, as of the day that it was priced for."""
    contracts, found = await locked(unit, batch)
    ready = []
    for received, debit in receivable(unit, batch, found, id_of, Fact.SUCCEEDED):
        if received.event.amount_fen == debit.amount_fen:
            ready.append((received, debit))
        else:
            unit.park(
                received, f"{received.event.amount_fen} fen, but {debit.amount_fen} were asked for"
            )
    accounts = await _accounts(unit, contracts, [debit for _, debit in ready])
    changes, ends, tails = [], [], {}
    for received, debit in ready:
        stored = accounts[debit.contract_number]
        change = Change(stored.account, stored.entries)
        try:
            booked = stored.account.record(repayment_of(stored.account, debit))
        except Refused as refusal:
            unit.park(received, f"the loan changed under the debit: {refusal.code}")
            continue
        number = change.add(booked, Origin(RepaymentSource.CARD, debit.debit_id))
        changes.append(change)
        tails[debit.contract_number] = debit.card_tail
        event = received.event
        ends.append(End(debit.debit_id, number, event.bank_serial, event.debited_on))
    if changes:
        await book(unit, contracts, changes, bookings.SYSTEM, tails)
        await store.end(unit.connection, DebitState.APPLIED, ends, unit.clock.now())


async def _accounts(
    unit: Unit, contracts: Mapping[str, Contract], debits: Sequence[Debit]
) -> dict[str, books.Books]:
    """Read the accounts: for an instalment what is due is enough, an early repayment needs the plan."""
    whole = [contracts[each.contract_number] for each in debits if each.purpose in EARLY]
    due = [contracts[each.contract_number] for each in debits if each.purpose not in EARLY]
    found: dict[str, books.Books] = {}
    if due:
        until = max(debit.debit_on for debit in debits)
        found |= await books.accounts_of(unit.connection, due, until=until)
    if whole:
        found |= await books.accounts_of(unit.connection, whole)
    return found


def repayment_of(account: LoanAccount, debit: Debit) -> Repayment:
    """Turn a debit back into the repayment that it was priced as."""
    kinds = {
        DebitPurpose.EARLY_REPAYMENT: RepaymentKind.EARLY,
        DebitPurpose.PAYOFF: RepaymentKind.PAYOFF,
    }
    overdue = RepaymentKind.OVERDUE if account.overdue(debit.debit_on) else RepaymentKind.NORMAL
    return Repayment(
        str(debit.debit_id),
        debit.debit_on,
        kinds.get(debit.purpose, overdue),
        Fen(debit.amount_fen),
        debit.effect,
        current_too=True,
        rest_prepays=debit.counter,
    )


async def failed(unit: Unit, batch: Sequence[Received[DebitFailed]]) -> None:
    """The bank refused for good: no money moved, the loan is what it was (R-REP-4, E14)."""
    contracts, found = await locked(unit, batch)
    ready = receivable(unit, batch, found, id_of, Fact.FAILED)
    if not ready:
        return
    ends = [
        End(e.debit_id, reason_code=e.reason_code, reason_text=e.reason_text)
        for e in events_of([received for received, _ in ready])
    ]
    await store.end(unit.connection, DebitState.FAILED, ends, unit.clock.now())
    numbers = [debit.contract_number for _, debit in ready if debit.purpose not in EARLY]
    accounts = await books.accounts_of(
        unit.connection, [contracts[number] for number in numbers], until=unit.clock.today()
    )
    for received, debit in ready:
        stored = accounts.get(debit.contract_number)
        again = next_try(stored.account, debit) if stored and debit.run_on else None
        contract = contracts[debit.contract_number]
        if debit.purpose in EARLY:
            unit.emit(announcements.early_repayment_failed(contract, debit, received.event))
        else:
            unit.emit(announcements.debit_failed(contract, debit, received.event, again))


def next_try(account: LoanAccount, debit: Debit) -> date | None:
    """Say when the card is tried again: the next day, while it is in the debit window (R-REP-6)."""
    tomorrow = debit.debit_on + timedelta(days=1)
    return tomorrow if in_debit_window(account, debit.debit_on, tomorrow) else None


def in_debit_window(account: LoanAccount, day: date, at: date) -> bool:
    """Tell whether what was due last by a day is still debited at another."""
    owed = [*account.overdue(day), *account.due(day)]
    days = account.rulebook.policy_on(day).debit_days
    return bool(owed) and at < owed[-1].due_on + timedelta(days=days)


async def unknown(unit: Unit, batch: Sequence[Received[DebitUnknown]]) -> None:
    """No answer: it waits, is never applied and never debited again; settlement asks the bank."""
    _, found = await locked(unit, batch)
    ready = receivable(unit, batch, found, id_of, Fact.UNKNOWN)
    events = events_of([received for received, _ in ready])
    await store.note_unknown(
        unit.connection, [e.debit_id for e in events], [e.since for e in events]
    )
