"""What a service had said and its restored database has forgotten: found in the journal, for its `recollect`.

The database counts the events of each subject: whatever the journal has beyond that count was said after the
backup. A service must not decide such things a second time, on other facts and another day: it takes its own
word for them, before it starts again.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import datetime

from shared.base.clock import SystemClock
from shared.base.db import Connection, open_pool
from shared.base.settings import ServiceSettings
from shared.base.telemetry import configure_logging
from shared.messaging import journal
from shared.messaging.journal import Told
from shared.messaging.unit import Context, Unit
from shared.sealing.personal_data import PersonalData
from shared.sealing.seeking import connection_of

Recollect = Callable[[Unit, Sequence[Told], Sequence[Told]], Awaitable[dict[str, str]]]
"""Gets what the service had said and has forgotten, and what the others said; gives subjects that it could
not recollect, each with the reason."""

COUNTED = """
SELECT subject, last_sequence FROM subject_sequence WHERE subject = ANY($1::text[]) OR subject = ''
"""
"""With the highest that was forgotten: who has no row has said more than that, or nothing."""


async def forgotten(connection: Connection, own: Iterable[Told]) -> list[Told]:
    """Pick what was said after the backup, each once, in order."""
    events = {event.message_id: event for event in own}.values()
    rows = await connection.fetch(COUNTED, list({event.subject for event in events}))
    known = {row["subject"]: row["last_sequence"] for row in rows}
    least = known.get("", 0)
    lost = [event for event in events if event.sequence > known.get(event.subject, least)]
    return sorted(lost, key=lambda event: (event.time, event.sequence))


COUNT = """
INSERT INTO subject_sequence AS known (subject, last_sequence)
SELECT subject, max(sequence) FROM unnest($1::text[], $2::bigint[]) AS told (subject, sequence)
GROUP BY subject ORDER BY subject
ON CONFLICT (subject) DO UPDATE SET last_sequence = greatest(known.last_sequence, excluded.last_sequence)
"""


async def count(connection: Connection, events: Sequence[Told]) -> None:
    """Count events as said; a second recollection finds them no more."""
    await connection.execute(
        COUNT, [event.subject for event in events], [event.sequence for event in events]
    )


def run(service: str, settings: ServiceSettings, recollect: Recollect, since: datetime) -> int:
    """Recollect what was said since before the backup; exit code 1 when something is left."""
    configure_logging(service, settings.log_level)
    return asyncio.run(_run(service, settings, recollect, since))


async def _run(
    service: str, settings: ServiceSettings, recollect: Recollect, since: datetime
) -> int:
    if settings.journal_folder is None:
        raise SystemExit("JOURNAL_FOLDER is not set")
    # Beside the service's own journal lie those of the others.
    events = list(journal.read(settings.journal_folder.parent, since))
    pool = await open_pool(settings, f"{service} recollection", connection_of(service, settings))
    clock = SystemClock(settings.business_clock_offset)
    context = Context(service, settings, pool, clock, PersonalData.from_settings(settings))
    try:
        async with context.unit() as unit:
            own = [event for event in events if event.service == service]
            lost = await forgotten(unit.connection, own)
            others = [event for event in events if event.service != service]
            left = await recollect(unit, lost, others)
            await count(unit.connection, [event for event in lost if event.subject not in left])
    finally:
        await pool.close()
    for subject, reason in left.items():
        sys.stdout.write(f"LEFT {subject}: {reason}\n")
    subjects = {event.subject for event in lost}
    sys.stdout.write(
        f"{len(lost)} events about {len(subjects)} subjects were forgotten; {len(left)} subjects are left\n"
    )
    return 1 if left else 0
