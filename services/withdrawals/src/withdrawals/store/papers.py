"""Papers and what was asked for: a PDF of pictures a file, sealed; the line of one that is gone stays."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import asyncpg

from shared.base.db import Connection, Pool
from shared.messages.documents import SheetFiled


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper, without what is in it."""

    id: UUID
    name: str
    media_type: str
    """As it was sent."""
    sent_bytes: int
    uploaded_at: datetime
    gone_at: datetime | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of another centre (亮码可办) that lies with an application."""

    reading_id: UUID
    """Under which documents gives it to staff."""
    number: str
    centre_name: str
    filed_at: datetime


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for once."""

    number: int
    registers: tuple[str, ...]
    text: str
    asked_at: datetime
    sent_back: bool
    by_on: date
    handed_in_at: datetime | None


@dataclass(frozen=True, slots=True)
class Redrawn:
    """A file that has been redrawn, on its way in."""

    id: UUID
    application_id: UUID
    name: str
    media_type: str
    sent_bytes: int
    sent_sha256: str
    content_sealed: str


ADD = """
INSERT INTO paper (id, application_id, name, media_type, sent_bytes, sent_sha256, content_sealed, uploaded_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
"""


async def add(connection: Connection, new: Redrawn, now: datetime) -> None:
    """Keep a paper."""
    await connection.execute(
        ADD,
        new.id,
        new.application_id,
        new.name,
        new.media_type,
        new.sent_bytes,
        new.sent_sha256,
        new.content_sealed,
        now,
    )


PAPERS = """
SELECT id, name, media_type, sent_bytes, uploaded_at, gone_at FROM paper
WHERE application_id = $1 ORDER BY uploaded_at, id
"""


async def of_application(source: Connection | Pool, application_id: UUID) -> list[Paper]:
    """Return all papers of an application, those that are gone included, in the order of their coming."""
    return [Paper(**dict(row)) for row in await source.fetch(PAPERS, application_id)]


FILE_SHEETS = """
INSERT INTO sheet (reading_id, application_id, person_id, number, centre_name, filed_at)
SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::timestamptz[])
ON CONFLICT DO NOTHING
"""


async def file_sheets(connection: Connection, filed: Sequence[SheetFiled]) -> None:
    """Remember which sheets lie with which application; one that is known already changes nothing."""
    await connection.execute(
        FILE_SHEETS,
        [one.reading_id for one in filed],
        [one.application_id for one in filed],
        [one.person_id for one in filed],
        [one.number for one in filed],
        [one.centre_name for one in filed],
        [one.filed_at for one in filed],
    )


# Whoever had a code read in the hall named an application: it must be their own.
SHEETS = """
SELECT reading_id, number, centre_name, filed_at
FROM sheet JOIN application ON application.id = sheet.application_id
WHERE application_id = $1 AND coalesce(sheet.person_id = application.person_id, true)
ORDER BY filed_at, number
"""


async def sheets(source: Connection | Pool, application_id: UUID) -> list[Sheet]:
    """Return the sheets of an application, in the order of their coming."""
    return [Sheet(**dict(row)) for row in await source.fetch(SHEETS, application_id)]


REQUESTS = """
SELECT number, registers, text, asked_at, asked_by IS NOT NULL AS sent_back, by_on, handed_in_at
FROM paper_request WHERE application_id = $1 ORDER BY number
"""


async def requests(source: Connection | Pool, application_id: UUID) -> list[Request]:
    """Return what was asked for of an application, in order."""
    return [_request(row) for row in await source.fetch(REQUESTS, application_id)]


def _request(row: asyncpg.Record) -> Request:
    return Request(**dict(row) | {"registers": tuple(row["registers"])})


CONTENT = """
SELECT name, content_sealed FROM paper WHERE id = $1 AND application_id = $2 AND gone_at IS NULL
"""


async def content(pool: Pool, application_id: UUID, paper_id: UUID) -> tuple[str, str] | None:
    """Return name and sealed content of a paper that is there."""
    row = await pool.fetchrow(CONTENT, paper_id, application_id)
    return (row["name"], row["content_sealed"]) if row else None


TAKE_BACK = """
UPDATE paper SET content_sealed = NULL, gone_at = $3
WHERE id = $1 AND application_id = $2 AND gone_at IS NULL RETURNING id
"""


async def take_back(
    connection: Connection, application_id: UUID, paper_id: UUID, now: datetime
) -> bool:
    """Delete what is in a paper; False where there is no such one."""
    return await connection.fetchval(TAKE_BACK, paper_id, application_id, now) is not None


# What was handed in for nothing proves no payment: it is kept while the end may be disputed, not for ever.
FORGET = """
UPDATE paper SET content_sealed = NULL, gone_at = $2
WHERE id IN (
    SELECT paper.id FROM paper JOIN application ON application.id = paper.application_id
    WHERE gone_at IS NULL AND state IN ('rejected', 'cancelled', 'failed')
      AND (SELECT max(at) FROM application_history AS line WHERE line.application_id = application.id) < $1
    LIMIT $3
)
"""


async def forget(connection: Connection, before: datetime, now: datetime, limit: int) -> None:
    """Delete what is in papers of applications that ended without money before an instant."""
    await connection.execute(FORGET, before, now, limit)


OPEN_PROPOSAL = """
SELECT EXISTS (SELECT FROM proposal WHERE subject = $1 AND state = 'open' AND expires_at > $2)
"""


async def is_proposed(connection: Connection, application_id: UUID, now: datetime) -> bool:
    """Whether a proposal about an application waits for its decision."""
    found: bool = await connection.fetchval(OPEN_PROPOSAL, str(application_id), now)
    return found
