"""Memberships of lists that others keep, and what became of each in a matter (R-CRD-26 to 28)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import date, datetime
from uuid import UUID

import asyncpg

from shared.base.db import Connection

KIND = "SELECT name FROM list_kind WHERE list_code = $1"


async def kind(connection: Connection, list_code: str) -> str | None:
    """Name a list; None where no law knows it."""
    found: str | None = await connection.fetchval(KIND, list_code)
    return found


@dataclass(frozen=True)
class NewEntry:
    """A membership as its authority told it."""

    entry_id: UUID
    list_code: str
    subject_id: UUID
    document_no: str
    authority_name: str
    authority_code: str
    basis: str
    in_on: date
    out_on: date | None
    entered_at: datetime
    proposal_id: UUID


ADD = """
INSERT INTO list_entry (entry_id, list_code, subject_id, document_no, authority_name, authority_code, basis,
                        in_on, out_on, entered_at, proposal_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING RETURNING entry_id
"""


async def add(connection: Connection, new: NewEntry) -> bool:
    """Keep a membership; False where it is known."""
    return await connection.fetchval(ADD, *astuple(new)) is not None


LISTED = """
SELECT EXISTS (SELECT FROM list_entry WHERE subject_id = $1 AND list_code = $2 AND authority_code = $3
               AND document_no = $4 AND left_at IS NULL)
"""


async def listed(
    connection: Connection, subject_id: UUID, list_code: str, authority_code: str, document_no: str
) -> bool:
    """Whether a membership is known that nobody has left."""
    found: bool = await connection.fetchval(
        LISTED, subject_id, list_code, authority_code, document_no
    )
    return found


LOCK = """
SELECT entry_id, subject_id, list_kind.name FROM list_entry JOIN list_kind USING (list_code)
WHERE entry_id = $1 AND left_at IS NULL FOR NO KEY UPDATE OF list_entry
"""


async def lock(connection: Connection, entry_id: UUID) -> asyncpg.Record | None:
    """Lock a membership that nobody has left."""
    return await connection.fetchrow(LOCK, entry_id)


LEAVE = """
UPDATE list_entry SET left_at = $2, left_reason = $3, left_proposal_id = $4 WHERE entry_id = $1
"""


async def leave(
    connection: Connection, entry_id: UUID, now: datetime, reason: str, proposal_id: UUID
) -> None:
    """End a membership; what it was stays."""
    await connection.execute(LEAVE, entry_id, now, reason, proposal_id)


VALID = """
SELECT subject_id, entry_id, colour FROM list_entry JOIN list_kind USING (list_code)
WHERE subject_id = ANY($1::uuid[]) AND left_at IS NULL AND in_on <= $2 AND (out_on IS NULL OR out_on >= $2)
  AND (colour <> 'serious' OR NOT EXISTS (
      SELECT FROM shield WHERE shield.subject_id = list_entry.subject_id AND shield.ended_at IS NULL))
"""


async def valid(
    connection: Connection, subject_ids: Sequence[UUID], today: date
) -> dict[UUID, list[tuple[UUID, str]]]:
    """Read who is on which list today: id of the membership and colour of the list."""
    found: dict[UUID, list[tuple[UUID, str]]] = defaultdict(list)
    for row in await connection.fetch(VALID, subject_ids, today):
        found[row["subject_id"]].append((row["entry_id"], row["colour"]))
    return found


# In the matter of the check, of the list of the membership, in force on the day of the question.
MAY_BE_USED = """
SELECT EXISTS (
    SELECT FROM credit_check
    JOIN list_entry ON list_entry.entry_id = ANY (credit_check.entry_ids)
    JOIN measure ON measure.list_code = list_entry.list_code AND measure.matter = credit_check.matter
    WHERE check_id = $1 AND entry_id = $2 AND measure_code = $3
      AND effective_from <= asked_on AND (ended_on IS NULL OR ended_on >= asked_on))
"""


async def may_be_used(
    connection: Connection, check_id: UUID, entry_id: UUID, measure_code: str
) -> bool:
    """Whether the national list has this measure for this membership in this matter."""
    found: bool = await connection.fetchval(MAY_BE_USED, check_id, entry_id, measure_code)
    return found


@dataclass(frozen=True)
class Use:
    """What became of a measure in a matter."""

    use_id: UUID
    check_id: UUID
    entry_id: UUID
    measure_code: str
    applied: bool
    why: str
    used_on: date
    fed_back_at: datetime
    fed_back_by: UUID


ADD_USE = """
INSERT INTO list_use (use_id, check_id, entry_id, measure_code, applied, why, used_on, fed_back_at,
                      fed_back_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING use_id
"""


async def add_use(connection: Connection, use: Use) -> bool:
    """Keep what became of it; False where that was told already."""
    return await connection.fetchval(ADD_USE, *astuple(use)) is not None
