"""Firms that a court reorganises, and until when nobody is shown their penalties (R-CRD-24)."""

from dataclasses import astuple, dataclass
from datetime import date, datetime
from uuid import UUID

import asyncpg

from shared.base.db import Connection


@dataclass(frozen=True)
class NewShield:
    """A court's ruling as it was told."""

    shield_id: UUID
    subject_id: UUID
    court_name: str
    ruling_no: str
    ruled_on: date
    plan_until: date
    entered_at: datetime
    proposal_id: UUID


ADD = """
INSERT INTO shield (shield_id, subject_id, court_name, ruling_no, ruled_on, plan_until, entered_at,
                    proposal_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING shield_id
"""


async def add(connection: Connection, new: NewShield) -> bool:
    """Shield a firm; False where the ruling is known."""
    return await connection.fetchval(ADD, *astuple(new)) is not None


KNOWN = """
SELECT EXISTS (SELECT FROM shield WHERE subject_id = $1 AND ruling_no = $2 AND ended_at IS NULL)
"""


async def known(connection: Connection, subject_id: UUID, ruling_no: str) -> bool:
    """Whether a firm is shielded by a ruling."""
    found: bool = await connection.fetchval(KNOWN, subject_id, ruling_no)
    return found


# What is hidden from now on: each check that rests on it is answered anew.
SHIELDED = """
SELECT (SELECT coalesce(array_agg(record_id), '{}') FROM record
        WHERE subject_id = $1 AND kind = 'penalty' AND state = 'published') AS record_ids,
       (SELECT coalesce(array_agg(entry_id), '{}') FROM list_entry JOIN list_kind USING (list_code)
        WHERE subject_id = $1 AND colour = 'serious' AND left_at IS NULL) AS entry_ids
"""


async def shielded(connection: Connection, subject_id: UUID) -> tuple[list[UUID], list[UUID]]:
    """The penalties of a firm that are public, and its memberships of serious lists."""
    row = await connection.fetchrow(SHIELDED, subject_id)
    assert row is not None, "an aggregate has its row"
    return row["record_ids"], row["entry_ids"]


LOCK = """
SELECT subject_id, ruling_no FROM shield WHERE shield_id = $1 AND ended_at IS NULL FOR NO KEY UPDATE
"""


async def lock(connection: Connection, shield_id: UUID) -> asyncpg.Record | None:
    """Lock a shield that stands."""
    return await connection.fetchrow(LOCK, shield_id)


END = """
UPDATE shield SET ended_at = $2, ended_reason = $3, ended_proposal_id = $4 WHERE shield_id = $1
"""


async def end(
    connection: Connection, shield_id: UUID, now: datetime, reason: str, proposal_id: UUID
) -> None:
    """Show again what a shield hid."""
    await connection.execute(END, shield_id, now, reason, proposal_id)


END_OVER = """
UPDATE shield SET ended_at = $1, ended_reason = $3 WHERE ended_at IS NULL AND plan_until < $2
RETURNING shield_id
"""


async def end_over(connection: Connection, now: datetime, today: date, reason: str) -> int:
    """End the shields whose plan is over; return how many."""
    return len(await connection.fetch(END_OVER, now, today, reason))
