"""Identities: who may log in, in which capacity."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import asyncpg

from gateway import row_seals
from gateway.errors import Reason, Refused
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
    id_number_hash: str | None = None
    disabled_at: datetime | None = None
    phone_proved_by: str | None = None
    """Who has said that the phone is the person's own; None: only whoever handed it in."""
    row_seal: str | None = None
    """Fits where the gateway itself has written what gives the right."""
    seal_salt: UUID | None = None
    """New with each change: no seal is made twice, so one that was replaced comes back to no row (ADR 69)."""

    @property
    def giving_columns(self) -> tuple[row_seals.Told, ...]:
        """What gives the right."""
        return (
            self.id, self.role.value, self.id_number_hash, self.person_id, self.employer_number,
            self.senior, self.rights, self.active_since, self.disabled_at,
        )  # fmt: skip

    @property
    def sealed_columns(self) -> tuple[row_seals.Told, ...]:
        """What the row is sealed over."""
        salt = () if self.seal_salt is None else (self.seal_salt,)
        return (*self.giving_columns, *salt)


def row_seal_of(identity: Identity, data: PersonalData) -> str:
    """What an identity's row is sealed with."""
    return row_seals.seal_of(data, "identity", *identity.sealed_columns)


def is_genuine(identity: Identity, data: PersonalData) -> bool:
    """Whether the gateway has written the row as it stands; one that it has not is told of."""
    columns = identity.sealed_columns
    return row_seals.counts(identity.row_seal, data, "identity", *columns, row=identity.id)


def demand_genuine(identity: Identity, data: PersonalData) -> None:
    """Raise `NOT_GENUINE` for a row that somebody else has written or changed."""
    if not is_genuine(identity, data):
        raise Refused(Reason.NOT_GENUINE)


def name_of(identity: Identity, data: PersonalData) -> str:
    """The name in full."""
    return data.open(identity.name_sealed, NAME, identity.id)


def phone_of(identity: Identity, data: PersonalData) -> str | None:
    """The phone that codes go to, if there is one."""
    sealed = identity.phone_sealed
    return data.open(sealed, PHONE, identity.id) if sealed is not None else None


IDENTITY_COLUMNS = """
i.id AS identity_id, i.role, i.name_sealed, i.phone_sealed, i.person_id, i.employer_number, i.senior,
i.active_since, i.rights, i.id_number_hash, i.disabled_at AS identity_disabled_at, i.phone_proved_by,
i.row_seal AS identity_seal, i.seal_salt,
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
        row["id_number_hash"],
        row["identity_disabled_at"],
        row["phone_proved_by"],
        row["identity_seal"],
        row["seal_salt"],
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


def new_row_seal(
    data: PersonalData,
    role: Role,
    new: NewIdentity,
    rights: frozenset[Right] = frozenset(),
    active_since: datetime | None = None,
) -> str:
    """What the row of a new citizen or operator is sealed with."""
    made = Identity(
        new.id, role, new.name_sealed, new.phone_sealed, new.person_id, new.employer_number, None,
        senior=False, active_since=active_since, rights=rights, id_number_hash=new.id_number_hash,
    )  # fmt: skip
    return row_seal_of(made, data)


KEEP_INDIVIDUALS = """
INSERT INTO identity (id, role, id_number_hash, id_number_sealed, name_sealed, phone_sealed, phone_hash,
                      person_id, created_at, id_type, row_seal)
SELECT id, 'individual', id_number_hash, id_number_sealed, name_sealed, phone_sealed, phone_hash,
       person_id, $8, id_type, row_seal
FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::uuid[],
            $9::text[], $10::text[])
    AS opened (id, id_number_hash, id_number_sealed, name_sealed, phone_sealed, phone_hash, person_id,
               id_type, row_seal)
ORDER BY id_number_hash
ON CONFLICT DO NOTHING
"""


async def keep_individuals(
    connection: Connection, data: PersonalData, told: Sequence[NewIdentity], now: datetime
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
        [new_row_seal(data, Role.INDIVIDUAL, one) for one in told],
    )


UNSEALED = f"""
SELECT {IDENTITY_COLUMNS} FROM identity i
WHERE i.role = 'individual' AND i.row_seal IS NULL AND i.person_id = ANY($1::uuid[]) FOR UPDATE OF i
"""  # noqa: S608


async def seal_as_told(
    connection: Connection, data: PersonalData, told: Sequence[NewIdentity]
) -> None:
    """Seal citizens that an earlier release kept without a seal, where accounts tells them as they stand."""
    hashes = {one.person_id: one.id_number_hash for one in told}
    for row in await connection.fetch(UNSEALED, list(hashes)):
        found = identity_of(row)
        as_told = replace(
            found, active_since=None, senior=False, rights=frozenset(), disabled_at=None
        )
        if found == as_told and hashes[found.person_id] == found.id_number_hash:
            await connection.execute(CHANGE, *_changed(found, data))


CONTRADICTING = """
SELECT position FROM unnest($1::uuid[], $2::text[])
    WITH ORDINALITY AS opened (person_id, id_number_hash, position)
WHERE NOT EXISTS (SELECT FROM identity i
                  WHERE i.role = 'individual' AND i.person_id = opened.person_id
                    AND i.id_number_hash = opened.id_number_hash)
  AND NOT EXISTS (SELECT FROM identity_correction c JOIN identity i ON i.id = c.identity_id
                  WHERE c.state = 'taken' AND c.id_number_hash_before = opened.id_number_hash
                    AND i.person_id = opened.person_id)
"""


async def contradicting(connection: Connection, told: Sequence[NewIdentity]) -> list[int]:
    """Find which events give a known person another ID number, or a known ID number another person.

    A number that was the person's before a correction is neither (R-INF-2).
    """
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


CITIZEN_OF = """
SELECT id FROM identity WHERE role = 'individual' AND person_id = $1
"""


async def citizen_of(connection: Connection, person_id: UUID) -> UUID | None:
    """The identity of a person as a citizen, whether it may log in or not."""
    found: UUID | None = await connection.fetchval(CITIZEN_OF, person_id)
    return found


ADD_DEVICE_IDENTITY = """
INSERT INTO identity (id, role, name_sealed, created_at, row_seal) VALUES ($1, 'kiosk', $2, $3, $4)
"""


async def add_device_identity(
    connection: Connection, data: PersonalData, identity_id: UUID, name: str, now: datetime
) -> None:
    """Keep the identity of a terminal."""
    sealed = data.seal(name, NAME, identity_id)
    made = Identity(
        identity_id, Role.KIOSK, sealed, None, None, None, None, senior=False, active_since=None
    )
    seal = row_seal_of(made, data)
    await connection.execute(ADD_DEVICE_IDENTITY, identity_id, sealed, now, seal)


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
                      phone_hash, created_at, active_since, row_seal)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10)
"""


async def add_member(
    connection: Connection, data: PersonalData, member: NewMember, now: datetime
) -> None:
    """Keep the identity of a member of staff; raises `asyncpg.UniqueViolationError`."""
    made = Identity(
        member.id, member.role, member.name_sealed, member.phone_sealed, None, None, None,
        senior=member.senior, active_since=now, id_number_hash=member.id_number_hash,
    )  # fmt: skip
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
        row_seal_of(made, data),
    )


LOCK_IDENTITY = READ_IDENTITY + " FOR UPDATE OF i"
CHANGE = """
UPDATE identity SET role = $2, id_number_hash = $3, person_id = $4, employer_number = $5, senior = $6,
                    rights = $7, active_since = $8, disabled_at = $9, row_seal = $10, seal_salt = $11
WHERE id = $1
"""


def _changed(identity: Identity, data: PersonalData) -> tuple[object, ...]:
    fresh = replace(identity, seal_salt=uuid4())
    rights = sorted(identity.rights) or None
    told = [rights if column is fresh.rights else column for column in fresh.giving_columns]
    return (*told, row_seal_of(fresh, data), fresh.seal_salt)


async def change(
    connection: Connection, data: PersonalData, identity_id: UUID, **columns: Any
) -> None:
    """Change what gives somebody rights, by the fields of `Identity`, and seal it.

    Raises `NOT_GENUINE` where the row is not as the gateway has written it: nobody's change is sealed along
    with ours. Raises `asyncpg.UniqueViolationError`.
    """
    row = await connection.fetchrow(LOCK_IDENTITY, identity_id)
    assert row is not None, "whoever changes an identity has found it"
    found = identity_of(row)
    demand_genuine(found, data)
    await connection.execute(CHANGE, *_changed(replace(found, **columns), data))


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
