"""Employers' operators (单位经办人): appointed, given rights, shut."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import asyncpg

from gateway.rules.operators import Standing
from gateway.sealed import ID_NUMBER, NAME, PHONE
from gateway.store.identities import (
    IDENTITY_COLUMNS,
    Identity,
    NewIdentity,
    identity_of,
    new_row_seal,
)
from shared.base.db import Connection, Pool
from shared.identity.principal import ALL_RIGHTS, Right, Role
from shared.sealing.personal_data import PersonalData

REGISTER = """
INSERT INTO identity (id, role, id_type, id_number_hash, id_number_sealed, name_sealed, phone_sealed,
                      phone_hash, employer_number, rights, created_at, active_since, row_seal)
SELECT id, 'employer_operator', id_type, id_number_hash, id_number_sealed, name_sealed, phone_sealed,
       phone_hash, employer_number, $10::text[], $9, $9, row_seal
FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
            $11::text[])
    AS registered (id, id_number_hash, id_number_sealed, name_sealed, phone_sealed, phone_hash,
                   employer_number, id_type, row_seal)
WHERE NOT EXISTS (SELECT FROM identity AS known
                  WHERE known.role = 'employer_operator'
                    AND known.employer_number = registered.employer_number)
ORDER BY id_number_hash, employer_number
ON CONFLICT DO NOTHING
RETURNING id
"""


async def register(
    connection: Connection, data: PersonalData, told: Sequence[NewIdentity], now: datetime
) -> list[UUID]:
    """Make the first operators of employers that have none, and never had; returns whom."""
    rows = await connection.fetch(
        REGISTER,
        [one.id for one in told],
        [one.id_number_hash for one in told],
        [one.id_number_sealed for one in told],
        [one.name_sealed for one in told],
        [one.phone_sealed for one in told],
        [one.phone_hash for one in told],
        [one.employer_number for one in told],
        [one.id_type for one in told],
        now,
        sorted(ALL_RIGHTS),
        [new_row_seal(data, Role.EMPLOYER_OPERATOR, one, ALL_RIGHTS, now) for one in told],
    )
    return [row["id"] for row in rows]


APPOINT = """
INSERT INTO identity (id, role, id_type, id_number_hash, id_number_sealed, name_sealed, phone_sealed,
                      phone_hash, employer_number, rights, created_at, active_since, row_seal)
VALUES ($1, 'employer_operator', $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11)
"""


async def appoint(
    connection: Connection,
    data: PersonalData,
    new: NewIdentity,
    rights: frozenset[Right],
    now: datetime,
) -> None:
    """Make one more operator; raises `asyncpg.UniqueViolationError` where it is one already."""
    await connection.execute(
        APPOINT,
        new.id,
        new.id_type,
        new.id_number_hash,
        new.id_number_sealed,
        new.name_sealed,
        new.phone_sealed,
        new.phone_hash,
        new.employer_number,
        sorted(rights),
        now,
        new_row_seal(data, Role.EMPLOYER_OPERATOR, new, rights, now),
    )


GIVE_LOGIN = """
INSERT INTO staff_credential (identity_id, login)
SELECT identity.id, 'u' || employer_number || '.' || (
    SELECT count(*) FROM identity AS other
    WHERE other.role = 'employer_operator' AND other.employer_number = identity.employer_number)
FROM identity WHERE id = $1
"""


async def give_login(connection: Connection, operator_id: UUID) -> None:
    """Make the login of an operator who was just appointed; the employer's operators are locked."""
    await connection.execute(GIVE_LOGIN, operator_id)


HOLD_EMPLOYER = "SELECT pg_advisory_xact_lock(hashtextextended('operators of ' || $1, 0))"


async def hold_employer(connection: Connection, employer_number: str) -> None:
    """Let only this transaction change the operators of an employer until it ends."""
    await connection.execute(HOLD_EMPLOYER, employer_number)


@dataclass(frozen=True)
class Operator:
    """An operator as employers and staff see it."""

    identity: Identity
    login: str
    id_type: str
    id_number_sealed: str | None
    activated: bool
    created_at: datetime
    disabled_at: datetime | None

    @property
    def active(self) -> bool:
        """Whether it was not shut."""
        return self.disabled_at is None


def standing_of(operator: Operator, data: PersonalData) -> Standing:
    """How an operator stands, in clear."""
    identity = operator.identity
    assert operator.id_number_sealed is not None
    assert identity.phone_sealed is not None
    return Standing(
        identity.id,
        str(identity.employer_number),
        data.open(identity.name_sealed, NAME, identity.id),
        operator.id_type,
        data.open(operator.id_number_sealed, ID_NUMBER, identity.id),
        data.open(identity.phone_sealed, PHONE, identity.id),
        identity.rights,
        operator.active,
        operator.created_at,
    )


OPERATORS = f"""
SELECT {IDENTITY_COLUMNS}, i.id_type, i.id_number_sealed, i.created_at, i.disabled_at, c.login,
       c.password_hash IS NOT NULL AS activated
FROM identity i JOIN staff_credential c ON c.identity_id = i.id
WHERE i.role = 'employer_operator'
"""  # noqa: S608
OF_EMPLOYER = OPERATORS + "AND i.employer_number = $1 ORDER BY i.created_at, i.id LIMIT $2"
LOCK = OPERATORS + "AND i.id = $1 FOR UPDATE OF i"


def _operator(row: asyncpg.Record) -> Operator:
    return Operator(
        identity_of(row),
        row["login"],
        row["id_type"],
        row["id_number_sealed"],
        row["activated"],
        row["created_at"],
        row["disabled_at"],
    )


async def of_employer(
    connection: Connection | Pool, employer_number: str, limit: int
) -> list[Operator]:
    """List an employer's operators, those who were shut too, by when they came."""
    return [_operator(row) for row in await connection.fetch(OF_EMPLOYER, employer_number, limit)]


async def lock(connection: Connection, operator_id: UUID) -> Operator | None:
    """Lock an operator."""
    row = await connection.fetchrow(LOCK, operator_id)
    return _operator(row) if row else None


PHONE_KNOWN = "UPDATE identity SET phone_hash = $2 WHERE id = $1"


async def phone_known(connection: Connection, operator_id: UUID, phone_hash: str) -> None:
    """Know the phone of an operator of an earlier release by its hash."""
    await connection.execute(PHONE_KNOWN, operator_id, phone_hash)
