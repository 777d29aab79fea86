"""What accounts answered about fund money for a loan (冲还贷); the rest comes from the next source (E43)."""

import uuid
from collections.abc import Mapping, Sequence

from loans import announcements
from loans.domain.contracts import Contract
from loans.domain.orders import OffsetUse
from loans.errors import Refused
from loans.handlers.booking import book
from loans.handlers.collection import ask
from loans.rules.account import LoanAccount
from loans.rules.booking import Change, Origin
from loans.rules.repayment import Repayment, RepaymentKind
from loans.store import bookings, books
from loans.store import contracts as contract_store
from loans.store import offsets as store
from loans.store.offsets import End
from shared.base.money import Fen
from shared.messages.accounts import OffsetEvent, OffsetRefused, OffsetReserved
from shared.messages.loans import RepaymentSource
from shared.messaging.unit import Received, Unit, events_of

REQUESTED, APPLIED, REFUSED, RELEASED = "requested", "applied", "refused", "released"


async def _locked(
    unit: Unit, batch: Sequence[Received[OffsetEvent]]
) -> tuple[dict[str, Contract], dict[uuid.UUID, OffsetUse]]:
    ids = [event.offset_id for event in events_of(batch)]
    numbers = await store.contracts_of(unit.connection, ids)
    contracts = await contract_store.contracts_of(unit.connection, numbers, lock=True)
    return contracts, await store.by_id(unit.connection, ids)


async def reserved(unit: Unit, batch: Sequence[Received[OffsetReserved]]) -> None:
    """Fund money is frozen: repay the loan with it, or let it go, and ask the next source for the rest."""
    contracts, found = await _locked(unit, batch)
    ready: dict[uuid.UUID, tuple[OffsetReserved, OffsetUse]] = {}
    for received in batch:
        event = received.event
        use = found.get(event.offset_id)
        if use is None or use.state == REFUSED or not 0 < event.amount_fen <= use.wanted_fen:
            unit.park(received, "never asked for, refused before, or more than was wanted")
        elif use.state == REQUESTED:
            ready[event.offset_id] = (event, use)
    if not ready:
        return
    accounts = await _accounts(unit, contracts, [use for _, use in ready.values()])
    changes, applied, released, due = [], [], [], {}
    for event, use in ready.values():
        stored = accounts[use.contract_number]
        account = stored.account
        change = Change(account, stored.entries)
        try:
            booked = account.record(_repayment(use, event.amount_fen))
        except Refused as refusal:
            released.append(
                End(use.offset_id, reason_code=refusal.code, reason_text=refusal.detail)
            )
            unit.emit(announcements.offset_released(use))
            continue
        number = change.add(booked, Origin(RepaymentSource.ACCOUNT, use.offset_id))
        changes.append(change)
        applied.append(End(use.offset_id, event.amount_fen, number))
        unit.emit(announcements.offset_applied(use, event.amount_fen, unit.clock.today()))
        due[use.contract_number] = account
    now = unit.clock.now()
    if changes:
        await book(unit, contracts, changes, bookings.SYSTEM)
    await store.end(unit.connection, APPLIED, applied, now)
    await store.end(unit.connection, RELEASED, released, now)
    gone = [found[end.offset_id].contract_number for end in released]
    await _carry_on(unit, contracts, [use for _, use in ready.values()], due, gone)


def _repayment(use: OffsetUse, amount_fen: int) -> Repayment:
    return Repayment(
        str(use.offset_id),
        use.run_on,
        RepaymentKind.FROM_FUND,
        Fen(amount_fen),
        rest_prepays=use.prepays,
    )


async def refused(unit: Unit, batch: Sequence[Received[OffsetRefused]]) -> None:
    """The fund account gives nothing: ask the next source for all of it (E43)."""
    contracts, found = await _locked(unit, batch)
    ready: dict[uuid.UUID, OffsetUse] = {}
    ends = []
    for received in batch:
        event = received.event
        use = found.get(event.offset_id)
        if use is None or use.state in (APPLIED, RELEASED):
            unit.park(received, "never asked for, or answered otherwise before")
        elif use.state == REQUESTED and use.offset_id not in ready:
            ready[use.offset_id] = use
            ends.append(
                End(use.offset_id, reason_code=event.reason_code, reason_text=event.reason_text)
            )
    await store.end(unit.connection, REFUSED, ends, unit.clock.now())
    numbers = [use.contract_number for use in ready.values()]
    await _carry_on(unit, contracts, list(ready.values()), {}, numbers)


async def _accounts(
    unit: Unit, contracts: Mapping[str, Contract], uses: Sequence[OffsetUse]
) -> dict[str, books.Books]:
    """Read the accounts; only money that may prepay needs the whole plan."""
    whole = [contracts[use.contract_number] for use in uses if use.prepays]
    due = [contracts[use.contract_number] for use in uses if not use.prepays]
    found: dict[str, books.Books] = {}
    if due:
        found |= await books.accounts_of(unit.connection, due, until=unit.clock.today())
    if whole:
        found |= await books.accounts_of(unit.connection, whole)
    return found


async def _carry_on(
    unit: Unit,
    contracts: Mapping[str, Contract],
    uses: Sequence[OffsetUse],
    due: dict[str, LoanAccount],
    untouched: Sequence[str],
) -> None:
    """Ask the next source of each loan for what is still owed, within the run that asked first."""
    today = unit.clock.today()
    if untouched:
        again = await books.accounts_of(
            unit.connection, [contracts[number] for number in untouched], until=today
        )
        due |= {number: stored.account for number, stored in again.items()}
    run_of = {use.contract_number: use.run_on for use in uses}
    for run_on in sorted({run_of[number] for number in due}):
        part = {number: account for number, account in due.items() if run_of[number] == run_on}
        for account in part.values():
            if account.settled_on is None:
                account.catch_up(today)
        await ask(unit, contracts, part, run_on)
