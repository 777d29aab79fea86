"""Who may look up at the platform, and each look-up, chained (R-CRD-32, 33)."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

import asyncpg

from credit.rules.users import FIRST_LINK, linked
from shared.base.db import Connection

AUTHORISE = """
INSERT INTO credit_user (identity_id, unit_code, unit_name, county, role, authorised_on, proposal_id,
                         confirmed_until, last_used_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $6)
ON CONFLICT (identity_id) DO UPDATE SET unit_code = $2, unit_name = $3, county = $4, role = $5,
    authorised_on = $6, proposal_id = $7, confirmed_until = $8, last_used_on = $6, shut_at = NULL,
    shut_reason = NULL
"""


async def authorise(
    connection: Connection,
    identity_id: UUID,
    unit: tuple[str, str, str, str],
    on: tuple[date, UUID, date],
) -> None:
    """Let somebody in; `unit` is its code, name, county and the role, `on` the day, proposal, last day."""
    await connection.execute(AUTHORISE, identity_id, *unit, *on)


LOCK = """
SELECT identity_id, unit_code, unit_name, county, role, confirmed_until, last_used_on, shut_at
FROM credit_user
WHERE identity_id = $1 FOR NO KEY UPDATE
"""


async def lock(connection: Connection, identity_id: UUID) -> asyncpg.Record | None:
    """Lock a user."""
    return await connection.fetchrow(LOCK, identity_id)


USED = "UPDATE credit_user SET last_used_on = $2 WHERE identity_id = $1 AND last_used_on < $2"


async def used(connection: Connection, identity_id: UUID, today: date) -> None:
    """Note that somebody looks something up today."""
    await connection.execute(USED, identity_id, today)


CONFIRM = "UPDATE credit_user SET confirmed_until = $2 WHERE identity_id = $1"


async def confirm(connection: Connection, identity_id: UUID, until: date) -> None:
    """Note that the unit stands for a user."""
    await connection.execute(CONFIRM, identity_id, until)


SHUT = "UPDATE credit_user SET shut_at = $2, shut_reason = $3 WHERE identity_id = $1 AND shut_at IS NULL"


async def shut(connection: Connection, identity_id: UUID, now: datetime, reason: str) -> None:
    """Let a user in no more."""
    await connection.execute(SHUT, identity_id, now, reason)


SHUT_IDLE = """
UPDATE credit_user SET shut_at = $1,
    shut_reason = CASE WHEN confirmed_until < $2 THEN '单位未按季确认' ELSE '长期未使用' END
WHERE shut_at IS NULL AND (confirmed_until < $2 OR last_used_on < $3) RETURNING identity_id
"""


async def shut_idle(
    connection: Connection, now: datetime, today: date, dormant_before: date
) -> int:
    """Shut who is dormant, or whom no unit has confirmed; return how many."""
    return len(await connection.fetch(SHUT_IDLE, now, today, dormant_before))


ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtext('credit.look_up'))"
LAST = "SELECT number, digest FROM look_up ORDER BY number DESC LIMIT 1"
COLUMNS = (
    "number", "looked_at", "identity_id", "unit_code", "check_id", "matter_id", "purpose", "subject_id",
    "subject_hash", "shown", "address", "result_digest", "previous", "digest",
)  # fmt: skip


async def append(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Add look-ups to the chain; whoever does so waits for whoever does so now."""
    await connection.execute(ONE_AT_A_TIME)
    last = await connection.fetchrow(LAST)
    number, previous = (last["number"], last["digest"]) if last else (0, FIRST_LINK)
    records = []
    for row in rows:
        number += 1
        whole = {**row, "number": number}
        digest = linked(previous, whole)
        whole |= {"previous": previous, "digest": digest}
        records.append(tuple(whole[column] for column in COLUMNS))
        previous = digest
    await connection.copy_records_to_table("look_up", records=records, columns=COLUMNS)
