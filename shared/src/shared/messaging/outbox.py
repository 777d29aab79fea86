"""The transactional outbox: events are rows of the business transaction until the broker confirms them.

They are published by the relay (`shared.messaging.relay`).
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from shared.base.db import Connection
from shared.messages import Event
from shared.messaging import sealed
from shared.sealing.letters import Letters


@dataclass(frozen=True)
class Outgoing:
    """An event and the trace that it belongs to."""

    event: Event
    traceparent: str


INSERT = """
WITH event AS (
    SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[])
        WITH ORDINALITY AS event (message_id, type, subject, traceparent, body, position)
), counted AS (
    SELECT subject, count(*) AS events FROM event GROUP BY subject
), forgotten AS (
    SELECT coalesce(max(last_sequence), 0) AS sequence FROM subject_sequence WHERE subject = ''
), bumped AS (
    INSERT INTO subject_sequence AS known (subject, last_sequence, spoken_at)
    SELECT subject, forgotten.sequence + events, now() FROM counted, forgotten ORDER BY subject
    ON CONFLICT (subject) DO UPDATE SET spoken_at = now(), last_sequence =
        known.last_sequence + excluded.last_sequence - (SELECT sequence FROM forgotten)
    RETURNING subject, last_sequence
)
INSERT INTO outbox (message_id, type, subject, sequence, occurred_at, traceparent, body)
SELECT message_id, type, subject,
       last_sequence - events + row_number() OVER (PARTITION BY subject ORDER BY position),
       $6, traceparent, body
FROM event JOIN counted USING (subject) JOIN bumped USING (subject)
ORDER BY position
"""


async def insert(connection: Connection, outgoing: Sequence[Outgoing], letters: Letters) -> None:
    """Add events to the outbox, in one statement whatever their number, sealed to who may read them."""
    await connection.execute(
        INSERT,
        [uuid.uuid4() for _ in outgoing],
        [item.event.type for item in outgoing],
        [item.event.subject for item in outgoing],
        [item.traceparent for item in outgoing],
        [sealed.told(item.event, letters) for item in outgoing],
        datetime.now(UTC),
    )
