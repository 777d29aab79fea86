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
