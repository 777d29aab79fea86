"""Telling everybody what a service has published: what changed at once, all of it once a business day.

A hearer that was made new, or lost something, has everything again within a day; nobody must start that.
"""

import hashlib
from collections.abc import Awaitable, Callable, Sequence
from datetime import date

from shared.base.calendar import months_after
from shared.base.db import Connection
from shared.messages.base import Event
from shared.messaging.unit import Unit

NOT_COMPARED = {"told_at"}

Compose = Callable[[Unit], Awaitable[Sequence[Event]]]
"""Makes everything that a service publishes, as it stands."""


def digest_of(event: Event) -> str:
    """Name what an event says, whenever it says it."""
    return hashlib.sha256(event.model_dump_json(exclude=NOT_COMPARED).encode()).hexdigest()


TELL = """
INSERT INTO publication_told AS known (type, subject, digest, told_on)
SELECT type, subject, digest, $4::date
FROM unnest($1::text[], $2::text[], $3::text[]) AS told (type, subject, digest)
ORDER BY type, subject
ON CONFLICT (type, subject) DO UPDATE SET digest = excluded.digest, told_on = excluded.told_on
WHERE known.digest <> excluded.digest OR known.told_on < excluded.told_on
RETURNING type, subject
"""


async def to_tell(
    connection: Connection, events: Sequence[Event], today: date
) -> set[tuple[str, str]]:
    """Remember what is told, and return type and subject of what was not told so today."""
    rows = await connection.fetch(
        TELL,
        [event.type for event in events],
        [event.subject for event in events],
        [digest_of(event) for event in events],
        today,
    )
    return {(row["type"], row["subject"]) for row in rows}


async def tell(unit: Unit, events: Sequence[Event]) -> int:
    """Emit what changed or was not told today; return how many."""
    wanted = await to_tell(unit.connection, events, unit.clock.today())
    for event in events:
        if (event.type, event.subject) in wanted:
            unit.emit(event)
    return len(wanted)


TOLD = """
SELECT max(told_on) AS told_on FROM publication_told WHERE type = $1
"""


async def first_month_to_count(unit: Unit, type_: str) -> date | None:
    """Return the first day of the first month whose figures are to be told; None: they were told today.

    Of what was never told, a whole year and the one before; else the month before and the running one.
    """
    today = unit.clock.today()
    told_on: date | None = await unit.connection.fetchval(TOLD, type_)
    if told_on is None:
        return date(today.year - 1, 1, 1)
    if told_on >= today:
        return None
    return months_after(today.replace(day=1), -1)
