"""Complaints (投诉) as the person, the centre and, where the person allows it, the employer sees them."""

from datetime import datetime
from uuid import UUID

import asyncpg

from shared.base.db import Connection, Pool

_COLUMNS = """
SELECT complaint.*, person.name_sealed, employer.name AS employer_name
FROM complaint JOIN person ON person.id = complaint.person_id
JOIN employer ON employer.number = complaint.employer_number
"""
ONE = f"{_COLUMNS} WHERE complaint.id = $1"
OF_PERSON = f"{_COLUMNS} WHERE person_id = $1 ORDER BY made_at DESC LIMIT $2"
CASES = f"""{_COLUMNS}
WHERE ($1::text IS NULL OR complaint.state = $1)
  AND ($2::timestamptz IS NULL OR (made_at, complaint.id) > ($2, $3::uuid))
ORDER BY made_at, complaint.id LIMIT $4
"""
SEEN_BY_EMPLOYER = f"""{_COLUMNS}
WHERE complaint.employer_number = $1 AND NOT unseen_by_employer
  AND ($2::timestamptz IS NULL OR (made_at, complaint.id) < ($2, $3::uuid))
ORDER BY made_at DESC, complaint.id DESC LIMIT $4
"""

Position = tuple[datetime, UUID] | None


async def one(connection: Connection, complaint_id: UUID) -> asyncpg.Record | None:
    """Return a complaint."""
    return await connection.fetchrow(ONE, complaint_id)


async def of_person(pool: Pool, person_id: UUID, limit: int) -> list[asyncpg.Record]:
    """Return a person's complaints, latest first."""
    return await pool.fetch(OF_PERSON, person_id, limit)


async def cases(pool: Pool, state: str | None, after: Position, limit: int) -> list[asyncpg.Record]:
    """Return complaints, oldest first: the centre's work list."""
    return await pool.fetch(CASES, state, *(after or (None, None)), limit)


async def seen_by_employer(
    pool: Pool, employer_number: str, before: Position, limit: int
) -> list[asyncpg.Record]:
    """Return the complaints that people let their employer see, latest first."""
    return await pool.fetch(SEEN_BY_EMPLOYER, employer_number, *(before or (None, None)), limit)
