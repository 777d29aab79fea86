"""Reads: what somebody did to log in, what people are called."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

import asyncpg

from gateway.sealed import NAME
from shared.base.db import Pool
from shared.base.identifiers import mask_name
from shared.sealing.personal_data import PersonalData

OPEN_SESSIONS = """
SELECT s.id, s.channel, s.created_at, s.expires_at,
       (SELECT host(a.address) FROM login_attempt a
        WHERE a.identity_id = $1 AND a.session_id = s.id AND a.outcome = 'logged_in' LIMIT 1) AS address
FROM session s WHERE s.identity_id = $1 AND s.ended_at IS NULL AND s.expires_at > $2
ORDER BY s.created_at DESC, s.id
"""


async def sessions_of(pool: Pool, identity_id: UUID, now: datetime) -> list[asyncpg.Record]:
    """List the sessions of an identity that go on, newest first."""
    return list(await pool.fetch(OPEN_SESSIONS, identity_id, now))


ATTEMPTS_BEFORE = """
SELECT id, at, outcome, channel, host(address) AS address FROM login_attempt
WHERE identity_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3
"""


async def attempts_before(
    pool: Pool, identity_id: UUID, before: int, limit: int
) -> list[asyncpg.Record]:
    """List attempts to log in as an identity, newest first."""
    return list(await pool.fetch(ATTEMPTS_BEFORE, identity_id, before, limit))


NAMES = "SELECT id, name_sealed FROM identity WHERE id = ANY($1::uuid[])"


async def masked_names(
    pool: Pool, identities: Collection[UUID], data: PersonalData
) -> dict[UUID, str]:
    """What identities are called, masked."""
    rows = await pool.fetch(NAMES, list(identities))
    return {row["id"]: mask_name(data.open(row["name_sealed"], NAME, row["id"])) for row in rows}
