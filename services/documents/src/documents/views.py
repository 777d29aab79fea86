"""Reads for the HTTP API and for the figures; nothing here changes anything."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import asyncpg

from documents.domain import DocumentState, Request
from documents.store.requests import request_of
from shared.base.db import Pool

_REQUEST = """
SELECT request_id, person_id, kind, first_day, last_day, contract_number, state, as_of, asked_by,
       asked_by_role, asked_by_name, channel, reason, requested_at, number, refusal, finished_at
FROM request
"""
REQUEST = _REQUEST + "WHERE request_id = $1"


async def request(pool: Pool, request_id: UUID) -> Request | None:
    """Read one request."""
    row = await pool.fetchrow(REQUEST, request_id)
    return request_of(row) if row else None


REQUESTS_OF_PERSON = (
    _REQUEST
    + """WHERE person_id = $1
  AND ($2::timestamptz IS NULL OR (requested_at, request_id) < ($2, $3::uuid))
ORDER BY requested_at DESC, request_id DESC LIMIT $4
"""
)


async def requests_of_person(
    pool: Pool, person_id: UUID, before: tuple[datetime, UUID] | None, limit: int
) -> list[Request]:
    """Read a page of what was asked for about a person, latest first."""
    at, request_id = before or (None, None)
    rows = await pool.fetch(REQUESTS_OF_PERSON, person_id, at, request_id, limit)
    return [request_of(row) for row in rows]


PRINTED = "SELECT pdf_sealed FROM document WHERE number = $1 AND state = 'issued'"


async def printed(pool: Pool, number: str) -> str | None:
    """Read an issued document, sealed; none where it is not printed yet, or was withdrawn."""
    found: str | None = await pool.fetchval(PRINTED, number)
    return found


STANDS = "SELECT state, pdf_sha256 FROM document WHERE number = $1 AND code_hash = ANY($2::text[])"


async def stands(
    pool: Pool, number: str, code_hashes: Sequence[str]
) -> tuple[DocumentState, str | None] | None:
    """Say how a document stands and what its file's digest is, to whoever knows its code."""
    row = await pool.fetchrow(STANDS, number, code_hashes)
    return (DocumentState(row["state"]), row["pdf_sha256"]) if row else None


FIGURES = """
WITH waiting (at) AS (
    SELECT requested_at FROM request WHERE state = 'asked'
    UNION ALL SELECT asked_at FROM shown_code WHERE state = 'asked'
)
SELECT (SELECT count(*) FROM waiting) AS asked,
       (SELECT extract(epoch FROM now() - min(at)) FROM waiting)::float8 AS oldest_asked_seconds,
       (SELECT count(*) FROM document WHERE state = 'printing') AS to_print,
       (SELECT coalesce(max(attempts), 0) FROM document WHERE state = 'printing') AS attempts
"""


async def figures(pool: Pool) -> asyncpg.Record:
    """Count what waits for facts and for the press."""
    row = await pool.fetchrow(FIGURES)
    assert row is not None
    return row


READINGS_WAITING = """
SELECT count(*) AS waiting, extract(epoch FROM now() - min(asked_at))::float8 AS oldest_seconds
FROM reading WHERE state = 'asked'
"""


async def readings_waiting(pool: Pool) -> asyncpg.Record:
    """Count the codes of other centres that the platform has not answered about."""
    row = await pool.fetchrow(READINGS_WAITING)
    assert row is not None
    return row
