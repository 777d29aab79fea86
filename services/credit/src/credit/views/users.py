"""Users and look-ups as they are shown, and whether the chain holds."""

from datetime import datetime, timedelta
from uuid import UUID

import asyncpg

from credit.rules.users import FIRST_LINK, dormant_before, linked
from credit.shapes.users import UserRole
from shared.base.clock import Clock
from shared.base.db import Connection, Pool

SHOWN_MAX = 1_000
LOOK_UPS_MAX = 200
VERIFY_ROWS = 2_000
A_DAY, A_MONTH = timedelta(days=1), timedelta(days=30)
_USER = """
SELECT identity_id, unit_code, unit_name, county, role, confirmed_until, last_used_on, shut_reason,
       looked_up_day, looked_up_month, looked_up_day > $3 AS odd
FROM credit_user CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE looked_at >= $1) AS looked_up_day, count(*) AS looked_up_month
    FROM look_up WHERE look_up.identity_id = credit_user.identity_id AND looked_at >= $2) AS volume """
USER = _USER + "WHERE identity_id = $4"
USERS = (
    _USER
    + """WHERE ($4::text IS NULL OR county = $4) AND ($5::text IS NULL OR unit_code = $5)
ORDER BY county, unit_code, identity_id LIMIT $6
"""
)
IN_FORCE = """
SELECT count(*) FROM credit_user WHERE shut_at IS NULL AND confirmed_until >= $1 AND last_used_on >= $2
    AND ($3::text IS NULL OR unit_code = $3)
"""
AUDITS = "SELECT count(*) FROM credit_user WHERE identity_id = $1 AND role = $2 AND shut_at IS NULL"


async def user(
    connection: Connection, identity_id: UUID, now: datetime, most: int
) -> asyncpg.Record:
    """Read a user who is there; more than `most` look-ups of a day are odd."""
    row = await connection.fetchrow(USER, now - A_DAY, now - A_MONTH, most, identity_id)
    assert row is not None, "it was written in this transaction"
    return row


async def users(
    pool: Pool, of: tuple[str | None, str | None], clock: Clock, most: int
) -> tuple[list[asyncpg.Record], int]:
    """Read users of a county and unit, or of all, with their volume, and how many may look up today."""
    now, today, (county, unit_code) = clock.now(), clock.today(), of
    found = await pool.fetch(USERS, now - A_DAY, now - A_MONTH, most, county, unit_code, SHOWN_MAX)
    return found, await pool.fetchval(IN_FORCE, today, dormant_before(today), unit_code)


async def audits(pool: Pool, identity_id: UUID) -> bool:
    """Whether somebody is an auditor who was not shut."""
    return bool(await pool.fetchval(AUDITS, identity_id, UserRole.AUDITOR.value))


LOOK_UPS = """
SELECT number, looked_at, identity_id, unit_code, matter_id, purpose, shown, result_digest, digest
FROM look_up WHERE ($1::uuid IS NULL OR subject_id = $1) AND ($2::uuid IS NULL OR identity_id = $2)
ORDER BY number DESC LIMIT $3
"""


async def look_ups(
    pool: Pool, subject_id: UUID | None, identity_id: UUID | None
) -> list[asyncpg.Record]:
    """Read look-ups at a subject or by a user, the latest first."""
    return await pool.fetch(LOOK_UPS, subject_id, identity_id, LOOK_UPS_MAX)


LINKS = """
SELECT number, looked_at, identity_id, unit_code, check_id, matter_id, purpose, subject_id, subject_hash,
       shown, address, result_digest, previous, digest
FROM look_up WHERE number > $1 ORDER BY number LIMIT $2
"""
ODD = """
SELECT count(*) FROM (
    SELECT identity_id FROM look_up WHERE looked_at >= $1 GROUP BY identity_id
    HAVING count(*) > $2) AS busy
"""


async def verify(pool: Pool) -> tuple[int, int | None]:
    """Reckon the whole chain again; how many links, and the first that does not hold."""
    number, previous = 0, FIRST_LINK
    while rows := await pool.fetch(LINKS, number, VERIFY_ROWS):
        for row in rows:
            said = {name: at for name, at in row.items() if name not in ("previous", "digest")}
            right = row["previous"] == previous and row["digest"] == linked(previous, said)
            if row["number"] != number + 1 or not right:
                return number, number + 1
            number, previous = row["number"], row["digest"]
    return number, None


async def odd(pool: Pool, since: datetime, most: int) -> int:
    """Count users who have looked up more than is usual."""
    found: int = await pool.fetchval(ODD, since, most)
    return found
