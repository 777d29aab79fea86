"""Files of loans that move in (期初): the batch, its sealed files, what was read of them, what is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from shared.base.db import Connection, Pool


@dataclass(frozen=True)
class NewBatch:
    """A moving in that begins, with what the former books add up to."""

    batch_id: UUID
    as_of: date
    source: str
    loans: int
    balance_fen: int
    actor: str


ADD_BATCH = """
INSERT INTO moving_in_batch (id, as_of, source, loans, balance_fen, made_by, made_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
"""
LOCK_BATCH = """
SELECT id, as_of, source, loans, balance_fen, state, maker_id, checker_id FROM moving_in_batch
WHERE id = $1 FOR UPDATE
"""


async def add_batch(connection: Connection, new: NewBatch, now: datetime) -> None:
    """Begin a moving in."""
    await connection.execute(
        ADD_BATCH, new.batch_id, new.as_of, new.source, new.loans, new.balance_fen, new.actor, now
    )


@dataclass(frozen=True)
class Batch:
    """A locked moving in."""

    id: UUID
    as_of: date
    source: str
    loans: int
    balance_fen: int
    state: str
    maker_id: UUID | None
    checker_id: UUID | None


async def lock_batch(connection: Connection, batch_id: UUID) -> Batch | None:
    """Lock a moving in."""
    row = await connection.fetchrow(LOCK_BATCH, batch_id)
    return Batch(**dict(row)) if row is not None else None


@dataclass(frozen=True)
class NewFile:
    """A file that has come."""

    file_id: UUID
    batch_id: UUID
    name: str
    size_bytes: int
    sha256: str
    actor: str


REPLACE = "DELETE FROM moving_in_file WHERE batch_id = $1 AND file_name = $2"
ADD_FILE = """
INSERT INTO moving_in_file (id, batch_id, file_name, file_bytes, file_sha256, state, uploaded_by, received_at)
VALUES ($1, $2, $3, $4, $5, 'received', $6, $7)
"""
ADD_PIECE = "INSERT INTO moving_in_piece (file_id, position, data_sealed) VALUES ($1, $2, $3)"


async def add_file(connection: Connection, new: NewFile, now: datetime) -> None:
    """Keep that a file has come; one of the same name is replaced, with all that was read of it."""
    await connection.execute(REPLACE, new.batch_id, new.name)
    await connection.execute(
        ADD_FILE, new.file_id, new.batch_id, new.name, new.size_bytes, new.sha256, new.actor, now
    )


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
RETURNING file.id, file.batch_id, batch.as_of, file.attempts
"""
FORGET_READ = (
    "DELETE FROM moving_in_loan WHERE file_id = $1",
    "DELETE FROM moving_in_flaw WHERE file_id = $1",
)


@dataclass(frozen=True)
class Claim:
    """A file that is being read, and by which of its readers."""

    file_id: UUID
    batch_id: UUID
    as_of: date
    attempt: int


async def claim(connection: Connection, lease_seconds: float) -> Claim | None:
    """Take the next file to be read, whose reader is gone too; what that one wrote is forgotten."""
    row = await connection.fetchrow(CLAIM, lease_seconds)
    if row is None:
        return None
    for statement in FORGET_READ:
        await connection.execute(statement, row["id"])
    return Claim(row["id"], row["batch_id"], row["as_of"], row["attempts"])


KEEP_READING = """
UPDATE moving_in_file SET rows_read = rows_read + $3, flaws = flaws + $4,
       leased_until = clock_timestamp() + $5 * interval '1 second'
WHERE id = $1 AND attempts = $2 AND state = 'reading' RETURNING id
"""


async def keep_reading(
    connection: Connection, claim: Claim, rows: int, flaws: int, lease_seconds: float
) -> bool:
    """Note progress and go on holding the file; False: somebody else reads it now."""
    found = await connection.fetchval(
        KEEP_READING, claim.file_id, claim.attempt, rows, flaws, lease_seconds
    )
    return found is not None


@dataclass(frozen=True)
class ReadLoan:
    """A loan of a file that was lived through."""

    line: int
    contract_number: str
    loan_sealed: str
    repayments: int
    stated_balance_fen: int
    balance_fen: int
    differences: str


ADD_LOANS = """
INSERT INTO moving_in_loan (file_id, line, batch_id, contract_number, loan_sealed, repayments,
                            stated_balance_fen, balance_fen, differences)
SELECT $1, line, $2, told.contract_number, sealed, repayments, stated, balance, differences
FROM unnest($3::integer[], $4::text[], $5::text[], $6::integer[], $7::bigint[], $8::bigint[], $9::text[])
     AS told (line, contract_number, sealed, repayments, stated, balance, differences)
ON CONFLICT (batch_id, contract_number) DO NOTHING
RETURNING line
"""


async def add_loans(connection: Connection, claim: Claim, loans: Sequence[ReadLoan]) -> set[int]:
    """Keep loans that were read; return the lines kept: a contract stands in a batch once."""
    rows = await connection.fetch(
        ADD_LOANS, claim.file_id, claim.batch_id,
        [one.line for one in loans], [one.contract_number for one in loans],
        [one.loan_sealed for one in loans], [one.repayments for one in loans],
        [one.stated_balance_fen for one in loans], [one.balance_fen for one in loans],
        [one.differences for one in loans],
    )  # fmt: skip
    return {row["line"] for row in rows}


@dataclass(frozen=True)
class Flaw:
    """What is wrong with a line."""

    line: int
    contract: str
    field: str
    reason: str


ADD_FLAWS = """
INSERT INTO moving_in_flaw (file_id, line, contract, field, reason)
SELECT $1, * FROM unnest($2::integer[], $3::text[], $4::text[], $5::text[])
"""


async def add_flaws(connection: Connection, file_id: UUID, flaws: Sequence[Flaw]) -> None:
    """Keep what is wrong, one thing a line."""
    await connection.execute(
        ADD_FLAWS, file_id, [one.line for one in flaws], [one.contract for one in flaws],
        [one.field for one in flaws], [one.reason for one in flaws],
    )  # fmt: skip


TAKEN = "SELECT contract_number FROM contract WHERE contract_number = ANY($1::text[])"


async def taken(connection: Connection, numbers: Sequence[str]) -> set[str]:
    """Which contract numbers are there already."""
    return {row["contract_number"] for row in await connection.fetch(TAKEN, numbers)}


HAND_BACK = """
UPDATE moving_in_file SET state = 'received' WHERE id = $1 AND attempts = $2 AND state = 'reading'
"""


async def hand_back(connection: Connection, claim: Claim) -> None:
    """Let a file be read by whoever comes next."""
    await connection.execute(HAND_BACK, claim.file_id, claim.attempt)


END_READING = """
UPDATE moving_in_file
SET state = CASE WHEN $3::text IS NOT NULL THEN 'unreadable' WHEN flaws > 0 THEN 'flawed' ELSE 'ready' END,
    why = $3, read_at = $4, leased_until = NULL
WHERE id = $1 AND attempts = $2 AND state = 'reading'
"""


async def end_reading(
    connection: Connection, claim: Claim, now: datetime, why: str | None = None
) -> None:
    """Keep what became of reading a file; `why` it cannot be read."""
    await connection.execute(END_READING, claim.file_id, claim.attempt, why, now)


SIGN = """
UPDATE moving_in_batch SET state = 'signed', maker_id = $2, checker_id = $3, signed_at = $4 WHERE id = $1
"""
RELEASE = "UPDATE moving_in_loan SET held_why = NULL WHERE batch_id = $1 AND booked_at IS NULL"


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


NEXT_BATCH = """
SELECT id, as_of, source, loans, balance_fen, state, maker_id, checker_id FROM moving_in_batch AS batch
WHERE state = 'signed' AND (
    EXISTS (SELECT FROM moving_in_loan AS loan
            WHERE loan.batch_id = batch.id AND booked_at IS NULL AND held_why IS NULL)
    OR NOT EXISTS (SELECT FROM moving_in_loan AS loan
                   WHERE loan.batch_id = batch.id AND booked_at IS NULL))
ORDER BY signed_at LIMIT 1 FOR UPDATE SKIP LOCKED
"""
NEXT_LOANS = """
SELECT file_id, line, contract_number, loan_sealed FROM moving_in_loan
WHERE batch_id = $1 AND booked_at IS NULL AND held_why IS NULL
ORDER BY contract_number LIMIT $2
"""
BOOKED = (
    "UPDATE moving_in_loan SET booked_at = $3, loan_sealed = '' WHERE file_id = $1 AND line = $2"
)
HELD = "UPDATE moving_in_loan SET held_why = $3 WHERE file_id = $1 AND line = $2"
END = "UPDATE moving_in_batch SET state = 'booked', ended_at = $2 WHERE id = $1"
FORGET_PIECES = """
DELETE FROM moving_in_piece WHERE file_id IN (SELECT id FROM moving_in_file WHERE batch_id = $1)
"""


@dataclass(frozen=True)
class Waiting:
    """A loan that two people have signed and that is not booked yet."""

    file_id: UUID
    line: int
    contract_number: str
    loan_sealed: str


async def next_batch(connection: Connection) -> Batch | None:
    """Lock the oldest signed batch with something to do, unless somebody else is at it."""
    row = await connection.fetchrow(NEXT_BATCH)
    return Batch(**dict(row)) if row is not None else None


async def next_loans(connection: Connection, batch_id: UUID, limit: int) -> list[Waiting]:
    """Return the next loans of a locked batch that are neither booked nor held."""
    return [Waiting(**dict(row)) for row in await connection.fetch(NEXT_LOANS, batch_id, limit)]


async def booked(connection: Connection, loan: Waiting, now: datetime) -> None:
    """Mark a loan as booked, in the transaction that books it; what was read of its people is emptied."""
    await connection.execute(BOOKED, loan.file_id, loan.line, now)


async def held(connection: Connection, loan: Waiting, why: str) -> None:
    """Hold a loan that cannot be booked any more; another signature tries it again."""
    await connection.execute(HELD, loan.file_id, loan.line, why)


async def end(connection: Connection, batch_id: UUID, now: datetime) -> None:
    """End a batch of which everything is booked; the files' sealed pieces are deleted."""
    await connection.execute(END, batch_id, now)
    await connection.execute(FORGET_PIECES, batch_id)
