"""Texts to be sent: written once a fact and phone, with the delivery that begins with them."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from notifications.store.subscribers import Recipient
from shared.base.db import Connection


@dataclass(frozen=True)
class NewText:
    """A text to be sent."""

    text_id: uuid.UUID
    source: str
    template: str
    about: str
    recipient: Recipient
    phone_sealed: str
    body_sealed: str
    segments: int
    priority: int
    traceparent: str
    expires_at: datetime | None
    not_before: datetime | None = None
    """None: at once."""


QUEUE_TEXTS = """
WITH told AS MATERIALIZED (
    SELECT nextval('text_number_seq') AS number, *
    FROM unnest($1::text[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::text[],
                $8::text[], $9::smallint[], $10::smallint[], $11::text[], $12::timestamptz[],
                $14::uuid[], $15::timestamptz[])
        AS told (source, template, about, person_id, phone_sealed, phone_hash, phone_tail,
                 body_sealed, segments, priority, traceparent, expires_at, text_id, not_before)
), new AS (
    INSERT INTO text (number, text_id, source, template, about, person_id, phone_sealed, phone_hash,
                      phone_tail, body_sealed, traceparent, created_at)
    OVERRIDING SYSTEM VALUE
    SELECT number, text_id, source, template, about, person_id, phone_sealed, phone_hash,
           phone_tail, body_sealed, traceparent, $13
    FROM told ORDER BY number
    ON CONFLICT ON CONSTRAINT one_fact_makes_one_text DO NOTHING
    RETURNING number
)
INSERT INTO delivery (text_number, segments, priority, expires_at, not_before)
SELECT number, segments, priority, expires_at, coalesce(not_before, $13)
FROM told JOIN new USING (number) ORDER BY number
"""


async def queue(connection: Connection, texts: Sequence[NewText], now: datetime) -> None:
    """Queue texts; a fact that was texted to this phone before is left alone."""
    await connection.execute(
        QUEUE_TEXTS,
        [text.source for text in texts],
        [text.template for text in texts],
        [text.about for text in texts],
        [text.recipient.person_id for text in texts],
        [text.phone_sealed for text in texts],
        [text.recipient.phone_hash for text in texts],
        [text.recipient.phone_tail for text in texts],
        [text.body_sealed for text in texts],
        [text.segments for text in texts],
        [text.priority for text in texts],
        [text.traceparent for text in texts],
        [text.expires_at for text in texts],
        now,
        [text.text_id for text in texts],
        [text.not_before for text in texts],
    )
