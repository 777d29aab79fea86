"""Identities: who may log in, in which capacity."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import asyncpg

from gateway.sealed import NAME, PHONE
from shared.base.db import Connection, Pool
from shared.identity.principal import Right, Role
from shared.sealing.personal_data import PersonalData


@dataclass(frozen=True)
class Identity:
    """Somebody who may log in, in one capacity."""

    id: UUID
    role: Role
    name_sealed: str
    phone_sealed: str | None
    person_id: UUID | None
    employer_number: str | None
    own_person_id: UUID | None
    """Of staff and operators: the same human as a citizen, if there is an account."""
    senior: bool
    active_since: datetime | None
    rights: frozenset[Right] = frozenset()
    """Of an employer's operator."""
    deceased: bool = False
    """A death is recorded, of this human in whatever capacity (R-WDR-45)."""


def name_of(identity: Identity, data: PersonalData) -> str:
    """The name in full."""
    return data.open(identity.name_sealed, NAME, identity.id)


def phone_of(identity: Identity, data: PersonalData) -> str | None:
    """The phone that codes go to, if there is one."""
    sealed = identity.phone_sealed
    return data.open(sealed, PHONE, identity.id) if sealed is not None else None


IDENTITY_COLUMNS = """
i.id AS identity_id, i.role, i.name_sealed, i.phone_sealed, i.person_id, i.employer_number, i.senior,
i.active_since, i.rights,
(SELECT citizen.person_id FROM identity AS citizen
 WHERE citizen.role = 'individual' AND i.role <> 'individual' AND citizen.id_number_hash = i.id_number_hash)
    AS own_person_id,
EXISTS (SELECT FROM identity AS citizen JOIN deceased ON deceased.person_id = citizen.person_id
        WHERE citizen.role = 'individual' AND citizen.id_number_hash = i.id_number_hash
          AND NOT deceased.revoked) AS deceased
"""
"""Of `identity AS i`, for `identity_of`."""


def identity_of(row: asyncpg.Record) -> Identity:
    """Read an identity's columns."""
    return Identity(
        row["identity_id"],
        Role(row["role"]),
        row["name_sealed"],
        row["phone_sealed"],
        row["person_id"],
        row["employer_number"],
        row["own_person_id"],
        bool(row["senior"]),
        row["active_since"],
        frozenset(map(Right, row["rights"] or ())),
        row["deceased"],
    )


@dataclass(frozen=True)
class NewIdentity:
    """A citizen or an operator as accounts tells them, sealed to the row that will be theirs."""

    id: UUID
    name_sealed: str
    id_number_sealed: str
    id_number_hash: str
    phone_sealed: str
    phone_hash: str
    person_id: UUID | None
    employer_number: str | None
    id_type: str = "01"


KEEP_INDIVIDUALS = """
INSERT INTO identity (id, role, id_number_hash, id_number_sealed, name_sealed, phone_sealed, phone_hash,
                      person_id, created_at, id_type)
SELECT id, 'individual', id_number_hash, id_number_sealed, name_sealed, phone_sealed, phone_hash,
       person_id, $8, id_type
FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::uuid[],
            $9::text[])
    AS opened (id, id_number_hash, id_number_sealed, name_sealed, phone_sealed, phone_hash, person_id,
               id_type)
ORDER BY id_number_hash
ON CONFLICT DO NOTHING
"""


async def keep_individuals(
    connection: Connection, told: Sequence[NewIdentity], now: datetime
) -> None:
    """Make identities of new persons; a known one keeps its phone (R-INF-2)."""
    await connection.execute(
        KEEP_INDIVIDUALS,
        [one.id for one in told],
        [one.id_number_hash for one in told],
        [one.id_number_sealed for one in told],
        [one.name_sealed for one in told],
        [one.phone_sealed for one in told],
        [one.phone_hash for one in told],
        [one.person_id for one in told],
        now,
        [one.id_type for one in told],
    )


CONTRADICTING = """
SELECT position FROM unnest($1::uuid[], $2::text[])
    WITH ORDINALITY AS opened (person_id, id_number_hash, position)
WHERE NOT EXISTS (SELECT FROM identity i
                  WHERE i.role = 'individual' AND i.person_id = opened.person_id
                    AND i.id_number_hash = opened.id_number_hash)
"""


async def contradicting(connection: Connection, told: Sequence[NewIdentity]) -> list[int]:
    """Find which events give a known person another ID number, or a known ID number another person."""
    rows = await connection.fetch(
        CONTRADICTING,
        [one.person_id for one in told],
        [one.id_number_hash for one in told],
    )
    return [row["position"] - 1 for row in rows]


FIND_IDENTITY = f"""
SELECT {IDENTITY_COLUMNS} FROM identity i
WHERE role = $1 AND id_number_hash = $2 AND disabled_at IS NULL
  AND ($3::text IS NULL OR employer_number = $3)
ORDER BY created_at, id LIMIT 1
"""  # noqa: S608


async def find_identity(
    connection: Connection, role: Role, id_number_hash: str, employer_number: str | None
) -> Identity | None:
    """Find who has this ID number in this capacity."""
    row = await connection.fetchrow(FIND_IDENTITY, role.value, id_number_hash, employer_number)
    return identity_of(row) if row else None


READ_IDENTITY = f"SELECT {IDENTITY_COLUMNS} FROM identity i WHERE id = $1"  # noqa: S608


async def read_identity(pool: Pool, identity_id: UUID) -> Identity | None:
    """Read an identity."""
    row = await pool.fetchrow(READ_IDENTITY, identity_id)
    return identity_of(row) if row else None


async def identity_by_id(connection: Connection, identity_id: UUID) -> Identity | None:
    """Read an identity as this transaction sees it."""
    row = await connection.fetchrow(READ_IDENTITY, identity_id)
    return identity_of(row) if row else None


ADD_DEVICE_IDENTITY = """
INSERT INTO identity (id, role, name_sealed, created_at) VALUES ($1, 'kiosk', $2, $3)
"""


async def add_device_identity(
    connection: Connection, identity_id: UUID, name_sealed: str, now: datetime
) -> None:
    """Keep the identity of a terminal."""
    await connection.execute(ADD_DEVICE_IDENTITY, identity_id, name_sealed, now)


@dataclass(frozen=True)
class NewMember:
    """A member of staff as they come in: known by ID number and by a phone of their own."""

    id: UUID
    login: str
    role: Role
    senior: bool
    name_sealed: str
    id_number_sealed: str
    id_number_hash: str
    phone_sealed: str
    phone_hash: str


ADD_MEMBER = """
INSERT INTO identity (id, role, senior, name_sealed, id_number_sealed, id_number_hash, phone_sealed,
                      phone_hash, created_at, active_since)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)
"""


async def add_member(connection: Connection, member: NewMember, now: datetime) -> None:
    """Keep the identity of a member of staff; raises `asyncpg.UniqueViolationError`."""
    await connection.execute(
        ADD_MEMBER,
        member.id,
        member.role.value,
        member.senior,
        member.name_sealed,
        member.id_number_sealed,
        member.id_number_hash,
        member.phone_sealed,
        member.phone_hash,
        now,
    )


KNOWN_SINCE = "UPDATE identity SET active_since = $2 WHERE id = ANY($1::uuid[])"


async def known_since(
    connection: Connection, identity_ids: Sequence[UUID], since: datetime
) -> None:
    """Count members of staff as known since then."""
    await connection.execute(KNOWN_SINCE, identity_ids, since)


OWNERS_OF_PHONE = """
SELECT count(*) FROM identity
WHERE phone_hash = $1 AND id_number_hash IS DISTINCT FROM $2 AND disabled_at IS NULL
"""


async def phone_of_somebody_else(
    connection: Connection, phone_hash: str, id_number_hash: str
) -> bool:
    """Whether a phone is known as another human's."""
    return bool(await connection.fetchval(OWNERS_OF_PHONE, phone_hash, id_number_hash))


PERSON_OF = """
SELECT person_id FROM identity WHERE role = 'individual' AND id_number_hash = $1
"""


async def person_of(connection: Connection, id_number_hash: str) -> UUID | None:
    """Who has this ID number, as a citizen."""
    person_id: UUID | None = await connection.fetchval(PERSON_OF, id_number_hash)
    return person_id
