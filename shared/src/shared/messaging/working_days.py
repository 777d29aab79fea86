"""Working days as two people keep them: withdrawals tells each year, whoever reckons deadlines keeps it."""

from collections.abc import Iterable, Sequence
from datetime import date

from shared.base.calendar import WorkingCalendar, YearKept, calendar_of, packaged_days
from shared.base.db import Connection
from shared.messages.published import WorkingYearTold
from shared.messaging.unit import Received, Unit, events_of

KEEP = """
INSERT INTO working_year AS known (year, published, days, told_at)
SELECT year, published, days, told_at
FROM unnest($1::integer[], $2::boolean[], $3::jsonb[], $4::timestamptz[])
    AS told (year, published, days, told_at)
ORDER BY year
ON CONFLICT (year) DO UPDATE
SET published = excluded.published, days = excluded.days, told_at = excluded.told_at
WHERE known.told_at < excluded.told_at
"""


async def know_years(unit: Unit, batch: Sequence[Received[WorkingYearTold]]) -> None:
    """Keep years as they were told last; events may repeat and overtake each other."""
    told = sorted(events_of(batch), key=lambda event: event.told_at)
    newest = {event.year: event for event in told}.values()
    await unit.connection.execute(
        KEEP,
        [event.year for event in newest],
        [event.published for event in newest],
        [{one.day.isoformat(): one.is_workday for one in event.days} for event in newest],
        [event.told_at for event in newest],
    )


READ = "SELECT year, published, days FROM working_year WHERE year = ANY($1::integer[])"


async def read(connection: Connection, years: Iterable[int]) -> WorkingCalendar:
    """The calendar of some years: as told, else as published with the release."""
    wanted = sorted(set(years))
    rows = await connection.fetch(READ, wanted)
    kept = [
        YearKept(
            row["year"],
            row["published"],
            {date.fromisoformat(day): works for day, works in row["days"].items()},
        )
        for row in rows
    ]
    return calendar_of(kept, packaged_days(wanted))
