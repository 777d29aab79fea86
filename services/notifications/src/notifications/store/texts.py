"""Writes of subscribers and texts; each statement right above the one function that uses it."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from shared.base.db import Connection

MAX_ATTEMPTS = 2
"""At least once, at most twice: the second only when the first is in doubt."""


@dataclass(frozen=True)
class Subscriber:
    """A person (职工) and the phone on file."""

    person_id: uuid.UUID
    phone_sealed: str
    phone_hash: str
    phone_tail: str
    known_since: date


@dataclass(frozen=True)
class Recipient:
    """Where a text goes."""

    phone_sealed: str
    phone_hash: str
    phone_tail: str
    person_id: uuid.UUID | None = None
    opted_out: bool = False


@dataclass(frozen=True)
class NewText:
    """A text to be sent."""

    source: str
    template: str
    about: str
    recipient: Recipient
    body_sealed: str
    segments: int
    priority: int
    traceparent: str
    expires_at: datetime | None


KEEP_SUBSCRIBERS = """
INSERT INTO subscriber AS known (person_id, phone_sealed, phone_hash, phone_tail, known_since)
SELECT DISTINCT ON (person_id) *
FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::date[])
    AS told (person_id, phone_sealed, phone_hash, phone_tail, known_since)
ORDER BY person_id, known_since DESC
ON CONFLICT (person_id) DO UPDATE
SET phone_sealed = excluded.phone_sealed, phone_hash = excluded.phone_hash,
    phone_tail = excluded.phone_tail, known_since = excluded.known_since
WHERE excluded.known_since > known.known_since
"""


async def keep_subscribers(connection: Connection, subscribers: Sequence[Subscriber]) -> None:
    """Remember whom texts go to; the latest told phone holds."""
    await connection.execute(
        KEEP_SUBSCRIBERS,
        [item.person_id for item in subscribers],
        [item.phone_sealed for item in subscribers],
        [item.phone_hash for item in subscribers],
        [item.phone_tail for item in subscribers],
        [item.known_since for item in subscribers],
    )


SUBSCRIBERS_BY_PERSON = """
SELECT person_id, phone_sealed, phone_hash, phone_tail, opted_out_at IS NOT NULL AS opted_out
FROM subscriber WHERE person_id = ANY($1::uuid[])
"""


async def recipients_of(
    connection: Connection, person_ids: Iterable[uuid.UUID]
) -> dict[uuid.UUID, Recipient]:
    """Find the phones of these persons; who is not known yet is missing."""
    rows = await connection.fetch(SUBSCRIBERS_BY_PERSON, list(set(person_ids)))
    return {row["person_id"]: Recipient(**row) for row in rows}


PERSONS_BY_PHONE = """
SELECT phone_hash, array_agg(person_id ORDER BY person_id) AS person_ids
FROM subscriber WHERE phone_hash = ANY($1::text[]) GROUP BY phone_hash
"""


async def persons_by_phone(
    connection: Connection, phone_hashes: Iterable[str]
) -> dict[str, list[uuid.UUID]]:
    """Find who has these phones on file; a family may share one."""
    rows = await connection.fetch(PERSONS_BY_PHONE, list(set(phone_hashes)))
    return {row["phone_hash"]: row["person_ids"] for row in rows}


SWITCH_OPTIONAL_BY_PHONE = """
UPDATE subscriber SET opted_out_at = CASE WHEN $2 THEN coalesce(opted_out_at, $3) END
WHERE phone_hash = ANY($1::text[])
"""


async def switch_optional_by_phone(
    connection: Connection, phone_hashes: Sequence[str], now: datetime, *, opted_out: bool
) -> None:
    """Switch the non-mandatory texts of everyone with these phones."""
    await connection.execute(SWITCH_OPTIONAL_BY_PHONE, phone_hashes, opted_out, now)


SWITCH_OPTIONAL_BY_PERSON = """
UPDATE subscriber SET opted_out_at = CASE WHEN $2 THEN coalesce(opted_out_at, $3) END
WHERE person_id = $1
"""


async def switch_optional_by_person(
    connection: Connection, person_id: uuid.UUID, now: datetime, *, opted_out: bool
) -> bool:
    """Switch one person's non-mandatory texts; False when there is no such subscriber."""
    done = await connection.execute(SWITCH_OPTIONAL_BY_PERSON, person_id, opted_out, now)
    return done != "UPDATE 0"


QUEUE_TEXTS = """
WITH told AS MATERIALIZED (
    SELECT nextval('text_number_seq') AS number, *
    FROM unnest($1::text[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::text[],
                $8::text[], $9::smallint[], $10::smallint[], $11::text[], $12::timestamptz[])
        AS told (source, template, about, person_id, phone_sealed, phone_hash, phone_tail,
                 body_sealed, segments, priority, traceparent, expires_at)
), new AS (
    INSERT INTO text (number, source, template, about, person_id, phone_sealed, phone_hash,
                      phone_tail, body_sealed, traceparent, created_at)
    OVERRIDING SYSTEM VALUE
    SELECT number, source, template, about, person_id, phone_sealed, phone_hash,
           phone_tail, body_sealed, traceparent, $13
    FROM told ORDER BY number
    ON CONFLICT ON CONSTRAINT one_fact_makes_one_text DO NOTHING
    RETURNING number
)
INSERT INTO delivery (text_number, segments, priority, expires_at, not_before)
SELECT number, segments, priority, expires_at, $13 FROM told JOIN new USING (number) ORDER BY number
"""


async def queue_texts(connection: Connection, texts: Sequence[NewText], now: datetime) -> None:
    """Queue texts; a fact that was texted to this phone before is left alone."""
    await connection.execute(
        QUEUE_TEXTS,
        [text.source for text in texts],
        [text.template for text in texts],
        [text.about for text in texts],
        [text.recipient.person_id for text in texts],
        [text.recipient.phone_sealed for text in texts],
        [text.recipient.phone_hash for text in texts],
        [text.recipient.phone_tail for text in texts],
        [text.body_sealed for text in texts],
        [text.segments for text in texts],
        [text.priority for text in texts],
        [text.traceparent for text in texts],
        [text.expires_at for text in texts],
        now,
    )


@dataclass(frozen=True)
class IncomingText:
    """A text that a citizen sent."""

    mo_id: uuid.UUID
    phone_sealed: str
    phone_hash: str
    phone_tail: str
    body_sealed: str
    body_hash: str
    command: str


@dataclass
class Recent:
    """What a phone has sent lately, and what it was answered."""

    bodies: set[str] = field(default_factory=set)
    """Hashes of what came just now: the same again is the same text, delivered twice."""
    answers: int = 0
    """In the last hour."""
    helped: bool = False
    """It has been told what 12329 understands."""


RECENT_FROM_PHONES = """
SELECT phone_hash, array_remove(array_agg(CASE WHEN received_at > $2 THEN body_hash END), NULL),
       count(*) FILTER (WHERE answered AND received_at > $3),
       bool_or(answered AND command = 'unknown')
FROM mo_text WHERE phone_hash = ANY($1::text[]) AND received_at > $4 GROUP BY phone_hash
"""


async def recent_from_phones(
    connection: Connection,
    phone_hashes: Sequence[str],
    just_now: datetime,
    last_hour: datetime,
    help_since: datetime,
) -> dict[str, Recent]:
    """What these phones have sent since then; who has sent nothing is missing."""
    rows = await connection.fetch(RECENT_FROM_PHONES, phone_hashes, just_now, last_hour, help_since)
    return {phone: Recent(set(bodies), *rest) for phone, bodies, *rest in rows}


KEEP_INCOMING = """
INSERT INTO mo_text (mo_id, phone_sealed, phone_hash, phone_tail, body_sealed, body_hash,
                     command, answered, received_at)
SELECT *, $9 FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
                         $7::text[], $8::boolean[])
"""


async def keep_incoming(
    connection: Connection, texts: Sequence[tuple[IncomingText, bool]], now: datetime
) -> None:
    """Keep what citizens sent, and whether it is answered."""
    await connection.execute(
        KEEP_INCOMING,
        [text.mo_id for text, _ in texts],
        [text.phone_sealed for text, _ in texts],
        [text.phone_hash for text, _ in texts],
        [text.phone_tail for text, _ in texts],
        [text.body_sealed for text, _ in texts],
        [text.body_hash for text, _ in texts],
        [text.command for text, _ in texts],
        [answered for _, answered in texts],
        now,
    )
