"""Texts to be sent: written once a fact and phone, with the delivery that begins with them."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from notifications.carriers import Route
from notifications.store.subscribers import Recipient
from shared.base.db import Connection


@dataclass(frozen=True, repr=False)
class Notice:
    """A text as wechat is asked to deliver it."""

    fields: str
    """What it is made of, a JSON object of strings; in clear."""
    not_before: datetime
    send_before: datetime
    answer_by: datetime
    """Without an answer by then it is texted."""


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
    notice: Notice | None = None
    """How it goes by WeChat, where it is to be tried there first."""
    spare_sealed: str | None = None
    """What it is made of, where WeChat can follow if the text does not arrive."""


@dataclass(frozen=True)
class Choice:
    """Among which routes the table of routes chooses."""

    connected: frozenset[Route]
    otherwise: Route
    """For whatever no row is about."""
    today: date
    """In China."""


PREFIX_DIGITS_MAX = 7
QUEUE_TEXTS = """
WITH told AS MATERIALIZED (
    SELECT nextval('text_number_seq') AS number, *
    FROM unnest($1::text[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::text[],
                $8::text[], $9::smallint[], $10::smallint[], $11::text[], $12::timestamptz[],
                $14::uuid[], $15::timestamptz[], $16::timestamptz[], $17::text[], $18::text[])
        AS told (source, template, about, person_id, phone_sealed, phone_hash, phone_tail,
                 body_sealed, segments, priority, traceparent, expires_at, text_id, not_before, answer_by,
                 spare_sealed, head)
), sent_by AS MATERIALIZED (
    SELECT number, coalesce(ported.route, headed.route, $21) AS route
    FROM told
    LEFT JOIN LATERAL (
        SELECT route FROM sms_route
        WHERE sms_route.phone_hash = told.phone_hash AND effective_from <= $19 AND route = ANY($20::text[])
        ORDER BY effective_from DESC, sms_route.number DESC LIMIT 1
    ) ported ON true
    LEFT JOIN LATERAL (
        SELECT route FROM sms_route
        WHERE starts_with(told.head, prefix) AND effective_from <= $19 AND route = ANY($20::text[])
        ORDER BY length(prefix) DESC, effective_from DESC, sms_route.number DESC LIMIT 1
    ) headed ON true
), new AS (
    INSERT INTO text (number, text_id, source, template, about, person_id, phone_sealed, phone_hash,
                      phone_tail, body_sealed, traceparent, created_at)
    OVERRIDING SYSTEM VALUE
    SELECT number, text_id, source, template, about, person_id, phone_sealed, phone_hash,
           phone_tail, body_sealed, traceparent, $13
    FROM told ORDER BY number
    ON CONFLICT ON CONSTRAINT one_fact_makes_one_text DO NOTHING
    RETURNING number
), sent AS (
    INSERT INTO delivery (text_number, segments, priority, expires_at, not_before, route)
    SELECT number, segments, priority, expires_at, coalesce(not_before, $13), route
    FROM told JOIN new USING (number) JOIN sent_by USING (number) WHERE answer_by IS NULL ORDER BY number
), spared AS (
    INSERT INTO spare (text_number, text_id, fields_sealed)
    SELECT number, text_id, spare_sealed FROM told JOIN new USING (number)
    WHERE spare_sealed IS NOT NULL ORDER BY number
), pushed AS (
    INSERT INTO push (text_number, answer_by, segments, priority, expires_at, route)
    SELECT number, answer_by, segments, priority, expires_at, route
    FROM told JOIN new USING (number) JOIN sent_by USING (number) WHERE answer_by IS NOT NULL ORDER BY number
    RETURNING text_number
)
SELECT text_id FROM told JOIN pushed ON text_number = number
"""


async def queue(
    connection: Connection, texts: Sequence[NewText], choice: Choice, now: datetime
) -> set[uuid.UUID]:
    """Queue texts, each for its route; a fact that was texted to this phone before is left alone.

    A number that was taken along goes by its own row, else the longest prefix decides, each as of the day.
    Return those for WeChat.
    """
    rows = await connection.fetch(
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
        [text.notice.answer_by if text.notice else None for text in texts],
        [text.spare_sealed for text in texts],
        [text.recipient.phone[:PREFIX_DIGITS_MAX] for text in texts],
        choice.today,
        sorted(choice.connected),
        choice.otherwise,
    )
    return {row["text_id"] for row in rows}
