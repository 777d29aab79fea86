"""Subjects of the three registers, and who of the services' people is which."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

import asyncpg

from credit.domain import Subject, SubjectKind, SubjectState
from shared.base.db import Connection

_SUBJECT = "SELECT subject_id, kind, code, name, state, merged_into FROM subject "


def subject_of(row: asyncpg.Record) -> Subject:
    """Read a row."""
    return Subject(
        row["subject_id"],
        SubjectKind(row["kind"]),
        row["code"],
        row["name"],
        SubjectState(row["state"]),
        row["merged_into"],
    )


BY_ID = _SUBJECT + "WHERE subject_id = ANY($1::uuid[]) ORDER BY subject_id FOR NO KEY UPDATE"


async def lock(connection: Connection, subject_ids: Sequence[UUID]) -> dict[UUID, Subject]:
    """Lock subjects, in their order, and read them."""
    rows = await connection.fetch(BY_ID, subject_ids)
    return {row["subject_id"]: subject_of(row) for row in rows}


INSERT = """
INSERT INTO subject (subject_id, kind, code, code_hash, name, name_hash, registered_at, source)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING subject_id
"""


async def add(
    connection: Connection,
    subject: Subject,
    hashes: tuple[str, str] | None,
    now: datetime,
    source: str,
) -> bool:
    """Add a subject; `hashes` are those of a natural person's number and name. False if it is there."""
    code_hash, name_hash = hashes or (None, None)
    added = await connection.fetchval(
        INSERT,
        subject.subject_id,
        subject.kind,
        subject.code,
        code_hash,
        subject.name,
        name_hash,
        now,
        source,
    )
    return added is not None


KNOWN = """
SELECT subject_id FROM subject WHERE code = $1 OR code_hash = $2
"""


async def known(connection: Connection, code: str | None, code_hash: str | None) -> UUID | None:
    """Find who has a code, or an ID number's hash."""
    found: UUID | None = await connection.fetchval(KNOWN, code, code_hash)
    return found


NOTE = """
INSERT INTO subject_history (subject_id, changed_at, what, code, name, proposal_id, reason)
VALUES ($1, $2, $3, $4, $5, $6, $7)
"""


async def note(
    connection: Connection,
    subject: Subject,
    now: datetime,
    what: str,
    *,
    by: tuple[UUID | None, str],
) -> None:
    """Keep what a subject is called from now on; `by` is the proposal, and why."""
    await connection.execute(NOTE, subject.subject_id, now, what, subject.code, subject.name, *by)


CHANGE = "UPDATE subject SET code = $2, name = $3 WHERE subject_id = $1"


async def change(connection: Connection, subject: Subject) -> None:
    """Give a subject another code or name."""
    await connection.execute(CHANGE, subject.subject_id, subject.code, subject.name)


MERGE = """
WITH moved AS (
    UPDATE record SET subject_id = $2 WHERE subject_id = $1
), shielded AS (
    UPDATE shield SET subject_id = $2
    WHERE subject_id = $1 AND NOT EXISTS (
        SELECT FROM shield AS other WHERE other.subject_id = $2 AND other.ruling_no = shield.ruling_no
        AND other.ended_at IS NULL)
), listed AS (
    UPDATE list_entry SET subject_id = $2
    WHERE subject_id = $1 AND NOT EXISTS (
        SELECT FROM list_entry AS other WHERE other.subject_id = $2 AND other.list_code = list_entry.list_code
        AND other.authority_code = list_entry.authority_code AND other.document_no = list_entry.document_no)
)
UPDATE subject SET state = 'merged', merged_into = $2 WHERE subject_id = $1 OR merged_into = $1
"""


async def merge(connection: Connection, subject_id: UUID, into: UUID) -> None:
    """Make one subject's records another's; the old key still leads there."""
    await connection.execute(MERGE, subject_id, into)


# Name and code must belong together; who was merged is found under what it is now (R-CRD-10).
MATCH = """
SELECT position, coalesce(now.subject_id, found.subject_id) AS subject_id
FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) WITH ORDINALITY
         AS asked (code, name, code_hash, name_hash, position)
JOIN subject AS found ON found.code = asked.code AND found.name = asked.name
                      OR found.code_hash = asked.code_hash AND found.name_hash = asked.name_hash
LEFT JOIN subject AS now ON now.subject_id = found.merged_into
"""


async def match(
    connection: Connection,
    asked: Sequence[tuple[str | None, str | None, str | None, str | None]],
) -> dict[int, UUID]:
    """Find subjects by code and name, or the hashes of both; position (from 0) → subject."""
    columns = [list(column) for column in zip(*asked, strict=True)] or [[], [], [], []]
    rows = await connection.fetch(MATCH, *columns)
    return {row["position"] - 1: row["subject_id"] for row in rows}


LINK = """
INSERT INTO person_link (person_id, code_hash)
SELECT * FROM unnest($1::uuid[], $2::text[]) AS told (person_id, code_hash) ORDER BY person_id
ON CONFLICT (person_id) DO UPDATE SET code_hash = excluded.code_hash
WHERE person_link.code_hash <> excluded.code_hash AND person_link.changed_at IS NULL
"""
RELINK = """
INSERT INTO person_link (person_id, code_hash, changed_at)
SELECT DISTINCT ON (person_id) *
FROM unnest($1::uuid[], $2::text[], $3::timestamptz[]) AS told (person_id, code_hash, changed_at)
ORDER BY person_id, changed_at DESC
ON CONFLICT (person_id) DO UPDATE SET code_hash = excluded.code_hash, changed_at = excluded.changed_at
WHERE person_link.changed_at IS NULL OR person_link.changed_at < excluded.changed_at
"""


async def link(connection: Connection, hashes: Mapping[UUID, str]) -> None:
    """Know by which hash a person of the services stands in the register, if they do."""
    await connection.execute(LINK, list(hashes), list(hashes.values()))


async def relink(connection: Connection, told: Sequence[tuple[UUID, str, datetime]]) -> None:
    """Know the hashes of numbers that were corrected; an older word is ignored."""
    columns = [list(column) for column in zip(*told, strict=True)]
    await connection.execute(RELINK, *columns)


UNLINK = """
INSERT INTO person_link (person_id, code_hash, changed_at)
SELECT person_id, code_hash, 'infinity' FROM unnest($1::uuid[], $2::text[]) AS told (person_id, code_hash)
ORDER BY person_id
ON CONFLICT (person_id) DO UPDATE SET code_hash = excluded.code_hash, changed_at = excluded.changed_at
"""


async def unlink(connection: Connection, nobodys: Mapping[UUID, str]) -> None:
    """Know nobody's number of people any more, whatever else comes late; each gets a hash of nothing."""
    await connection.execute(UNLINK, list(nobodys), list(nobodys.values()))


PEOPLE_OF = """
SELECT person_id FROM person_link JOIN subject USING (code_hash) WHERE subject_id = ANY($1::uuid[])
"""


async def people_of(connection: Connection, subject_ids: Sequence[UUID]) -> frozenset[UUID]:
    """Who of the services' people the subjects are: none of them acts on what is theirs."""
    rows = await connection.fetch(PEOPLE_OF, subject_ids)
    return frozenset(row["person_id"] for row in rows)
