"""The monthly remittance (当月汇缴): list, confirmation, bank receipt, booking.

Everywhere lists are locked before employers, employers before accounts, accounts before the ledger's
balances, so that two transactions never wait for each other.
"""

from collections.abc import Sequence
from uuid import UUID, uuid4

import asyncpg

from accounts import announcements
from accounts.domain import LIST_STATES, Month
from accounts.errors import Reason, Refused
from accounts.handlers.employers import demand_agreement
from accounts.rules.remittance import refusal
from accounts.store import receipts
from accounts.store import remittances as store
from accounts.store.employers import lock_employer, lock_employers
from shared.messages.settlement import ReceiptCredited
from shared.messaging.unit import Received, Unit, events_of


async def draft_list(unit: Unit, employer_number: str, month: Month, *, by_staff: bool) -> UUID:
    """Compute the list (汇缴清册) of a month from the contributing staff (R-DEP-1, 6)."""
    employer = await lock_employer(unit.connection, employer_number)
    if employer is None:
        raise Refused(Reason.NOT_FOUND)
    if not by_staff:
        demand_agreement(employer)
    open_month = await store.open_list(unit.connection, employer_number)
    why = refusal(month, unit.clock.today(), open_month, employer["paid_up_to"])
    if why is not None:
        raise Refused(Reason.LIST_MONTH, why=why)
    policy = await store.policy_on(unit.connection, month.first)
    list_id = uuid4()
    drafted = await store.draft(
        unit.connection,
        list_id=list_id,
        employer=employer,
        month=month,
        policy=policy,
        now=unit.clock.now(),
    )
    if not drafted:
        raise Refused(Reason.NOBODY_TO_REMIT)
    return list_id


async def confirm_list(unit: Unit, list_id: UUID, employer_number: str | None) -> None:
    """Freeze a list (R-DEP-6); books at once if its receipt is waiting in suspense.

    `employer_number` bounds an operator to its own lists; None for staff.
    """
    found = await _locked_list(unit, list_id, employer_number)
    employer = await lock_employer(unit.connection, found["employer_number"])
    assert employer is not None
    if employer_number is not None:
        demand_agreement(employer)
    _demand_draft(found)
    await store.lock_listed_accounts(unit.connection, [list_id])
    outdated = await store.outdated_lines(unit.connection, list_id)
    if outdated:
        raise Refused(Reason.LIST_OUTDATED, count=outdated)
    await store.set_list_state(unit.connection, list_id, "confirmed", unit.clock.now())
    await _book(unit, [found["payment_reference"]])


async def withdraw_list(unit: Unit, list_id: UUID, employer_number: str | None) -> None:
    """Take a draft back."""
    _demand_draft(await _locked_list(unit, list_id, employer_number))
    await store.set_list_state(unit.connection, list_id, "withdrawn", unit.clock.now())


async def _locked_list(unit: Unit, list_id: UUID, employer_number: str | None) -> asyncpg.Record:
    found = await store.lock_lists(unit.connection, ids=[list_id])
    if not found or employer_number not in (None, found[0]["employer_number"]):
        raise Refused(Reason.NOT_FOUND)
    return found[0]


def _demand_draft(found: asyncpg.Record) -> None:
    if found["state"] != "draft":
        raise Refused(Reason.LIST_STATE, state=LIST_STATES[found["state"]])


async def book_receipts(unit: Unit, batch: Sequence[Received[ReceiptCredited]]) -> None:
    """Record bank receipts in the ledger (暂收), and book the lists that they pay to the fen."""
    good = [received for received in batch if received.event.amount_fen > 0]
    for received in batch:
        if received.event.amount_fen <= 0:
            unit.park(received, f"a receipt of {received.event.amount_fen} fen")
    references = sorted({event.remittance_information.strip() for event in events_of(good)})
    lists = await store.lock_lists(unit.connection, references=references)
    awaiting = [row for row in lists if row["state"] == "confirmed"]
    if awaiting:
        bosses = sorted({row["employer_number"] for row in awaiting})
        await lock_employers(unit.connection, bosses)
        await store.lock_listed_accounts(unit.connection, [row["id"] for row in awaiting])
    await _record(unit, good)
    if awaiting:
        await _book(unit, [row["payment_reference"] for row in awaiting])


async def _record(unit: Unit, batch: Sequence[Received[ReceiptCredited]]) -> None:
    """Record what is new; a serial that comes again with another amount is for the operators."""
    now, today = unit.clock.now(), unit.clock.today()
    events = events_of(batch)
    new = await receipts.record_receipts(unit.connection, events, now, today)
    for row in new:
        unit.emit(announcements.receipt_recorded(row))
    if len(new) == len(events):
        return
    amounts = await receipts.recorded_amounts(
        unit.connection, [event.bank_serial for event in events]
    )
    for received in batch:
        recorded_fen = amounts[received.event.bank_serial]
        if recorded_fen != received.event.amount_fen:
            unit.park(received, f"this serial is recorded with {recorded_fen} fen")


async def _book(unit: Unit, references: Sequence[str]) -> None:
    booked = await receipts.book_matching(
        unit.connection, references, unit.clock.now(), unit.clock.today()
    )
    for row in booked:
        unit.emit(announcements.list_booked(row))
