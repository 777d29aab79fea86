"""Shown codes (亮码): which live, what they stand for, and who has read them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from documents.domain import CodeState, Row
from shared.base.db import Connection, Pool

# Two codes of one person at the same time are made one after the other.
LOCK_PERSON = "SELECT pg_advisory_xact_lock(hashtext('codes of'), hashtext($1::uuid::text))"
COUNT_SINCE = "SELECT count(*) FROM shown_code WHERE person_id = $1 AND asked_at >= $2"


async def count_since(connection: Connection, person_id: UUID, since: datetime) -> int:
    """Count a person's codes since an instant, and let nobody else make one meanwhile."""
    await connection.execute(LOCK_PERSON, person_id)
    found: int = await connection.fetchval(COUNT_SINCE, person_id, since)
    return found


KILL = """
UPDATE shown_code SET state = 'dead', code_sealed = NULL, contributions_sealed = NULL, loans_sealed = NULL,
                      sheet_sealed = NULL
WHERE person_id = $1 AND state IN ('asked', 'open')
"""


async def kill(connection: Connection, person_id: UUID) -> None:
    """End the code that a person has."""
    await connection.execute(KILL, person_id)


@dataclass(frozen=True)
class Code:
    """A code as it is stored."""

    code_id: UUID
    person_id: UUID
    session_id: str
    state: CodeState
    asked_at: datetime
    dies_at: datetime
    code_sealed: str | None
    refusal: str | None = None
    reading_id: UUID | None = None
    read_at: datetime | None = None
    read_by: str | None = None
    purpose: str | None = None

    def lives(self, now: datetime) -> bool:
        """Whether it can still be shown."""
        return self.state in (CodeState.ASKED, CodeState.OPEN) and now < self.dies_at


COLUMNS = """code_id, person_id, session_id, state, asked_at, dies_at, code_sealed, refusal, reading_id,
       read_at, read_by, purpose"""

INSERT = """
INSERT INTO shown_code (code_id, person_id, session_id, state, asked_at, dies_at, code_sealed, code_hash)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
"""


async def add(connection: Connection, code: Code, code_hash: str) -> None:
    """Store a new code."""
    await connection.execute(
        INSERT,
        code.code_id,
        code.person_id,
        code.session_id,
        code.state,
        code.asked_at,
        code.dies_at,
        code.code_sealed,
        code_hash,
    )


def _code_of(row: Row) -> Code:
    return Code(
        row["code_id"],
        row["person_id"],
        row["session_id"],
        CodeState(row["state"]),
        row["asked_at"],
        row["dies_at"],
        row["code_sealed"],
        row["refusal"],
        row["reading_id"],
        row["read_at"],
        row["read_by"],
        row["purpose"],
    )


@dataclass(frozen=True)
class Waiting:
    """A code and what is known for it by now, sealed."""

    code: Code
    contributions_sealed: str | None
    loans_sealed: str | None


LOCK = f"""
SELECT {COLUMNS}, contributions_sealed, loans_sealed
FROM shown_code WHERE code_id = ANY($1::uuid[]) ORDER BY code_id FOR NO KEY UPDATE
"""  # noqa: S608


async def lock(connection: Connection, code_ids: Sequence[UUID]) -> dict[UUID, Waiting]:
    """Lock codes, in their order, and read them."""
    return {
        row["code_id"]: Waiting(_code_of(row), row["contributions_sealed"], row["loans_sealed"])
        for row in await connection.fetch(LOCK, code_ids)
    }


KEEP = """
UPDATE shown_code SET contributions_sealed = coalesce(told.contributions, contributions_sealed),
                      loans_sealed = coalesce(told.loans, loans_sealed)
FROM unnest($1::uuid[], $2::text[], $3::text[]) AS told (code_id, contributions, loans)
WHERE shown_code.code_id = told.code_id
"""


async def keep_contributions(connection: Connection, told: Mapping[UUID, str]) -> None:
    """Keep what accounts told, sealed, while loans has not answered."""
    await connection.execute(KEEP, list(told), list(told.values()), [None] * len(told))


async def keep_loans(connection: Connection, told: Mapping[UUID, str]) -> None:
    """Keep what loans told, sealed, while accounts has not answered."""
    await connection.execute(KEEP, list(told), [None] * len(told), list(told.values()))


@dataclass(frozen=True)
class Ready:
    """What a code stands for."""

    code_id: UUID
    sheet_sealed: str
    id_number_hash: str


OPEN = """
UPDATE shown_code SET state = 'open', sheet_sealed = ready.sheet, id_number_hash = ready.id_number_hash,
                      contributions_sealed = NULL, loans_sealed = NULL
FROM unnest($1::uuid[], $2::text[], $3::text[]) AS ready (code_id, sheet, id_number_hash)
WHERE shown_code.code_id = ready.code_id
"""


async def open_(connection: Connection, ready: Sequence[Ready]) -> None:
    """Let codes be read."""
    await connection.execute(
        OPEN,
        [one.code_id for one in ready],
        [one.sheet_sealed for one in ready],
        [one.id_number_hash for one in ready],
    )


REFUSE = """
UPDATE shown_code SET state = 'refused', refusal = refused.reason, code_sealed = NULL,
                      contributions_sealed = NULL, loans_sealed = NULL
FROM unnest($1::uuid[], $2::text[]) AS refused (code_id, reason)
WHERE shown_code.code_id = refused.code_id
"""


async def refuse(connection: Connection, reasons: Mapping[UUID, str]) -> None:
    """End codes that stand for nothing."""
    await connection.execute(REFUSE, list(reasons), list(reasons.values()))


@dataclass(frozen=True)
class Held:
    """A code that somebody wants to read, locked."""

    code: Code
    id_number_hash: str | None
    sheet_sealed: str | None


LOCK_BY_HASH = f"""
SELECT {COLUMNS}, id_number_hash, sheet_sealed FROM shown_code WHERE code_hash = ANY($1::text[])
FOR NO KEY UPDATE
"""  # noqa: S608


async def lock_by_hash(connection: Connection, code_hashes: Sequence[str]) -> Held | None:
    """Lock the code that has this hash, under either lookup key."""
    row = await connection.fetchrow(LOCK_BY_HASH, code_hashes)
    return Held(_code_of(row), row["id_number_hash"], row["sheet_sealed"]) if row else None


READ = """
UPDATE shown_code SET state = 'read', code_sealed = NULL, reading_id = $2, read_at = $3, read_by = $4,
                      purpose = $5
WHERE code_id = $1
"""


async def read(
    connection: Connection,
    code_id: UUID,
    reading_id: UUID,
    *,
    at: datetime,
    centre: str,
    purpose: str,
) -> None:
    """Say that a centre has read a code."""
    await connection.execute(READ, code_id, reading_id, at, centre, purpose)


FORGET = """
UPDATE shown_code SET state = CASE WHEN state IN ('asked', 'open') THEN 'dead' ELSE state END,
                      code_sealed = NULL, contributions_sealed = NULL, loans_sealed = NULL,
                      sheet_sealed = NULL
WHERE code_id IN (
    SELECT code_id FROM shown_code
    WHERE (code_sealed IS NOT NULL OR sheet_sealed IS NOT NULL)
      AND (dies_at <= $1 AND state <> 'read' OR read_at <= $2)
    ORDER BY dies_at LIMIT $3 FOR NO KEY UPDATE SKIP LOCKED)
"""


async def forget(connection: Connection, now: datetime, read_before: datetime, limit: int) -> int:
    """Delete what dead codes stood for, and what was read before an instant; return how many."""
    done = await connection.execute(FORGET, now, read_before, limit)
    return int(done.split()[-1])


OF_PERSON = f"""
SELECT {COLUMNS} FROM shown_code WHERE person_id = $1
  AND ($2::timestamptz IS NULL OR (asked_at, code_id) < ($2, $3::uuid))
ORDER BY asked_at DESC, code_id DESC LIMIT $4
"""  # noqa: S608


async def of_person(
    pool: Pool, person_id: UUID, before: tuple[datetime, UUID] | None, limit: int
) -> list[Code]:
    """Read a page of a person's codes, latest first."""
    at, code_id = before or (None, None)
    return [_code_of(row) for row in await pool.fetch(OF_PERSON, person_id, at, code_id, limit)]


ONE = f"SELECT {COLUMNS} FROM shown_code WHERE code_id = $1"  # noqa: S608


async def one(pool: Pool, code_id: UUID) -> Code | None:
    """Read one code."""
    row = await pool.fetchrow(ONE, code_id)
    return _code_of(row) if row else None
