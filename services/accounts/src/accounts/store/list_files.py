"""Lists that employers upload: the sealed file, what was read of it, and the list that it becomes."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import asyncpg

from accounts.rules.list_reading import Flaw
from accounts.store.rows import FileRow
from shared.base.db import Connection, Pool, typed_or_none

ADD_FILE = """
INSERT INTO list_file (id, employer_number, month, file_name, file_bytes, file_sha256, state, uploaded_by,
                       received_at)
VALUES ($1, $2, $3, $4, $5, $6, 'received', $7, $8)
"""
ADD_PIECE = "INSERT INTO list_file_piece (file_id, position, data_sealed) VALUES ($1, $2, $3)"


@dataclass(frozen=True)
class NewFile:
    """A file that has come."""

    file_id: UUID
    employer_number: str
    month: date
    name: str
    size_bytes: int
    sha256: str
    actor: str


async def add_file(connection: Connection, new: NewFile, now: datetime) -> None:
    """Keep that a file has come."""
    await connection.execute(
        ADD_FILE,
        new.file_id,
        new.employer_number,
        new.month,
        new.name,
        new.size_bytes,
        new.sha256,
        new.actor,
        now,
    )


async def add_piece(connection: Connection, file_id: UUID, position: int, sealed: str) -> None:
    """Keep a piece of a file."""
    await connection.execute(ADD_PIECE, file_id, position, sealed)


PIECE = "SELECT data_sealed FROM list_file_piece WHERE file_id = $1 AND position = $2"


async def piece(pool: Pool, file_id: UUID, position: int) -> str | None:
    """Return a piece of a file; None behind the last one."""
    found: str | None = await pool.fetchval(PIECE, file_id, position)
    return found


CLAIM = """
UPDATE list_file SET state = 'reading', attempts = attempts + 1, rows_read = 0, flaws = 0,
       leased_until = clock_timestamp() + $1 * interval '1 second'
WHERE id = (
    SELECT id FROM list_file
    WHERE state = 'received' OR (state = 'reading' AND leased_until < clock_timestamp())
    ORDER BY received_at LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING id, employer_number, month, attempts
"""
FORGET_ROWS = "DELETE FROM list_file_row WHERE file_id = $1"
FORGET_FLAWS = "DELETE FROM list_file_flaw WHERE file_id = $1"


@dataclass(frozen=True)
class Claim:
    """A file that is being read, and by which of its readers."""

    file_id: UUID
    employer_number: str
    month: date
    attempt: int


async def claim(connection: Connection, lease_seconds: float) -> Claim | None:
    """Take the next file to be read, whose reader is gone too; what that one wrote is forgotten."""
    row = await connection.fetchrow(CLAIM, lease_seconds)
    if row is None:
        return None
    await connection.execute(FORGET_ROWS, row["id"])
    await connection.execute(FORGET_FLAWS, row["id"])
    return Claim(row["id"], row["employer_number"], row["month"], row["attempts"])


KEEP_READING = """
UPDATE list_file SET rows_read = rows_read + $3, flaws = flaws + $4,
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
    "file_id", "row_number", "account_number", "base_fen", "employer_fen", "employee_fen", "reason",
)  # fmt: skip
FLAW_COLUMNS = (
    "file_id", "position", "row_number", "column_index", "field", "value", "reason", "allowed", "rule",
)  # fmt: skip


@dataclass(frozen=True)
class StagedRow:
    """Somebody on the list, found; the sides are what base and ratios make."""

    row: int
    account_number: str
    base_fen: int
    employer_fen: int
    employee_fen: int
    reason: str


async def add_rows(connection: Connection, file_id: UUID, rows: Sequence[StagedRow]) -> None:
    """Keep rows that were read."""
    records = [(file_id, *vars(row).values()) for row in rows]
    await connection.copy_records_to_table("list_file_row", records=records, columns=ROW_COLUMNS)


async def add_flaws(
    connection: Connection, file_id: UUID, flaws: Sequence[Flaw], begin: int
) -> None:
    """Keep what is wrong, from a position on."""
    records = [(file_id, begin + n, *vars(flaw).values()) for n, flaw in enumerate(flaws)]
    await connection.copy_records_to_table("list_file_flaw", records=records, columns=FLAW_COLUMNS)


HAND_BACK = (
    "UPDATE list_file SET state = 'received' WHERE id = $1 AND attempts = $2 AND state = 'reading'"
)


async def hand_back(connection: Connection, claim: Claim) -> None:
    """Let a file be read by whoever comes next."""
    await connection.execute(HAND_BACK, claim.file_id, claim.attempt)


FLAW_COUNT = """
SELECT flaws FROM list_file WHERE id = $1 AND attempts = $2 AND state = 'reading' FOR UPDATE
"""


async def flaw_count(connection: Connection, claim: Claim) -> int | None:
    """Lock a file for its reader's last word; return its flaws; None: somebody else reads it now."""
    found: int | None = await connection.fetchval(FLAW_COUNT, claim.file_id, claim.attempt)
    return found


END_READING = """
UPDATE list_file SET state = $3, read_at = $4, why = $5, digest = $6, preview = $7::jsonb,
       columns = $8::jsonb, ignored = $9, leased_until = NULL
WHERE id = $1 AND attempts = $2 AND state = 'reading'
"""


@dataclass(frozen=True)
class Outcome:
    """What became of reading a file."""

    state: str
    why: str | None = None
    digest: str | None = None
    preview: Mapping[str, Any] | None = None
    columns: Mapping[str, int] | None = None
    ignored: Sequence[str] = ()


async def end_reading(
    connection: Connection, claim: Claim, outcome: Outcome, now: datetime
) -> None:
    """Keep what became of reading a file."""
    await connection.execute(
        END_READING,
        claim.file_id,
        claim.attempt,
        outcome.state,
        now,
        outcome.why,
        outcome.digest,
        outcome.preview,
        outcome.columns or {},
        list(outcome.ignored),
    )


# One array a statement, looked up by its own index: an OR of two arrays is a search of both for each of the
# employer's people, as soon as the plan is kept and the arrays are not known to it.
BY_NUMBER = """
SELECT account.number, account.person_id, person.id_number_hash, person.name_sealed
FROM individual_account AS account JOIN person ON person.id = account.person_id
WHERE account.number = ANY($2::text[]) AND account.employer_number = $1
  AND account.state NOT IN ('03', '04', '05')
"""
BY_DOCUMENT = """
SELECT account.number, account.person_id, person.id_number_hash, person.name_sealed
FROM person JOIN individual_account AS account ON account.person_id = person.id
WHERE person.id_number_hash = ANY($2::text[]) AND account.employer_number = $1
  AND account.state NOT IN ('03', '04', '05')
"""


async def people(
    pool: Pool, employer_number: str, numbers: Sequence[str], hashes: Collection[str]
) -> list[asyncpg.Record]:
    """Return whom an employer's rows may be about, by account number or by the hash of a document."""
    found = await pool.fetch(BY_NUMBER, employer_number, numbers)
    others = {*hashes}.difference(row["id_number_hash"] for row in found)
    if others:
        found += await pool.fetch(BY_DOCUMENT, employer_number, list(others))
    return found


FINDINGS = """
WITH due AS (
    SELECT number, least(greatest(coalesce(
               (SELECT base_fen FROM base_change
                WHERE account_number = account.number AND effective_month <= $3::date
                ORDER BY effective_month DESC LIMIT 1), base_fen), $4), $5) AS base_fen
    FROM individual_account AS account
    WHERE employer_number = $2 AND state NOT IN ('03', '04', '05')
      AND coalesce(paid_up_to < $3::date, true)
      AND EXISTS (SELECT FROM contribution_period AS period
                  WHERE period.account_number = account.number AND period.employer_number = $2
                    AND period.from_month <= $3::date
                    AND coalesce(period.until_month > $3::date, true))
), listed AS (
    SELECT row_number, account_number AS number, base_fen, reason,
           min(row_number) OVER (PARTITION BY account_number) AS first_row
    FROM list_file_row WHERE file_id = $1
)
SELECT coalesce(listed.row_number, 0) AS row_number, number, listed.first_row, account.state,
       account.paid_up_to, listed.base_fen, due.base_fen AS due_base_fen, due.number IS NOT NULL AS is_due
FROM due FULL JOIN listed USING (number) JOIN individual_account AS account USING (number)
WHERE listed.number IS NULL OR due.number IS NULL OR row_number > first_row
   OR (listed.base_fen <> due.base_fen AND listed.reason = '' AND $6)
ORDER BY listed.row_number NULLS FIRST, number
"""


async def findings(
    connection: Connection,
    claim: Claim,
    limits_fen: tuple[int, int],
    *,
    reason_needed: bool,
) -> list[asyncpg.Record]:
    """Hold the rows against who contributes for the month: missing, not due, twice, another base."""
    return await connection.fetch(
        FINDINGS, claim.file_id, claim.employer_number, claim.month, *limits_fen, reason_needed
    )


PREVIEW = """
WITH now AS (
    SELECT account_number, base_fen, employer_fen, employee_fen FROM list_file_row WHERE file_id = $1
), last AS (
    SELECT id FROM remittance_list
    WHERE employer_number = $2 AND month < $3::date AND state = 'booked' ORDER BY month DESC LIMIT 1
), one AS (
    SELECT now.employer_fen, now.employee_fen, now.employer_fen + now.employee_fen AS now_fen,
           before.employer_fen + before.employee_fen AS before_fen,
           now.base_fen <> before.base_fen AS rebased
    FROM now FULL JOIN (
        SELECT * FROM remittance_line WHERE list_id = (SELECT id FROM last)) AS before USING (account_number)
)
SELECT count(before_fen) AS people_before, coalesce(sum(before_fen), 0)::bigint AS before_fen,
       count(*) FILTER (WHERE before_fen IS NULL) AS joined,
       coalesce(sum(now_fen) FILTER (WHERE before_fen IS NULL), 0)::bigint AS joined_fen,
       count(*) FILTER (WHERE now_fen IS NULL) AS left_out,
       coalesce(sum(before_fen) FILTER (WHERE now_fen IS NULL), 0)::bigint AS left_out_fen,
       coalesce(sum(now_fen - before_fen), 0)::bigint AS changed_fen,
       count(*) FILTER (WHERE rebased) AS rebased,
       count(now_fen) AS people, coalesce(sum(now_fen), 0)::bigint AS fen,
       coalesce(sum(employer_fen), 0)::bigint AS employer_fen,
       coalesce(sum(employee_fen), 0)::bigint AS employee_fen,
       (SELECT encode(sha256(convert_to(string_agg(
            list_line_text(account_number, base_fen, employer_fen, employee_fen), ','
            ORDER BY account_number), 'UTF8')), 'hex') FROM now) AS digest
FROM one
"""


async def preview(connection: Connection, claim: Claim) -> asyncpg.Record:
    """Return totals, what differs from the last booked list (R-CHG-5), and the digest of the lines."""
    row = await connection.fetchrow(PREVIEW, claim.file_id, claim.employer_number, claim.month)
    assert row is not None
    return row


LOCK_FILE = """
SELECT id, employer_number, month, state, digest FROM list_file WHERE id = $1 FOR UPDATE
"""


async def lock_file(connection: Connection, file_id: UUID) -> FileRow | None:
    """Lock a file."""
    return typed_or_none(FileRow, await connection.fetchrow(LOCK_FILE, file_id))


TAKE_BASES = """
WITH changed AS (
    SELECT row.account_number, row.base_fen, row.reason, account.state
    FROM list_file_row AS row JOIN individual_account AS account ON account.number = row.account_number
    WHERE row.file_id = $1 AND row.base_fen <> least(greatest(coalesce(
        (SELECT base_fen FROM base_change
         WHERE account_number = row.account_number AND effective_month <= $2::date
         ORDER BY effective_month DESC LIMIT 1), account.base_fen), $3), $4)
), noted AS (
    INSERT INTO account_history (account_number, business_type, state_after, on_date, reason, actor)
    SELECT account_number, '10', state, $7, to_char($2::date, 'YYYY-MM') || ' ' || base_fen, $5 FROM changed
)
INSERT INTO base_change (account_number, effective_month, base_fen, reason, actor, changed_at)
SELECT account_number, $2, base_fen, reason, $5, $6 FROM changed
ON CONFLICT (account_number, effective_month) DO UPDATE
    SET base_fen = excluded.base_fen, reason = excluded.reason, actor = excluded.actor,
        changed_at = excluded.changed_at
"""


async def take_bases(
    connection: Connection,
    file: FileRow,
    limits_fen: tuple[int, int],
    actor: str,
    at: tuple[datetime, date],
) -> None:
    """Set the bases that a file has otherwise than they stand, from its month on (R-CHG-2)."""
    await connection.execute(TAKE_BASES, file["id"], file["month"], *limits_fen, actor, *at)


LIST_DIGEST = """
SELECT encode(sha256(convert_to(string_agg(
    list_line_text(account_number, base_fen, employer_fen, employee_fen), ',' ORDER BY account_number),
    'UTF8')), 'hex') FROM remittance_line WHERE list_id = $1
"""


async def list_digest(connection: Connection, list_id: UUID) -> str:
    """Return the digest of a list's lines."""
    digest: str = await connection.fetchval(LIST_DIGEST, list_id)
    return digest


ACCEPT = """
UPDATE list_file SET state = CASE WHEN id = $1 THEN 'accepted' ELSE 'superseded' END,
       list_id = CASE WHEN id = $1 THEN $2::uuid END, accepted_at = CASE WHEN id = $1 THEN $3::timestamptz END
WHERE id = $1 OR (employer_number = $4 AND month = $5::date AND state IN ('ready', 'flawed', 'unreadable'))
RETURNING id
"""
FORGET = {
    "rows": "DELETE FROM list_file_row WHERE file_id = ANY($1::uuid[])",
    "flaws": "DELETE FROM list_file_flaw WHERE file_id = ANY($1::uuid[])",
    "pieces": "DELETE FROM list_file_piece WHERE file_id = ANY($1::uuid[])",
}


async def accept(connection: Connection, file: FileRow, list_id: UUID, now: datetime) -> None:
    """Let a file be the list; the other files for this month have had their day, and all are deleted."""
    rows = await connection.fetch(
        ACCEPT, file["id"], list_id, now, file["employer_number"], file["month"]
    )
    for statement in FORGET.values():
        await connection.execute(statement, [row["id"] for row in rows])


FORGET_OLD = """
WITH old AS (
    SELECT id FROM list_file WHERE state NOT IN ('accepted', 'reading') AND received_at < $1
    ORDER BY received_at LIMIT 100 FOR UPDATE SKIP LOCKED
)
DELETE FROM list_file USING old WHERE list_file.id = old.id
"""


async def forget_old(connection: Connection, before: datetime) -> int:
    """Delete the files that nobody accepted, with all that was read of them; return how many."""
    tag = await connection.execute(FORGET_OLD, before)
    return int(tag.rpartition(" ")[2])
