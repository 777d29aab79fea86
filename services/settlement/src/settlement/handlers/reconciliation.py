"""The daily reconciliation (对账): a day is held against the bank's statement; staff explain."""

from datetime import date
from uuid import UUID

from settlement import announcements
from settlement.domain import Compared, CrossDifferenceRow, DifferenceRow, OddEntryRow, Statement
from settlement.errors import Reason, Refused
from settlement.handlers import evidence
from settlement.store import comparison, cross, days, oddities
from settlement.store.days import DueDay
from shared.base.telemetry import get_logger
from shared.messaging.unit import Unit

log = get_logger()


async def compare(unit: Unit, day: DueDay, statement: Statement, late_days: int) -> Compared | None:
    """Compare a day with the bank's statement; None when another instance was faster."""
    now = unit.clock.now()
    if await days.lock(unit.connection, day.business_date, now) != day.finished_at:
        return None
    await comparison.keep_statement(unit.connection, statement)
    untold = await comparison.untold(unit.connection, statement)
    if untold:
        log.warning("the statement has entries that were never notified", entries=len(untold))
        await evidence.take(unit, untold)
    await evidence.note_odd(unit, statement.odd)
    compared = await comparison.compare(
        unit.connection, statement, today=unit.clock.today(), late_days=late_days, now=now
    )
    unit.emit(announcements.reconciliation_finished(statement.business_date, compared))
    return compared


async def request(unit: Unit, day: date) -> None:
    """Have a day compared soon; raises `DAY_NOT_OVER`."""
    if day >= unit.clock.today():
        raise Refused(Reason.DAY_NOT_OVER)
    await days.request(unit.connection, day, unit.clock.now())


async def open_difference(unit: Unit, difference_id: UUID) -> DifferenceRow:
    """Lock a difference that nobody has explained; raises `NOT_FOUND`, `ALREADY_EXPLAINED`."""
    row = await days.lock_difference(unit.connection, difference_id)
    if row is None:
        raise Refused(Reason.NOT_FOUND)
    if row["state"] != "open":
        raise Refused(Reason.ALREADY_EXPLAINED)
    return row


async def explain(
    unit: Unit, difference_id: UUID, text: str, staff_id: UUID, staff_name: str
) -> DifferenceRow:
    """Write down why a difference is none; raises what `open_difference` does."""
    await open_difference(unit, difference_id)
    staff = (staff_id, staff_name)
    return await days.explain(unit.connection, difference_id, text, staff, unit.clock.now())


async def open_oddity(unit: Unit, odd_id: int) -> OddEntryRow:
    """Lock an odd entry that nobody has explained; raises `NOT_FOUND`, `ALREADY_EXPLAINED`."""
    row = await oddities.lock(unit.connection, odd_id)
    if row is None:
        raise Refused(Reason.NOT_FOUND)
    if row["explained_at"] is not None:
        raise Refused(Reason.ALREADY_EXPLAINED)
    return row


async def explain_odd(unit: Unit, odd_id: int, text: str, staff_id: UUID, staff_name: str) -> None:
    """Write down what became of an odd entry; raises what `open_oddity` does."""
    await open_oddity(unit, odd_id)
    staff = (staff_id, staff_name)
    await oddities.explain(unit.connection, odd_id, text, staff, unit.clock.now())


async def open_cross(unit: Unit, difference_id: UUID) -> CrossDifferenceRow:
    """Lock a difference between services; raises `NOT_FOUND`, `ALREADY_EXPLAINED`."""
    row = await cross.lock_difference(unit.connection, difference_id)
    if row is None:
        raise Refused(Reason.NOT_FOUND)
    if row["state"] not in ("new", "open"):
        raise Refused(Reason.ALREADY_EXPLAINED)
    return row


async def explain_cross(
    unit: Unit, difference_id: UUID, text: str, staff_id: UUID, staff_name: str
) -> CrossDifferenceRow:
    """Write down why services differ; raises what `open_cross` does."""
    await open_cross(unit, difference_id)
    staff = (staff_id, staff_name)
    return await cross.explain(unit.connection, difference_id, text, staff, unit.clock.now())
