"""Open deadlines follow the working calendar when two people change it (R-CAL-3).

The answer to a dispute follows either way; what was told to an employer only moves away.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from accounts.rules import dispute, transfer
from accounts.store import deadlines as store
from shared.base.calendar import WorkingCalendar
from shared.messages.published import WorkingYearTold
from shared.messaging import working_days
from shared.messaging.unit import Received, Unit


async def follow(unit: Unit, batch: Sequence[Received[WorkingYearTold]]) -> None:
    """Keep what was told of years, and reckon by it what is open."""
    await working_days.know_years(unit, batch)
    disputed = await store.disputed_on(unit.connection)
    transfers = await store.transfers_asked(unit.connection)
    calendar = await _calendar_of(unit, [*disputed, *transfers])
    await store.answer_by(
        unit.connection, {day: dispute.answer_by(day, calendar) for day in disputed}
    )
    ends = {day: transfer.release_by(day, days, calendar) for day, days in transfers.items()}
    await store.release_by(unit.connection, ends)


async def _calendar_of(unit: Unit, asked_on: Iterable[date]) -> WorkingCalendar:
    years = {day.year + ahead for day in asked_on for ahead in (0, 1)}
    return await working_days.read(unit.connection, years)
