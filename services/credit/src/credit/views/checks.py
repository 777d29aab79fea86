"""What was asked in a matter, and what it rests on, as staff see it who say why."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import asyncpg

from credit.shapes.checks import CheckAnswer, CheckList
from credit.shapes.lists import Hit
from credit.views import lists
from shared.base.db import Connection, Pool

CHECKS_MAX = 50
_CHECK = """
SELECT check_id, asked_by, matter, matter_id, purpose, asked_on, person_id, subject_code, match, round,
       result, categories, data_as_of, digest, record_ids, entry_ids
FROM credit_check """
OF_MATTER = _CHECK + "WHERE matter_id = $1 ORDER BY answered_at DESC LIMIT $2"
BY_ID = _CHECK + "WHERE check_id = $1"
BY_IDS = """
SELECT check_id, matter_id, purpose, subject_id, subject_code, categories, digest
FROM credit_check WHERE check_id = ANY($1::uuid[]) ORDER BY check_id
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


async def of_matter(pool: Pool | Connection, matter_id: str) -> list[asyncpg.Record]:
    """Read the checks of a matter, latest first."""
    return await pool.fetch(OF_MATTER, matter_id, CHECKS_MAX)


async def one(connection: Connection, check_id: UUID) -> list[asyncpg.Record]:
    """Read a check."""
    return await connection.fetch(BY_ID, check_id)


async def by_ids(connection: Connection, check_ids: Sequence[UUID]) -> list[asyncpg.Record]:
    """Read what checks of firms came to."""
    return await connection.fetch(BY_IDS, check_ids)


async def shown(
    pool: Pool | Connection, checks: Sequence[asyncpg.Record], today: date
) -> CheckList:
    """Show checks with what they rest on and is visible now, and with what became of it."""
    wanted = [record_id for check in checks for record_id in check["record_ids"]]
    items = {row["record_id"]: row for row in await pool.fetch(ITEMS, wanted)}
    entry_ids = [entry_id for check in checks for entry_id in check["entry_ids"]]
    entries = await lists.by_id(pool, entry_ids, today)
    measures = await lists.measures(pool, today)
    uses = await lists.uses(pool, [check["check_id"] for check in checks])

    def hit(check: asyncpg.Record, entry: asyncpg.Record) -> Hit:
        of_list = [row for row in measures[entry["list_code"]] if row["matter"] == check["matter"]]
        told = uses[check["check_id"], entry["entry_id"]]
        return Hit.in_matter(entry, of_list, told)

    return CheckList(
        items=[
            CheckAnswer.of(
                check,
                [items[it] for it in check["record_ids"] if it in items],
                [hit(check, entries[it]) for it in check["entry_ids"] if it in entries],
            )
            for check in checks
        ]
    )
