"""Readings: codes of other centres, read for cases of ours, and how far each is."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import asyncpg

from documents.domain import Asker, CaseKind, ReadingState
from documents.store.documents import NewDocument
from shared.base.db import Connection, Pool


@dataclass(frozen=True)
class Reading:
    """A reading as it is stored."""

    reading_id: UUID
    person_id: UUID | None
    """Who had it read in the hall; none at the counter."""
    asker: Asker
    case_kind: CaseKind
    case_reference: str
    state: ReadingState
    asked_at: datetime
    dies_at: datetime
    code_sealed: str | None
    id_number_sealed: str | None
    attempts: int = 0
    centre_name: str | None = None
    number: str | None = None
    refusal: str | None = None
    finished_at: datetime | None = None


COLUMNS = """reading_id, person_id, asked_by, asked_by_role, asked_by_name, channel, reason, case_kind,
       case_reference, state, asked_at, dies_at, code_sealed, id_number_sealed, attempts, centre_name, number,
       refusal, finished_at"""


def _reading_of(row: asyncpg.Record) -> Reading:
    asker = Asker(
        row["asked_by"], row["asked_by_role"], row["asked_by_name"], row["channel"], row["reason"]
    )
    return Reading(
        row["reading_id"],
        row["person_id"],
        asker,
        CaseKind(row["case_kind"]),
        row["case_reference"],
        ReadingState(row["state"]),
        row["asked_at"],
        row["dies_at"],
        row["code_sealed"],
        row["id_number_sealed"],
        row["attempts"],
        row["centre_name"],
        row["number"],
        row["refusal"],
        row["finished_at"],
    )


INSERT = """
INSERT INTO reading (reading_id, person_id, asked_by, asked_by_role, asked_by_name, channel, reason,
                     case_kind, case_reference, state, asked_at, dies_at, code_sealed, id_number_sealed)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
"""


async def add(connection: Connection, new: Reading) -> None:
    """Store a new reading."""
    await connection.execute(
        INSERT,
        new.reading_id,
        new.person_id,
        new.asker.identity_id,
        new.asker.role,
        new.asker.name,
        new.asker.channel,
        new.asker.reason,
        new.case_kind,
        new.case_reference,
        new.state,
        new.asked_at,
        new.dies_at,
        new.code_sealed,
        new.id_number_sealed,
    )


CLAIM = f"""
UPDATE reading SET attempts = attempts + 1, claimed_until = $1::timestamptz + $2::interval
WHERE reading_id IN (
    SELECT reading_id FROM reading WHERE state = 'asked' AND claimed_until <= $1
    ORDER BY asked_at LIMIT $3 FOR NO KEY UPDATE SKIP LOCKED
) RETURNING {COLUMNS}
"""  # noqa: S608


async def claim(
    connection: Connection, now: datetime, lease: timedelta, limit: int
) -> list[Reading]:
    """Claim what is to be asked, oldest first; who dies with it lets it go after the lease."""
    return [_reading_of(row) for row in await connection.fetch(CLAIM, now, lease, limit)]


AGAIN = "UPDATE reading SET claimed_until = $2 WHERE reading_id = $1 AND state = 'asked'"


async def again_at(connection: Connection, reading_id: UUID, at: datetime) -> None:
    """Ask again at an instant, and not before."""
    await connection.execute(AGAIN, reading_id, at)


LOCK = f"SELECT {COLUMNS} FROM reading WHERE reading_id = $1 FOR NO KEY UPDATE"  # noqa: S608


async def lock(connection: Connection, reading_id: UUID) -> Reading:
    """Lock a reading that is there."""
    row = await connection.fetchrow(LOCK, reading_id)
    assert row is not None, "a reading is never deleted"
    return _reading_of(row)


REFUSE = """
UPDATE reading SET state = 'refused', refusal = $2, finished_at = $3, code_sealed = NULL,
                   id_number_sealed = NULL
WHERE reading_id = $1
"""


async def refuse(connection: Connection, reading_id: UUID, reason: str, now: datetime) -> None:
    """End a reading that came to nothing."""
    await connection.execute(REFUSE, reading_id, reason, now)


INSERT_SHEET = """
INSERT INTO document (number, kind, issued_on, issued_at, facts_at, contents_hash, content_sealed, code_hash)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
"""
PRINT = """
UPDATE reading SET state = 'printing', number = $2, centre_name = $3, code_sealed = NULL,
                   id_number_sealed = NULL
WHERE reading_id = $1
"""


async def have_printed(
    connection: Connection, reading_id: UUID, sheet: NewDocument, centre_name: str
) -> None:
    """Give the press what was told, and the reading its number."""
    await connection.execute(
        INSERT_SHEET,
        sheet.number,
        sheet.kind,
        sheet.issued_on,
        sheet.issued_at,
        sheet.facts_at,
        sheet.contents_hash,
        sheet.content_sealed,
        sheet.code_hash,
    )
    await connection.execute(PRINT, reading_id, sheet.number, centre_name)


FILE = """
UPDATE reading SET state = 'filed', finished_at = $2 WHERE number = $1 AND state = 'printing'
RETURNING reading_id, case_kind, case_reference, person_id, number, centre_name, finished_at
"""


async def file(connection: Connection, number: str, now: datetime) -> asyncpg.Record | None:
    """Say that a sheet lies with its case; None where the document is no sheet."""
    return await connection.fetchrow(FILE, number, now)


ONE = f"SELECT {COLUMNS} FROM reading WHERE reading_id = $1"  # noqa: S608


async def one(pool: Pool, reading_id: UUID) -> Reading | None:
    """Read one."""
    row = await pool.fetchrow(ONE, reading_id)
    return _reading_of(row) if row else None


OF_CASE = f"""
SELECT {COLUMNS} FROM reading WHERE case_kind = $1 AND case_reference = $2
ORDER BY asked_at, reading_id LIMIT $3
"""  # noqa: S608


async def of_case(pool: Pool, kind: CaseKind, reference: str, limit: int) -> list[Reading]:
    """Read what was read for a case, in order."""
    return [_reading_of(row) for row in await pool.fetch(OF_CASE, kind, reference, limit)]
