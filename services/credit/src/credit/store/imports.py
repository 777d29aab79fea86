"""Files that are handed in: the sealed file, what was read of it, and how far it was taken."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import asyncpg

from credit.domain import ImportKind
from credit.rules.import_reading import RowFlaw
from shared.base.db import Connection, Pool
from shared.proposals.operation import Decision

ADD_FILE = """
INSERT INTO import_file (file_id, what, file_name, file_bytes, file_sha256, state, uploaded_by, received_at)
VALUES ($1, $2, $3, $4, $5, 'received', $6, $7)
"""
ADD_PIECE = "INSERT INTO import_piece (file_id, position, data_sealed) VALUES ($1, $2, $3)"


@dataclass(frozen=True)
class NewFile:
    """A file that has come."""

    file_id: UUID
    what: ImportKind
    name: str
    size_bytes: int
    sha256: str
    by: UUID


async def add_file(connection: Connection, new: NewFile, now: datetime) -> None:
    """Keep that a file has come."""
    await connection.execute(
        ADD_FILE, new.file_id, new.what, new.name, new.size_bytes, new.sha256, new.by, now
    )


async def add_piece(connection: Connection, file_id: UUID, position: int, sealed: str) -> None:
    """Keep a piece of a file."""
    await connection.execute(ADD_PIECE, file_id, position, sealed)


PIECE = "SELECT data_sealed FROM import_piece WHERE file_id = $1 AND position = $2"


async def piece(pool: Pool, file_id: UUID, position: int) -> str | None:
    """Return a piece of a file; None behind the last one."""
    found: str | None = await pool.fetchval(PIECE, file_id, position)
    return found


CLAIM = """
UPDATE import_file SET state = 'reading', attempts = attempts + 1, rows_read = 0, flaws = 0,
       leased_until = clock_timestamp() + $1 * interval '1 second'
WHERE file_id = (
    SELECT file_id FROM import_file
    WHERE state = 'received' OR (state = 'reading' AND leased_until < clock_timestamp())
    ORDER BY received_at LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING file_id, what, attempts
"""
FORGET_ROWS = "DELETE FROM import_row WHERE file_id = $1"
FORGET_FLAWS = "DELETE FROM import_flaw WHERE file_id = $1"
FORGET_PIECES = "DELETE FROM import_piece WHERE file_id = $1"


@dataclass(frozen=True)
class Claim:
    """A file that is being read, and by which of its readers."""

    file_id: UUID
    what: ImportKind
    attempt: int


async def claim(connection: Connection, lease_seconds: float) -> Claim | None:
    """Take the next file to be read, whose reader is gone too; what that one wrote is forgotten."""
    row = await connection.fetchrow(CLAIM, lease_seconds)
    if row is None:
        return None
    await connection.execute(FORGET_ROWS, row["file_id"])
    await connection.execute(FORGET_FLAWS, row["file_id"])
    return Claim(row["file_id"], ImportKind(row["what"]), row["attempts"])


KEEP_READING = """
UPDATE import_file SET rows_read = rows_read + $3, flaws = flaws + $4,
       leased_until = clock_timestamp() + $5 * interval '1 second'
WHERE file_id = $1 AND attempts = $2 AND state = 'reading' RETURNING rows_read, flaws
"""


async def keep_reading(
    connection: Connection, claim: Claim, rows: int, flaws: int, lease_seconds: float
) -> tuple[int, int] | None:
    """Note progress and go on holding the file; rows and flaws until now; None: somebody else reads it."""
    row = await connection.fetchrow(
        KEEP_READING, claim.file_id, claim.attempt, rows, flaws, lease_seconds
    )
    return (row["rows_read"], row["flaws"]) if row else None


@dataclass(frozen=True)
class StagedRow:
    """A row that was read."""

    row: int
    standing: str
    """`new`, `renamed` or `same`."""
    subject_id: UUID | None
    said: Mapping[str, Any] | None
    said_sealed: str | None


ADD_ROWS = """
INSERT INTO import_row (file_id, position, row_number, standing, subject_id, said, said_sealed)
SELECT $1, $2 + ordinality, row_number, standing, subject_id, said::jsonb, said_sealed
FROM unnest($3::integer[], $4::text[], $5::uuid[], $6::text[], $7::text[]) WITH ORDINALITY
    AS read (row_number, standing, subject_id, said, said_sealed, ordinality)
"""


async def add_rows(
    connection: Connection, file_id: UUID, begin: int, rows: Sequence[StagedRow]
) -> None:
    """Keep rows that were read, behind so many others."""
    await connection.execute(
        ADD_ROWS,
        file_id,
        begin,
        [one.row for one in rows],
        [one.standing for one in rows],
        [one.subject_id for one in rows],
        [None if one.said is None else json.dumps(one.said) for one in rows],
        [one.said_sealed for one in rows],
    )


FLAW_COLUMNS = ("file_id", "position", "row_number", "cell", "field", "value", "reason", "rule")


async def add_flaws(
    connection: Connection, file_id: UUID, flaws: Sequence[RowFlaw], begin: int
) -> None:
    """Keep what is wrong, from a position on."""
    records = [(file_id, begin + at, *flaw) for at, flaw in enumerate(flaws)]
    await connection.copy_records_to_table("import_flaw", records=records, columns=FLAW_COLUMNS)


HAND_BACK = """
UPDATE import_file SET state = 'received' WHERE file_id = $1 AND attempts = $2 AND state = 'reading'
"""


async def hand_back(connection: Connection, claim: Claim) -> None:
    """Let a file be read by whoever comes next."""
    await connection.execute(HAND_BACK, claim.file_id, claim.attempt)


STANDINGS = """
SELECT standing, count(*) AS rows FROM import_row WHERE file_id = $1 GROUP BY standing ORDER BY standing
"""


async def standings(connection: Connection, file_id: UUID) -> dict[str, int]:
    """Count the rows that are new, another name, or known as they are."""
    return {row["standing"]: row["rows"] for row in await connection.fetch(STANDINGS, file_id)}


END_READING = """
UPDATE import_file SET state = $3, read_at = $4, why = $5, digest = $6, preview = $7, leased_until = NULL
WHERE file_id = $1 AND attempts = $2 AND state = 'reading' RETURNING file_id
"""
NOTE_IGNORED = "UPDATE import_file SET ignored = $3 WHERE file_id = $1 AND attempts = $2"


async def note_ignored(connection: Connection, claim: Claim, ignored: Sequence[str]) -> None:
    """Keep which columns mean nothing here."""
    await connection.execute(NOTE_IGNORED, claim.file_id, claim.attempt, list(ignored))


@dataclass(frozen=True)
class Outcome:
    """What became of reading a file."""

    state: str
    why: str | None = None
    digest: str | None = None
    preview: Mapping[str, Any] | None = None


async def end_reading(
    connection: Connection, claim: Claim, outcome: Outcome, now: datetime
) -> None:
    """Keep what became of reading a file; the file itself goes, and rows of one that is not right."""
    ended = await connection.fetchval(
        END_READING,
        claim.file_id,
        claim.attempt,
        outcome.state,
        now,
        outcome.why,
        outcome.digest,
        outcome.preview,
    )
    if ended is None:
        return
    await connection.execute(FORGET_PIECES, claim.file_id)
    if outcome.state != "ready":
        await connection.execute(FORGET_ROWS, claim.file_id)


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


FORGET_OLD = """
UPDATE import_file SET state = 'forgotten'
WHERE file_id IN (
    SELECT file_id FROM import_file
    WHERE state IN ('ready', 'flawed', 'unreadable') AND received_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED)
RETURNING file_id
"""


async def forget_old(connection: Connection, before: datetime, limit: int) -> int:
    """Delete the rows and flaws of files that nobody accepted in their time."""
    found = await connection.fetch(FORGET_OLD, before, limit)
    for row in found:
        await connection.execute(FORGET_ROWS, row["file_id"])
        await connection.execute(FORGET_FLAWS, row["file_id"])
    return len(found)


KNOWN_SUBJECTS = """
SELECT position, subject_id, state,
       subject.name IS NOT DISTINCT FROM asked.name
       AND subject.name_hash IS NOT DISTINCT FROM asked.name_hash AS same
FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) WITH ORDINALITY
         AS asked (code, code_hash, name, name_hash, position)
JOIN subject ON subject.code = asked.code OR subject.code_hash = asked.code_hash
"""


async def known_subjects(
    connection: Connection, columns: Sequence[Sequence[str | None]]
) -> dict[int, asyncpg.Record]:
    """Find who stands in a register: codes, their hashes, names, their hashes; position (from 0) → who."""
    rows = await connection.fetch(KNOWN_SUBJECTS, *columns)
    return {row["position"] - 1: row for row in rows}


KNOWN_RECORDS = """
SELECT position FROM unnest($1::text[], $2::text[]) WITH ORDINALITY
    AS asked (authority_code, document_no, position)
JOIN record USING (authority_code, document_no) WHERE kind = $3 AND state <> 'withdrawn'
"""


async def known_records(
    connection: Connection, kind: str, keys: Sequence[tuple[str, str]]
) -> set[int]:
    """Positions (from 0) of rows whose authority has used their number."""
    authorities, numbers = [one[0] for one in keys], [one[1] for one in keys]
    rows = await connection.fetch(KNOWN_RECORDS, authorities, numbers, kind)
    return {row["position"] - 1 for row in rows}
