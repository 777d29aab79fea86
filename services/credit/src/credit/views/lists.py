"""Lists and memberships as they are shown."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from uuid import UUID

import asyncpg

from shared.base.db import Connection, Pool

KINDS = "SELECT list_code, name, colour, basis FROM list_kind ORDER BY colour DESC, list_code"
MEASURES = """
SELECT measure_code, list_code, matter, kind, words, source FROM measure
WHERE effective_from <= $1 AND (ended_on IS NULL OR ended_on >= $1) ORDER BY measure_code
"""


async def measures(pool: Pool | Connection, today: date) -> dict[str, list[asyncpg.Record]]:
    """The measures in force, by list."""
    found: dict[str, list[asyncpg.Record]] = defaultdict(list)
    for row in await pool.fetch(MEASURES, today):
        found[row["list_code"]].append(row)
    return found


async def kinds(
    pool: Pool, today: date
) -> tuple[list[asyncpg.Record], dict[str, list[asyncpg.Record]]]:
    """The lists there are, and the measures in force of each."""
    return await pool.fetch(KINDS), await measures(pool, today)


_ENTRY = """
SELECT entry_id, list_code, list_kind.name AS list_name, colour, document_no, authority_name,
       list_entry.basis, in_on, out_on, subject_id
FROM list_entry JOIN list_kind USING (list_code)
WHERE left_at IS NULL AND in_on <= $2 AND (out_on IS NULL OR out_on >= $2)
"""
OF_SUBJECT = _ENTRY + "AND subject_id = $1 ORDER BY in_on DESC, entry_id"
BY_ID = _ENTRY + "AND entry_id = ANY($1::uuid[]) ORDER BY in_on DESC, entry_id"
USES = """
SELECT check_id, entry_id, measure_code, applied, why, used_on FROM list_use
WHERE check_id = ANY($1::uuid[]) ORDER BY fed_back_at, use_id
"""


async def of_subject(
    pool: Pool | Connection, subject_id: UUID, today: date
) -> list[asyncpg.Record]:
    """On which lists somebody is today."""
    return await pool.fetch(OF_SUBJECT, subject_id, today)


async def by_id(
    pool: Pool | Connection, entry_ids: Sequence[UUID], today: date
) -> dict[UUID, asyncpg.Record]:
    """Memberships that hold today, by id: who has left a list is shown nowhere."""
    return {row["entry_id"]: row for row in await pool.fetch(BY_ID, entry_ids, today)}


async def uses(
    pool: Pool | Connection, check_ids: Sequence[UUID]
) -> dict[tuple[UUID, UUID], list[asyncpg.Record]]:
    """What was fed back, by check and membership."""
    found: dict[tuple[UUID, UUID], list[asyncpg.Record]] = defaultdict(list)
    for row in await pool.fetch(USES, check_ids):
        found[row["check_id"], row["entry_id"]].append(row)
    return found
