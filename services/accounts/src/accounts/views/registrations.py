"""Companies' first registrations online, as the applicant and the centre look at them."""

from datetime import datetime
from uuid import UUID

import asyncpg

from shared.base.db import Connection, Pool

OF_WHOM = "SELECT id FROM registration WHERE token_digest = $1 AND token_until > $2"


async def by_token(pool: Pool, token_digest: str, now: datetime) -> UUID | None:
    """Return whose token it is, as long as it is good."""
    found: UUID | None = await pool.fetchval(OF_WHOM, token_digest, now)
    return found


_COLUMNS = """
SELECT registration.id, registration.state, phone_sealed, social_credit_code, content_sealed,
       submitted_at, answer, employer_number,
       (submitted_at AT TIME ZONE 'Asia/Shanghai')::date AS submitted_on,
       coalesce(proposal.state = 'open' AND proposal.expires_at > $1, false) AS proposed,
       (SELECT coalesce(json_agg(json_build_object('paper_id', paper.id, 'name', paper.name)
                                 ORDER BY paper.uploaded_at, paper.id), '[]'::json)::text
        FROM registration_paper AS paper WHERE paper.registration_id = registration.id) AS papers
FROM registration LEFT JOIN proposal ON proposal.id = registration.proposal_id
"""
ONE = f"{_COLUMNS} WHERE registration.id = $2"
WAITING = f"""{_COLUMNS}
WHERE registration.state = 'submitted'
  AND ($2::timestamptz IS NULL OR (submitted_at, registration.id) > ($2, $3::uuid))
ORDER BY submitted_at, registration.id LIMIT $4
"""

Position = tuple[datetime, UUID] | None


async def one(
    source: Connection | Pool, registration_id: UUID, now: datetime
) -> asyncpg.Record | None:
    """Return a registration; whether it waits for a checker is said of an instant."""
    return await source.fetchrow(ONE, now, registration_id)


async def waiting(pool: Pool, after: Position, now: datetime, limit: int) -> list[asyncpg.Record]:
    """Return what the centre has not answered yet, oldest first."""
    return await pool.fetch(WAITING, now, *(after or (None, None)), limit)


PAPER = "SELECT content_sealed FROM registration_paper WHERE id = $1 AND registration_id = $2"


async def paper(pool: Pool, registration_id: UUID, paper_id: UUID) -> str | None:
    """Return what is in a file, sealed."""
    found: str | None = await pool.fetchval(PAPER, paper_id, registration_id)
    return found
