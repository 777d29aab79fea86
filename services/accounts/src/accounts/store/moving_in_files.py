"""Files of an older system (期初): the batch, its sealed files, what was read of them, what is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from accounts.rules.list_reading import Flaw
from accounts.rules.moving_in_layout import Kind
from accounts.rules.moving_in_reading import ControlRow
from accounts.store.rows import BatchRow
from shared.base.db import Connection, Pool, typed_or_none


@dataclass(frozen=True)
class NewBatch:
    """A moving in that begins."""

    batch_id: UUID
    as_of: date
    source: str
    actor: str


ADD_BATCH = """
INSERT INTO moving_in_batch (id, as_of, source, made_by, made_at) VALUES ($1, $2, $3, $4, $5)
"""
LOCK_BATCH = "SELECT id, as_of, source, state FROM moving_in_batch WHERE id = $1 FOR UPDATE"


async def add_batch(connection: Connection, new: NewBatch, now: datetime) -> None:
    """Begin a moving in."""
    await connection.execute(ADD_BATCH, new.batch_id, new.as_of, new.source, new.actor, now)


async def lock_batch(connection: Connection, batch_id: UUID) -> BatchRow | None:
    """Lock a moving in."""
    return typed_or_none(BatchRow, await connection.fetchrow(LOCK_BATCH, batch_id))


@dataclass(frozen=True)
class NewFile:
    """A file that has come."""

    file_id: UUID
    batch_id: UUID
    kind: Kind
    name: str
    size_bytes: int
    sha256: str
    actor: str


REPLACE = "DELETE FROM moving_in_file WHERE batch_id = $1 AND kind = $2 AND file_name = $3"
ADD_FILE = """
INSERT INTO moving_in_file (id, batch_id, kind, file_name, file_bytes, file_sha256, state, uploaded_by,
                            received_at)
VALUES ($1, $2, $3, $4, $5, $6, 'received', $7, $8)
"""
ADD_PIECE = "INSERT INTO moving_in_piece (file_id, position, data_sealed) VALUES ($1, $2, $3)"


async def add_file(connection: Connection, new: NewFile, now: datetime) -> None:
    """Keep that a file has come; one of the same name is replaced, with all that was read of it."""
    await connection.execute(REPLACE, new.batch_id, new.kind, new.name)
    await connection.execute(
        ADD_FILE, new.file_id, new.batch_id, new.kind, new.name, new.size_bytes, new.sha256, new.actor, now
    )  # fmt: skip


async def add_piece(connection: Connection, file_id: UUID, position: int, sealed: str) -> None:
    """Keep a piece of a file."""
    await connection.execute(ADD_PIECE, file_id, position, sealed)


PIECE = "SELECT data_sealed FROM moving_in_piece WHERE file_id = $1 AND position = $2"


async def piece(pool: Pool, file_id: UUID, position: int) -> str | None:
    """Return a piece of a file; None behind the last one."""
    found: str | None = await pool.fetchval(PIECE, file_id, position)
    return found


CLAIM = """
UPDATE moving_in_file AS file SET state = 'reading', attempts = attempts + 1, rows_read = 0, flaws = 0,
       leased_until = clock_timestamp() + $1 * interval '1 second'
FROM moving_in_batch AS batch
WHERE batch.id = file.batch_id AND file.id = (
    SELECT id FROM moving_in_file
    WHERE state = 'received' OR (state = 'reading' AND leased_until < clock_timestamp())
    ORDER BY received_at LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING file.id, file.batch_id, file.kind, batch.as_of, file.attempts
"""
FORGET_READ = (
    "DELETE FROM moving_in_row WHERE file_id = $1",
    "DELETE FROM moving_in_control WHERE file_id = $1",
    "DELETE FROM moving_in_flaw WHERE file_id = $1",
)


@dataclass(frozen=True)
class Claim:
    """A file that is being read, and by which of its readers."""

    file_id: UUID
    batch_id: UUID
    kind: Kind
    as_of: date
    attempt: int


async def claim(connection: Connection, lease_seconds: float) -> Claim | None:
    """Take the next file to be read, whose reader is gone too; what that one wrote is forgotten."""
    row = await connection.fetchrow(CLAIM, lease_seconds)
    if row is None:
        return None
    for statement in FORGET_READ:
        await connection.execute(statement, row["id"])
    return Claim(row["id"], row["batch_id"], Kind(row["kind"]), row["as_of"], row["attempts"])


KEEP_READING = """
UPDATE moving_in_file SET rows_read = rows_read + $3, flaws = flaws + $4,
       leased_until = clock_timestamp() + $5 * interval '1 second'
WHERE id = $1 AND attempts = $2 AND state = 'reading' RETURNING flaws
"""


async def keep_reading(
    connection: Connection, claim: Claim, rows: int, flaws: int, lease_seconds: float
) -> int | None:
    """Note progress and go on holding the file; return its flaws; None: somebody else reads it now."""
    found: int | None = await connection.fetchval(
        KEEP_READING, claim.file_id, claim.attempt, rows, flaws, lease_seconds
    )
    return found


ROW_COLUMNS = (
    "file_id", "row_number", "batch_id", "employer_number", "former_number", "person_sealed",
    "id_number_hash", "base_fen", "opened_on", "paid_up_to", "sealed_on", "seal_reason", "carried_fen",
    "year_fen", "interest_fen", "has_card",
)  # fmt: skip
FLAW_COLUMNS = (
    "file_id", "position", "row_number", "column_index", "field", "value", "reason", "allowed", "rule",
)  # fmt: skip


async def add_rows(connection: Connection, records: Sequence[tuple[object, ...]]) -> None:
    """Keep accounts that were read, in the order of `ROW_COLUMNS`."""
    await connection.copy_records_to_table("moving_in_row", records=records, columns=ROW_COLUMNS)


ADD_CONTROLS = """
INSERT INTO moving_in_control (batch_id, employer_number, file_id, people, principal_fen, interest_fen)
SELECT $1, number, $2, people, principal_fen, interest_fen
FROM unnest($3::text[], $4::integer[], $5::bigint[], $6::bigint[])
     AS told (number, people, principal_fen, interest_fen)
JOIN employer USING (number)
ON CONFLICT (batch_id, employer_number) DO NOTHING
RETURNING employer_number
"""


async def add_controls(
    connection: Connection, claim: Claim, rows: Sequence[ControlRow]
) -> set[str]:
    """Keep what the former books say of employers; return those kept: known, and not told before."""
    numbers = [row.employer_number for row in rows]
    kept = await connection.fetch(
        ADD_CONTROLS, claim.batch_id, claim.file_id, numbers,
        [row.people for row in rows], [row.principal_fen for row in rows],
        [row.interest_fen for row in rows],
    )  # fmt: skip
    return {row["employer_number"] for row in kept}


async def add_flaws(
    connection: Connection, file_id: UUID, flaws: Sequence[Flaw], begin: int
) -> None:
    """Keep what is wrong, from a position on."""
    records = [(file_id, begin + n, *vars(flaw).values()) for n, flaw in enumerate(flaws)]
    await connection.copy_records_to_table("moving_in_flaw", records=records, columns=FLAW_COLUMNS)


HAND_BACK = """
UPDATE moving_in_file SET state = 'received' WHERE id = $1 AND attempts = $2 AND state = 'reading'
"""


async def hand_back(connection: Connection, claim: Claim) -> None:
    """Let a file be read by whoever comes next."""
    await connection.execute(HAND_BACK, claim.file_id, claim.attempt)


FLAW_COUNT = """
SELECT flaws FROM moving_in_file WHERE id = $1 AND attempts = $2 AND state = 'reading' FOR UPDATE
"""


async def flaw_count(connection: Connection, claim: Claim) -> int | None:
    """Lock a file for its reader's last word; return its flaws; None: somebody else reads it now."""
    found: int | None = await connection.fetchval(FLAW_COUNT, claim.file_id, claim.attempt)
    return found


# Somebody moves in once (R-ACC-8); another file of the batch may have the same person.
FINDINGS = """
WITH listed AS (
    SELECT row.*, count(*) OVER (PARTITION BY id_number_hash) AS times,
           min(file_id::text || lpad(row_number::text, 7, '0')) OVER (PARTITION BY id_number_hash) AS first
    FROM moving_in_row AS row WHERE batch_id = $1
)
SELECT listed.row_number, employer.number IS NULL AS no_employer, listed.employer_number,
       listed.times > 1 AND first <> file_id::text || lpad(row_number::text, 7, '0') AS twice,
       account.number IS NOT NULL AS has_account
FROM listed LEFT JOIN employer ON employer.number = listed.employer_number
LEFT JOIN person ON person.id_number_hash = listed.id_number_hash
LEFT JOIN individual_account AS account
       ON account.person_id = person.id AND account.state NOT IN ('03', '04', '05')
WHERE listed.file_id = $2
  AND (employer.number IS NULL OR account.number IS NOT NULL
       OR (listed.times > 1 AND first <> file_id::text || lpad(row_number::text, 7, '0')))
ORDER BY listed.row_number LIMIT $3
"""


@dataclass(frozen=True)
class Finding:
    """A row that cannot be moved in, by what is known here."""

    row_number: int
    no_employer: bool
    employer_number: str
    twice: bool
    has_account: bool


async def findings(connection: Connection, claim: Claim, limit: int) -> list[Finding]:
    """Hold a file's rows against employers, accounts, and the other rows of the batch."""
    rows = await connection.fetch(FINDINGS, claim.batch_id, claim.file_id, limit)
    return [Finding(**dict(row)) for row in rows]


END_READING = """
UPDATE moving_in_file SET state = $3, read_at = $4, why = $5, ignored = $6, leased_until = NULL
WHERE id = $1 AND attempts = $2 AND state = 'reading'
"""


async def end_reading(
    connection: Connection,
    claim: Claim,
    state: str,
    now: datetime,
    *,
    why: str | None = None,
    ignored: Sequence[str] = (),
) -> None:
    """Keep what became of reading a file."""
    await connection.execute(
        END_READING, claim.file_id, claim.attempt, state, now, why, list(ignored)
    )


SIGN = """
UPDATE moving_in_batch SET state = 'signed', maker_id = $2, checker_id = $3, signed_at = $4 WHERE id = $1
"""
RELEASE = "UPDATE moving_in_control SET held_why = NULL WHERE batch_id = $1 AND booked_at IS NULL"


async def sign(
    connection: Connection, batch_id: UUID, signed_by: tuple[UUID, UUID], now: datetime
) -> None:
    """Let a batch be booked; what was held back is tried again."""
    await connection.execute(SIGN, batch_id, *signed_by, now)
    await connection.execute(RELEASE, batch_id)


DROP = "UPDATE moving_in_batch SET state = 'dropped', ended_at = $2 WHERE id = $1"
FORGET_FILES = "DELETE FROM moving_in_file WHERE batch_id = $1"


async def drop(connection: Connection, batch_id: UUID, now: datetime) -> None:
    """Give a moving in up: its files and rows are deleted."""
    await connection.execute(DROP, batch_id, now)
    await connection.execute(FORGET_FILES, batch_id)


OLD = """
SELECT id FROM moving_in_batch WHERE state = 'open' AND made_at < $1
ORDER BY made_at LIMIT 10 FOR UPDATE SKIP LOCKED
"""


async def old(connection: Connection, before: datetime) -> list[UUID]:
    """Lock batches that nobody has signed in their time."""
    return [row["id"] for row in await connection.fetch(OLD, before)]
