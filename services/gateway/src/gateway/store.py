"""Identities, challenges and locks: each query whatever the number of rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

import asyncpg

from gateway.process import Challenge, ChallengeState, Lock
from shared.base.db import Connection, Pool
from shared.identity.principal import Role
from shared.messages.accounts import EmployerRegistered, IndividualAccountOpened


@dataclass(frozen=True)
class Identity:
    """Somebody who may log in, in one capacity."""

    id: UUID
    role: Role
    name_sealed: str
    phone_sealed: str | None
    person_id: UUID | None
    employer_number: str | None


def identity_of(row: asyncpg.Record) -> Identity:
    """Read an identity's columns."""
    return Identity(
        row["identity_id"],
        Role(row["role"]),
        row["name_sealed"],
        row["phone_sealed"],
        row["person_id"],
        row["employer_number"],
    )


KEEP_INDIVIDUALS = """
INSERT INTO identity (id, role, id_number_hash, name_sealed, phone_sealed, person_id, created_at)
SELECT id, 'individual', id_number_hash, name_sealed, phone_sealed, person_id, $6
FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[])
    AS opened (id, id_number_hash, name_sealed, phone_sealed, person_id)
ORDER BY id_number_hash
ON CONFLICT DO NOTHING
"""


async def keep_individuals(
    connection: Connection, events: Sequence[IndividualAccountOpened], now: datetime
) -> None:
    """Make identities of new persons; a known one keeps its phone (R-INF-2)."""
    await connection.execute(
        KEEP_INDIVIDUALS,
        [uuid4() for _ in events],
        [event.id_number_hash for event in events],
        [event.name for event in events],
        [event.phone for event in events],
        [event.person_id for event in events],
        now,
    )


CONTRADICTING = """
SELECT position FROM unnest($1::uuid[], $2::text[])
    WITH ORDINALITY AS opened (person_id, id_number_hash, position)
WHERE NOT EXISTS (SELECT FROM identity i
                  WHERE i.role = 'individual' AND i.person_id = opened.person_id
                    AND i.id_number_hash = opened.id_number_hash)
"""


async def contradicting(
    connection: Connection, events: Sequence[IndividualAccountOpened]
) -> list[IndividualAccountOpened]:
    """Find events that give a known person another ID number, or a known ID number another person."""
    rows = await connection.fetch(
        CONTRADICTING,
        [event.person_id for event in events],
        [event.id_number_hash for event in events],
    )
    return [events[row["position"] - 1] for row in rows]


KEEP_OPERATORS = """
INSERT INTO identity
    (id, role, id_number_hash, name_sealed, phone_sealed, employer_number, created_at)
SELECT id, 'employer_operator', id_number_hash, name_sealed, phone_sealed, employer_number, $6
FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[])
    AS registered (id, id_number_hash, name_sealed, phone_sealed, employer_number)
ORDER BY id_number_hash, employer_number
ON CONFLICT DO NOTHING
"""


async def keep_operators(
    connection: Connection, events: Sequence[EmployerRegistered], now: datetime
) -> None:
    """Make identities of employers' operators."""
    await connection.execute(
        KEEP_OPERATORS,
        [uuid4() for _ in events],
        [event.operator_id_number_hash for event in events],
        [event.operator_name for event in events],
        [event.operator_phone for event in events],
        [event.employer_number for event in events],
        now,
    )


FIND_IDENTITY = """
SELECT id AS identity_id, role, name_sealed, phone_sealed, person_id, employer_number FROM identity
WHERE role = $1 AND id_number_hash = $2 AND disabled_at IS NULL
  AND ($3::text IS NULL OR employer_number = $3)
ORDER BY created_at, id LIMIT 1
"""


async def find_identity(
    connection: Connection, role: Role, id_number_hash: str, employer_number: str | None
) -> Identity | None:
    """Find who has this ID number in this capacity."""
    row = await connection.fetchrow(FIND_IDENTITY, role.value, id_number_hash, employer_number)
    return identity_of(row) if row else None


READ_IDENTITY = """
SELECT id AS identity_id, role, name_sealed, phone_sealed, person_id, employer_number FROM identity
WHERE id = $1
"""


async def read_identity(pool: Pool, identity_id: UUID) -> Identity | None:
    """Read an identity."""
    row = await pool.fetchrow(READ_IDENTITY, identity_id)
    return identity_of(row) if row else None


HOLD_SUBJECT = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))"


async def hold_subject(connection: Connection, subject_hash: str) -> None:
    """Let only this transaction deal with logins of the subject, known or not, until it ends."""
    await connection.execute(HOLD_SUBJECT, subject_hash)


CODES_SINCE = """
SELECT created_at FROM challenge WHERE subject_hash = $1 AND created_at > $2
ORDER BY created_at DESC LIMIT $3
"""


async def codes_since(
    connection: Connection, subject_hash: str, since: datetime, limit: int
) -> list[datetime]:
    """When the subject last got codes, newest first."""
    rows = await connection.fetch(CODES_SINCE, subject_hash, since, limit)
    return [row["created_at"] for row in rows]


SUPERSEDE = """
UPDATE challenge SET state = 'superseded' WHERE subject_hash = $1 AND state = 'active'
"""
OPEN_CHALLENGE = """
INSERT INTO challenge (id, subject_hash, identity_id, code_hash, state, created_at, expires_at)
VALUES ($1, $2, $3, $4, 'active', $5, $6)
"""


async def open_challenge(
    connection: Connection,
    challenge_id: UUID,
    *,
    subject_hash: str,
    identity_id: UUID | None,
    code_hash: str,
    now: datetime,
    expires_at: datetime,
) -> None:
    """Keep a new challenge; the one before it is dead."""
    await connection.execute(SUPERSEDE, subject_hash)
    await connection.execute(
        OPEN_CHALLENGE, challenge_id, subject_hash, identity_id, code_hash, now, expires_at
    )


SUBJECT_OF = "SELECT subject_hash FROM challenge WHERE id = $1"


async def subject_of(connection: Connection, challenge_id: UUID) -> str | None:
    """Whom a challenge is for."""
    subject_hash: str | None = await connection.fetchval(SUBJECT_OF, challenge_id)
    return subject_hash


@dataclass(frozen=True)
class Asked:
    """A challenge with what is compared and who it lets in."""

    subject_hash: str
    challenge: Challenge
    code_hash: str
    identity: Identity | None


LOCK_CHALLENGE = """
SELECT c.subject_hash, c.state, c.wrong_codes, c.expires_at, c.code_hash,
       i.id AS identity_id, i.role, i.name_sealed, i.phone_sealed, i.person_id, i.employer_number
FROM challenge c LEFT JOIN identity i ON i.id = c.identity_id AND i.disabled_at IS NULL
WHERE c.id = $1
FOR UPDATE OF c
"""


async def lock_challenge(connection: Connection, challenge_id: UUID) -> Asked | None:
    """Lock a challenge."""
    row = await connection.fetchrow(LOCK_CHALLENGE, challenge_id)
    if row is None:
        return None
    return Asked(
        row["subject_hash"],
        Challenge(ChallengeState(row["state"]), row["wrong_codes"], row["expires_at"]),
        row["code_hash"],
        identity_of(row) if row["identity_id"] else None,
    )


MOVE_CHALLENGE = "UPDATE challenge SET state = $2, wrong_codes = $3 WHERE id = $1"


async def move_challenge(
    connection: Connection, challenge_id: UUID, state: ChallengeState, wrong_codes: int
) -> None:
    """Write what a code led to."""
    await connection.execute(MOVE_CHALLENGE, challenge_id, state.value, wrong_codes)


LOCK_OF = "SELECT failures, failed_at, locked_until FROM login_lock WHERE subject_hash = $1"


async def lock_of(connection: Connection, subject_hash: str) -> Lock | None:
    """Read a subject's failures in a row; the caller holds the subject."""
    row = await connection.fetchrow(LOCK_OF, subject_hash)
    return Lock(**dict(row)) if row else None


KEEP_LOCK = """
INSERT INTO login_lock (subject_hash, failures, failed_at, locked_until) VALUES ($1, $2, $3, $4)
ON CONFLICT (subject_hash) DO UPDATE
SET failures = EXCLUDED.failures, failed_at = EXCLUDED.failed_at,
    locked_until = EXCLUDED.locked_until
"""


async def keep_lock(connection: Connection, subject_hash: str, lock: Lock) -> None:
    """Write a subject's failures."""
    await connection.execute(
        KEEP_LOCK, subject_hash, lock.failures, lock.failed_at, lock.locked_until
    )


CLEAR_LOCK = "DELETE FROM login_lock WHERE subject_hash = $1"


async def clear_lock(connection: Connection, subject_hash: str) -> None:
    """A login forgives the failures before it."""
    await connection.execute(CLEAR_LOCK, subject_hash)
