"""What a report is made of, reports as they are shown, and whether one still stands."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import asyncpg

from shared.base.db import Connection, Pool

SHOWN_MAX = 100
# What is told of somebody at an instant: one view says what is visible (R-CRD-19).
RECORDS = """
SELECT visible_record.record_id, version, kind, authority_name, document_no, decided_on, gravity, repair_from,
       public_until, content, content_sealed, repair.commitment,
       EXISTS (SELECT FROM objection WHERE objection.record_id = visible_record.record_id
               AND objection.state = 'open') AS in_objection,
       count(*) OVER () AS whole
FROM visible_record
LEFT JOIN repair ON repair.record_id = visible_record.record_id AND repair.state IN ('applied', 'verifying')
WHERE subject_id = $1 AND (public_until IS NULL OR public_until >= $2)
ORDER BY decided_on DESC, visible_record.record_id LIMIT $3
"""
LOOK_UPS = """
SELECT looked_at, unit_name, purpose FROM look_up LEFT JOIN credit_user USING (identity_id)
WHERE subject_id = $1 ORDER BY number DESC LIMIT $2
"""


async def records(
    connection: Connection, subject_id: UUID, today: date, limit: int
) -> list[asyncpg.Record]:
    """Read what is visible of a subject today, latest decisions first; `whole` says how much there is."""
    return await connection.fetch(RECORDS, subject_id, today, limit)


async def look_ups(connection: Connection, subject_id: UUID, limit: int) -> list[asyncpg.Record]:
    """Read who looked at a subject, for whom and why, the latest first."""
    return await connection.fetch(LOOK_UPS, subject_id, limit)


_REPORT = "SELECT number, ground, purpose, as_of, digest FROM credit_report "
REPORT = _REPORT + "WHERE number = $1"
OF_PERSON = _REPORT + "WHERE person_id = $1 ORDER BY number DESC LIMIT $2"


async def report(connection: Connection, number: str) -> asyncpg.Record:
    """Read a report that is there."""
    row = await connection.fetchrow(REPORT, number)
    assert row is not None, "it was written in this transaction"
    return row


async def of_person(pool: Pool, person_id: UUID) -> list[asyncpg.Record]:
    """Read the reports that somebody asked for about themselves."""
    return await pool.fetch(OF_PERSON, person_id, SHOWN_MAX)


# A report stands while every record and membership that it told is visible, and says the same.
_STANDS = """
SELECT as_of, digest, person_id, content_sealed,
       cardinality(record_ids) = (
           SELECT count(*) FROM visible_record
           JOIN unnest(record_ids, versions) AS told (record_id, version) USING (record_id, version)
           WHERE public_until IS NULL OR public_until >= $2)
       AND cardinality(entry_ids) = (
           SELECT count(*) FROM list_entry
           WHERE entry_id = ANY(entry_ids) AND left_at IS NULL AND (out_on IS NULL OR out_on >= $2)) AS stands
FROM credit_report WHERE number = $1 """
STANDS = _STANDS + "AND code_hash = ANY($3::text[])"


async def standing(pool: Pool, number: str, today: date) -> asyncpg.Record | None:
    """Read what a report says, and whether it still stands; None where there is none."""
    return await pool.fetchrow(_STANDS, number, today)


async def checked(
    pool: Pool, number: str, today: date, code_hashes: Sequence[str]
) -> asyncpg.Record | None:
    """As `standing`, of number and check code together: neither counts without the other."""
    return await pool.fetchrow(STANDS, number, today, code_hashes)
