"""What was asked in a matter, and what it rests on, as staff see it who say why."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

import asyncpg

from shared.base.db import Connection, Pool

CHECKS_MAX = 50
OF_MATTER = """
SELECT check_id, asked_by, matter, matter_id, purpose, asked_on, person_id, subject_code, match, round,
       result, categories, data_as_of, digest, record_ids
FROM credit_check WHERE matter_id = $1 ORDER BY answered_at DESC LIMIT $2
"""
# Only what is still visible: whatever was hidden since is shown nowhere, not even as a count (R-CRD-31).
ITEMS = """
SELECT visible_record.record_id, visible_record.kind, authority_name, document_no, decided_on, public_until,
       EXISTS (SELECT FROM repair WHERE repair.record_id = visible_record.record_id
               AND repair.state IN ('applied', 'verifying')) AS in_repair,
       EXISTS (SELECT FROM objection WHERE objection.record_id = visible_record.record_id
               AND objection.state = 'open') AS in_objection
FROM visible_record WHERE record_id = ANY($1::uuid[]) ORDER BY decided_on DESC, record_id
"""


async def of_matter(
    pool: Pool | Connection, matter_id: str
) -> tuple[list[asyncpg.Record], dict[UUID, asyncpg.Record]]:
    """Read the checks of a matter, latest first, and the records that they rest on."""
    checks = await pool.fetch(OF_MATTER, matter_id, CHECKS_MAX)
    wanted = [record_id for one in checks for record_id in one["record_ids"]]
    rows = await pool.fetch(ITEMS, wanted)
    return checks, {row["record_id"]: row for row in rows}


def by_check(
    checks: Sequence[asyncpg.Record], items: dict[UUID, asyncpg.Record]
) -> dict[UUID, list[asyncpg.Record]]:
    """Give each check its records."""
    found: dict[UUID, list[asyncpg.Record]] = defaultdict(list)
    for one in checks:
        found[one["check_id"]] = [items[it] for it in one["record_ids"] if it in items]
    return found
