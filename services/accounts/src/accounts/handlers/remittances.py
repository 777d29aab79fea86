"""The monthly remittance (当月汇缴): list, confirmation, bank receipt, booking."""

from collections.abc import Sequence
from uuid import UUID, uuid4

import asyncpg

from accounts.domain import Month
from accounts.errors import ListMonth, ListState, NobodyToRemit, NotFound
from accounts.handlers.employers import demand_agreement
from accounts.store import remittances as store
from shared.messages.accounts import ReceiptRecorded, RemittanceListBooked
from shared.messages.settlement import ReceiptCredited
from shared.unit import Unit

LIST_STATES = {"draft": "草稿", "confirmed": "已确认", "booked": "已入账", "withdrawn": "已撤回"}


async def draft_list(unit: Unit, employer_number: str, month: Month, *, by_staff: bool) -> UUID:
    """Compute the list (汇缴清册) of a month from the active staff (R-DEP-1, 6)."""
    employer = await store.lock_employer(unit.connection, employer_number)
    if employer is None:
        raise NotFound
    if not by_staff:
        demand_agreement(employer)
    await _demand_next_month(unit, employer, month)
    policy = await store.policy_on(unit.connection, month.first)
    list_id = uuid4()
    if not await store.draft(
        unit.connection, list_id, employer, month, policy, unit.clock.now()
    ):
        raise NobodyToRemit
    return list_id


async def _demand_next_month(unit: Unit, employer: asyncpg.Record, month: Month) -> None:
    """R-DEP-6: no future month, no second list for a month, no month skipped, one list at a time."""
    if month > Month.of(unit.clock.today()):
        raise ListMonth(why="不能编制未来月份的汇缴清册。")
    latest = await store.latest_list(unit.connection, employer["number"])
    if latest["open"]:
        raise ListMonth(why=f"{Month.of(latest['month'])}的清册尚未入账，入账后才能编制下一个月。")
    paid_up_to = employer["paid_up_to"]
    if paid_up_to is None:
        return
    following = Month.of(paid_up_to).plus(1)
    if month != following:
        raise ListMonth(why=f"单位已缴至{Month.of(paid_up_to)}，下一个汇缴月份应为{following}。")


async def confirm_list(
    unit: Unit, list_id: UUID, employer_number: str | None, *, by_staff: bool
) -> None:
    """Freeze a list; books at once if its receipt is waiting in suspense."""
    found = await _locked_list(unit, list_id, employer_number, "draft")
    if not by_staff:
        employer = await store.lock_employer(unit.connection, found["employer_number"])
        assert employer is not None
        demand_agreement(employer)
    await store.set_list_state(unit.connection, list_id, "confirmed", unit.clock.now())
    await _book(unit, [found["payment_reference"]])


async def withdraw_list(unit: Unit, list_id: UUID, employer_number: str | None) -> None:
    """Take a draft back."""
    await _locked_list(unit, list_id, employer_number, "draft")
    await store.set_list_state(unit.connection, list_id, "withdrawn", unit.clock.now())


async def _locked_list(
    unit: Unit, list_id: UUID, employer_number: str | None, state: str
) -> asyncpg.Record:
    found = await store.lock_list(unit.connection, list_id)
    if found is None or employer_number not in (None, found["employer_number"]):
        raise NotFound
    if found["state"] != state:
        raise ListState(state=LIST_STATES[found["state"]])
    return found


async def book_receipts(unit: Unit, events: Sequence[ReceiptCredited]) -> None:
    """Record bank receipts in the ledger (暂收), and book the lists that they pay to the fen."""
    today = unit.clock.today()
    new = await store.record_receipts(unit.connection, events, unit.clock.now(), today)
    for row in new:
        unit.emit(
            ReceiptRecorded(
                bank_serial=row["bank_serial"],
                amount_fen=row["amount_fen"],
                value_date=row["value_date"],
            )
        )
    await _book(unit, sorted({event.remittance_information.strip() for event in events}))


async def _book(unit: Unit, references: Sequence[str]) -> None:
    booked = await store.book_matching(
        unit.connection, references, unit.clock.now(), unit.clock.today()
    )
    for row in booked:
        unit.emit(
            RemittanceListBooked(
                list_id=row["id"],
                employer_number=row["employer_number"],
                month=str(Month.of(row["month"])),
                head_count=row["head_count"],
                total_fen=row["total_fen"],
                bank_serial=row["bank_serial"],
            )
        )
