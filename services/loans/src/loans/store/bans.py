"""Bans (R-WDR-14) as withdrawals says; they bar a loan until it is paid out."""

import uuid
from collections.abc import Sequence
from datetime import date

from loans.domain.contracts import Ban
from shared.base.db import Connection
from shared.messages.withdrawals import BanCause, BanEvent

KEEP = """
INSERT INTO ban (ban_id, person_id, cause, found_on, ends_on, lifted)
SELECT *, $6 FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::date[], $5::date[])
ON CONFLICT (ban_id) DO UPDATE SET lifted = ban.lifted OR excluded.lifted
"""


async def keep(connection: Connection, bans: Sequence[BanEvent], *, lifted: bool) -> None:
    """Keep bans that were imposed or lifted; the second is final."""
    await connection.execute(
        KEEP,
        [ban.ban_id for ban in bans],
        [ban.person_id for ban in bans],
        [ban.cause for ban in bans],
        [ban.found_on for ban in bans],
        [ban.ends_on for ban in bans],
        lifted,
    )


CHEATS = """
SELECT DISTINCT person_id FROM ban
WHERE person_id = ANY($1::uuid[]) AND NOT lifted AND cause = 'loan_fraud' AND $2 BETWEEN found_on AND ends_on
"""


async def cheats(
    connection: Connection, person_ids: Sequence[uuid.UUID], day: date
) -> set[uuid.UUID]:
    """Return who of these people is banned on a day for having cheated for a loan (骗贷)."""
    return {row["person_id"] for row in await connection.fetch(CHEATS, person_ids, day)}


IN_FORCE = """
SELECT cause, ends_on FROM ban
WHERE person_id = ANY($1::uuid[]) AND NOT lifted AND $2 BETWEEN found_on AND ends_on
ORDER BY ends_on DESC LIMIT 1
"""


async def in_force(
    connection: Connection, person_ids: Sequence[uuid.UUID], day: date
) -> Ban | None:
    """Read the ban of any of these people that lasts longest, if one binds on a day."""
    row = await connection.fetchrow(IN_FORCE, person_ids, day)
    return Ban(BanCause(row["cause"]), row["ends_on"]) if row else None
