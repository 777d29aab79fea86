"""What employers in hardship ask for online, as they and the centre look at it."""

from datetime import datetime
from uuid import UUID

import asyncpg

from shared.base.db import Connection, Pool

_COLUMNS = """
SELECT request.*, employer.name, employer.payday, employer.paid_up_to,
       coalesce(proposal.state = 'open' AND proposal.expires_at > $1, false) AS proposed,
       (SELECT coalesce(json_agg(json_build_object('paper_id', paper.id, 'name', paper.name,
                                                   'gone', paper.gone_at IS NOT NULL)
                                 ORDER BY paper.uploaded_at, paper.id), '[]'::json)::text
        FROM hardship_paper AS paper WHERE paper.request_id = request.id) AS papers
FROM hardship_request AS request JOIN employer ON employer.number = request.employer_number
LEFT JOIN proposal ON proposal.id = request.proposal_id
"""
ONE = f"{_COLUMNS} WHERE request.id = $2"
OF_EMPLOYER = f"""{_COLUMNS}
WHERE request.employer_number = $2 ORDER BY asked_at DESC, request.id LIMIT $3
"""
OPEN = f"""{_COLUMNS}
WHERE request.state = 'open' AND ($2::timestamptz IS NULL OR (asked_at, request.id) > ($2, $3::uuid))
ORDER BY asked_at, request.id LIMIT $4
"""

Position = tuple[datetime, UUID] | None


async def one(connection: Connection, request_id: UUID, now: datetime) -> asyncpg.Record | None:
    """Return a request; whether it waits for a checker is said of an instant."""
    return await connection.fetchrow(ONE, now, request_id)


async def of_employer(
    pool: Pool, employer_number: str, now: datetime, limit: int
) -> list[asyncpg.Record]:
    """Return what an employer has asked for, latest first."""
    return await pool.fetch(OF_EMPLOYER, now, employer_number, limit)


async def waiting(pool: Pool, after: Position, now: datetime, limit: int) -> list[asyncpg.Record]:
    """Return what is not answered yet, oldest first: the centre's work list."""
    return await pool.fetch(OPEN, now, *(after or (None, None)), limit)


CONTENT = """
SELECT name, content_sealed FROM hardship_paper
WHERE id = $1 AND employer_number = $2 AND gone_at IS NULL
"""


async def paper(pool: Pool, employer_number: str, paper_id: UUID) -> asyncpg.Record | None:
    """Return name and sealed content of an employer's file that is there."""
    return await pool.fetchrow(CONTENT, paper_id, employer_number)
