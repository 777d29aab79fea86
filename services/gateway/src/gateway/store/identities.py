"""Identities: who may log in, in which capacity."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

import asyncpg

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


ADD_IDENTITY = """
INSERT INTO identity (id, role, id_number_hash, name_sealed, created_at)
VALUES ($1, $2, $3, $4, $5)
"""


async def add_identity(
    connection: Connection,
    identity_id: UUID,
    *,
    role: Role,
    id_number_hash: str | None,
    name_sealed: str,
    now: datetime,
) -> None:
    """Keep a new identity of staff or of a terminal."""
    await connection.execute(
        ADD_IDENTITY, identity_id, role.value, id_number_hash, name_sealed, now
    )
