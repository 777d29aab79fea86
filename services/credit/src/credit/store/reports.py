"""Reports as they were told; none is changed."""

from dataclasses import astuple, dataclass
from datetime import date, datetime
from uuid import UUID

import asyncpg

from shared.base.db import Connection

SERIAL = "SELECT nextval('credit_report_serial')"


async def serial(connection: Connection) -> int:
    """Take a new serial number."""
    taken: int = await connection.fetchval(SERIAL)
    return taken


ASKED_TODAY = "SELECT count(*) FROM credit_report WHERE asked_by = $1 AND asked_on = $2"
ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtextextended('credit_report ' || $1::text, 0))"


async def asked_today(connection: Connection, asked_by: UUID, today: date) -> int:
    """Count the reports of one asker, who waits for their own other requests."""
    await connection.execute(ONE_AT_A_TIME, str(asked_by))
    found: int = await connection.fetchval(ASKED_TODAY, asked_by, today)
    return found


OF_PERSON = """
SELECT subject_id FROM person_link JOIN subject USING (code_hash) WHERE person_id = $1
"""
SUBJECT = """
SELECT asked.subject_id AS found_id, now.subject_id, now.kind, now.code, now.name, now.code_hash
FROM subject AS asked JOIN subject AS now ON now.subject_id = coalesce(asked.merged_into, asked.subject_id)
WHERE asked.subject_id = $1
"""


async def subject_of_person(connection: Connection, person_id: UUID) -> UUID | None:
    """Find how one of the services' people stands in the register."""
    found: UUID | None = await connection.fetchval(OF_PERSON, person_id)
    return found


async def subject(connection: Connection, subject_id: UUID) -> asyncpg.Record:
    """Read a subject that is there, or into whom it was merged."""
    row = await connection.fetchrow(SUBJECT, subject_id)
    assert row is not None, "it was found in this transaction"
    return row


@dataclass(frozen=True)
class NewReport:
    """A report as it is kept."""

    number: str
    subject_id: UUID
    ground: str
    authority_no: str | None
    purpose: str
    asked_by: UUID
    person_id: UUID | None
    asked_on: date
    as_of: datetime
    record_ids: list[UUID]
    versions: list[int]
    entry_ids: list[UUID]
    content_sealed: str
    code_hash: str
    digest: str


ADD = """
INSERT INTO credit_report (number, subject_id, ground, authority_no, purpose, asked_by, person_id, asked_on,
                           as_of, record_ids, versions, entry_ids, content_sealed, code_hash, digest)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
"""


async def add(connection: Connection, new: NewReport) -> None:
    """Keep a report."""
    await connection.execute(ADD, *astuple(new))
