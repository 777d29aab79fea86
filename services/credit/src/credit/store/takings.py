"""Files that two people agreed on: locked, and taken a portion at a time."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import asyncpg

from credit.domain import ImportKind
from credit.store.imports import FORGET_ROWS
from shared.base.db import Connection
from shared.proposals.operation import Decision

LOCK = """
SELECT file_id, what, state, digest, uploaded_by, rows_read FROM import_file WHERE file_id = $1 FOR UPDATE
"""


async def lock(connection: Connection, file_id: UUID) -> asyncpg.Record | None:
    """Lock a file."""
    return await connection.fetchrow(LOCK, file_id)


OF_PERSON = """
SELECT EXISTS (
    SELECT FROM person_link JOIN subject USING (code_hash) JOIN import_row USING (subject_id)
    WHERE person_link.person_id = $1 AND import_row.file_id = $2)
"""


async def concerns(connection: Connection, file_id: UUID, person_id: UUID) -> bool:
    """Whether a row of a file is about this person."""
    found: bool = await connection.fetchval(OF_PERSON, person_id, file_id)
    return found


ACCEPT = """
UPDATE import_file SET state = 'taking', accepted_at = $2, accepted_by = $3, proposal_id = $4, reason = $5
WHERE file_id = $1
"""


async def accept(connection: Connection, file_id: UUID, now: datetime, decision: Decision) -> None:
    """Have a file taken."""
    by = decision.checker_id, decision.proposal_id, decision.reason
    await connection.execute(ACCEPT, file_id, now, *by)


NEXT_TAKING = """
SELECT file_id, what, uploaded_by, accepted_by, proposal_id, reason, taken_to FROM import_file
WHERE state = 'taking' ORDER BY accepted_at LIMIT 1 FOR UPDATE SKIP LOCKED
"""


@dataclass(frozen=True)
class Taking:
    """An accepted file, locked by who takes its next rows."""

    file_id: UUID
    what: ImportKind
    uploaded_by: UUID
    accepted_by: UUID
    proposal_id: UUID
    reason: str
    taken_to: int


async def next_taking(connection: Connection) -> Taking | None:
    """Lock the accepted file that has waited longest."""
    row = await connection.fetchrow(NEXT_TAKING)
    if row is None:
        return None
    return Taking(**{**dict(row), "what": ImportKind(row["what"])})


PORTION = """
SELECT position, standing, coalesce(subject.merged_into, import_row.subject_id) AS subject_id,
       said, said_sealed
FROM import_row LEFT JOIN subject USING (subject_id)
WHERE file_id = $1 AND position > $2 ORDER BY position LIMIT $3
"""


async def portion(connection: Connection, taking: Taking, limit: int) -> list[asyncpg.Record]:
    """Read the rows that are taken next; whom a row is about may have been merged since."""
    return await connection.fetch(PORTION, taking.file_id, taking.taken_to, limit)


# Register first, then rename: a row is one of both, and the one that was registered is not seen here yet.
TAKE_SUBJECTS = """
WITH portion AS (
    SELECT position, told.* FROM import_row, jsonb_to_record(said) AS told (
        kind text, code text, code_hash text, name text, name_hash text, source text)
    WHERE file_id = $1 AND position > $2 AND position <= $3
), added AS (
    INSERT INTO subject (subject_id, kind, code, code_hash, name, name_hash, registered_at, source)
    SELECT gen_random_uuid(), kind, code, code_hash, name, name_hash, $4, source
    FROM portion ORDER BY position
    ON CONFLICT DO NOTHING RETURNING subject_id, code, name
), renamed AS (
    UPDATE subject SET name = portion.name, name_hash = portion.name_hash FROM portion
    WHERE (subject.code = portion.code OR subject.code_hash = portion.code_hash)
      AND subject.state = 'registered'
      AND (subject.name IS DISTINCT FROM portion.name OR subject.name_hash IS DISTINCT FROM portion.name_hash)
    RETURNING subject_id, subject.code, subject.name
), noted AS (
    INSERT INTO subject_history (subject_id, changed_at, what, code, name, proposal_id, reason)
    SELECT subject_id, $4, 'registered', code, name, $5::uuid, $6 FROM added
    UNION ALL SELECT subject_id, $4, 'changed', code, name, $5, $6 FROM renamed
)
SELECT (SELECT count(*) FROM added) + (SELECT count(*) FROM renamed) AS changed
"""


async def take_subjects(connection: Connection, taking: Taking, last: int, now: datetime) -> int:
    """Let rows stand in the registers, up to a position; return how many changed anything."""
    found: int = await connection.fetchval(
        TAKE_SUBJECTS,
        taking.file_id,
        taking.taken_to,
        last,
        now,
        taking.proposal_id,
        taking.reason,
    )
    return found


NOTE_TAKEN = """
UPDATE import_file SET taken_to = $2, taken = taken + $3, left_out = left_out + $4 WHERE file_id = $1
"""


async def note_taken(
    connection: Connection, file_id: UUID, last: int, taken: int, left_out: int
) -> None:
    """Keep how far a file was taken."""
    await connection.execute(NOTE_TAKEN, file_id, last, taken, left_out)


END_TAKING = "UPDATE import_file SET state = 'taken', taken_at = $2 WHERE file_id = $1"


async def end_taking(connection: Connection, file_id: UUID, now: datetime) -> None:
    """Everything is taken; the rows are where they belong."""
    await connection.execute(END_TAKING, file_id, now)
    await connection.execute(FORGET_ROWS, file_id)
