"""Documents: what is to be printed, what was printed, and how it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import asyncpg

from documents.domain import DocumentState
from shared.base.db import Connection

SERIALS = "SELECT nextval('document_serial') FROM generate_series(1, $1::integer)"


async def serials(connection: Connection, count: int) -> list[int]:
    """Take so many new serial numbers."""
    return [row[0] for row in await connection.fetch(SERIALS, count)]


@dataclass(frozen=True)
class NewDocument:
    """A document that is to be printed."""

    number: str
    person_id: UUID | None
    """None where it is about somebody of another centre."""
    kind: str
    issued_on: date
    issued_at: datetime
    facts_at: datetime
    contents_hash: str
    content_sealed: str
    code_hash: str

    @property
    def key(self) -> "Key":
        """What makes it the same document."""
        return self.person_id, self.kind, self.contents_hash


Key = tuple[UUID | None, str, str]
"""Person, kind, hash of the contents; of one day."""

INSERT = """
INSERT INTO document (number, person_id, kind, issued_on, issued_at, facts_at, contents_hash,
                      content_sealed, code_hash)
SELECT number, person_id, kind, $3, $4, facts_at, contents_hash, content_sealed, code_hash
FROM unnest($1::text[], $2::uuid[], $5::text[], $6::timestamptz[], $7::text[], $8::text[], $9::text[])
    AS new (number, person_id, kind, facts_at, contents_hash, content_sealed, code_hash)
ORDER BY person_id, kind, contents_hash
ON CONFLICT (person_id, kind, issued_on, contents_hash) WHERE state <> 'withdrawn' DO NOTHING
"""
# Locked, so that what is being printed is not issued before the request that wants it says so.
STANDING = """
SELECT number, person_id, kind, contents_hash, state, issued_at, facts_at
FROM document JOIN unnest($1::uuid[], $2::text[], $3::text[]) AS wanted (person_id, kind, contents_hash)
    USING (person_id, kind, contents_hash)
WHERE issued_on = $4 AND state <> 'withdrawn' ORDER BY number FOR SHARE OF document
"""


async def provide(
    connection: Connection, new: Sequence[NewDocument], day: date, now: datetime
) -> dict[Key, asyncpg.Record]:
    """Store documents that were not made of the same facts on this day already; return which stand."""
    await connection.execute(
        INSERT,
        [one.number for one in new],
        [one.person_id for one in new],
        day,
        now,
        [one.kind for one in new],
        [one.facts_at for one in new],
        [one.contents_hash for one in new],
        [one.content_sealed for one in new],
        [one.code_hash for one in new],
    )
    rows = await connection.fetch(
        STANDING,
        [one.person_id for one in new],
        [one.kind for one in new],
        [one.contents_hash for one in new],
        day,
    )
    return {(row["person_id"], row["kind"], row["contents_hash"]): row for row in rows}


CLAIM = """
UPDATE document SET attempts = attempts + 1,
                    claimed_until = now() + make_interval(secs => $1 * 2 ^ least(attempts, 6))
WHERE number IN (
    SELECT number FROM document WHERE state = 'printing' AND claimed_until <= now()
    ORDER BY issued_at LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED
) RETURNING number, content_sealed
"""


async def claim(connection: Connection, seconds: float, count: int) -> list[tuple[str, str]]:
    """Claim what is to be printed, oldest first; each failed try rests twice as long as the one before."""
    rows = await connection.fetch(CLAIM, seconds, count)
    return [(row["number"], row["content_sealed"]) for row in rows]


KEEP_PRINTED = """
UPDATE document SET state = 'issued', pdf_sealed = $2, pdf_sha256 = $3, pages = $4
WHERE number = $1 AND state = 'printing' RETURNING number, person_id, kind, issued_at, facts_at
"""


async def keep_printed(
    connection: Connection, number: str, pdf_sealed: str, sha256: str, pages: int
) -> asyncpg.Record | None:
    """Keep a printed document; none where another process was faster."""
    return await connection.fetchrow(KEEP_PRINTED, number, pdf_sealed, sha256, pages)


LOCK_STATE = "SELECT person_id, kind, state FROM document WHERE number = $1 FOR NO KEY UPDATE"


async def lock_state(
    connection: Connection, number: str
) -> tuple[UUID | None, str, DocumentState] | None:
    """Lock a document; return whose it is, of which kind, and how it stands."""
    row = await connection.fetchrow(LOCK_STATE, number)
    return (row["person_id"], row["kind"], DocumentState(row["state"])) if row else None


WITHDRAW = """
UPDATE document SET state = 'withdrawn', withdrawn_at = $2, withdrawal_reason = $3, proposal_id = $4
WHERE number = $1
"""


async def withdraw(
    connection: Connection, number: str, now: datetime, reason: str, proposal_id: UUID
) -> None:
    """Declare an issued document void."""
    await connection.execute(WITHDRAW, number, now, reason, proposal_id)
