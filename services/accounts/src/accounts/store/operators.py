"""Unit operators (单位经办人) as the gateway says: who may do what for which employer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import asyncpg

from shared.base.db import Connection


@dataclass(frozen=True)
class KnownOperator:
    """An operator, sealed to the row."""

    id: UUID
    employer_number: str
    name_sealed: str
    id_number_sealed: str
    id_number_hash: str
    phone_sealed: str
    phone_hash: str
    rights: Sequence[str]
    active: bool
    appointed_at: datetime
    changed_at: datetime


KEEP = """
INSERT INTO unit_operator AS known (id, employer_number, name_sealed, id_number_sealed, id_number_hash,
                                    phone_sealed, phone_hash, rights, active, appointed_at, changed_at)
SELECT DISTINCT ON (id) id, employer_number, name_sealed, id_number_sealed, id_number_hash, phone_sealed,
       phone_hash, string_to_array(rights, ','), active, appointed_at, changed_at
FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
            $9::boolean[], $10::timestamptz[], $11::timestamptz[])
    AS told (id, employer_number, name_sealed, id_number_sealed, id_number_hash, phone_sealed, phone_hash,
             rights, active, appointed_at, changed_at)
ORDER BY id, changed_at DESC
ON CONFLICT (id) DO UPDATE
SET name_sealed = excluded.name_sealed, id_number_sealed = excluded.id_number_sealed,
    id_number_hash = excluded.id_number_hash, phone_sealed = excluded.phone_sealed,
    phone_hash = excluded.phone_hash, rights = excluded.rights, active = excluded.active,
    changed_at = excluded.changed_at
WHERE known.changed_at < excluded.changed_at
"""


async def keep(connection: Connection, told: Sequence[KnownOperator]) -> None:
    """Keep how operators stand; what is older than known is ignored."""
    await connection.execute(
        KEEP,
        [one.id for one in told],
        [one.employer_number for one in told],
        [one.name_sealed for one in told],
        [one.id_number_sealed for one in told],
        [one.id_number_hash for one in told],
        [one.phone_sealed for one in told],
        [one.phone_hash for one in told],
        [",".join(one.rights) for one in told],
        [one.active for one in told],
        [one.appointed_at for one in told],
        [one.changed_at for one in told],
    )


CONTACTS = """
SELECT DISTINCT ON (employer.number) employer.number, employer.social_credit_code, operator.id,
       operator.name_sealed, operator.id_number_sealed, operator.phone_sealed
FROM unit_operator AS operator JOIN employer ON employer.number = operator.employer_number
WHERE employer.number = ANY($1::text[]) AND operator.active
ORDER BY employer.number, ('confirm' = ANY(operator.rights)) DESC, operator.appointed_at, operator.id
"""


async def contacts(connection: Connection, numbers: Sequence[str]) -> list[asyncpg.Record]:
    """Whom to tell what an employer is to be told: of those who bind it the one who is there longest."""
    return await connection.fetch(CONTACTS, numbers)


NAME_CONTACTS = """
UPDATE employer
SET operator_name_sealed = told.name, operator_id_number_sealed = told.id_number,
    operator_phone_sealed = told.phone
FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS told (number, name, id_number, phone)
WHERE employer.number = told.number
"""


async def name_contacts(
    connection: Connection, sealed: Sequence[tuple[str, str, str, str]]
) -> None:
    """Write down employers' contacts: number, and name, ID number and phone sealed to the employer's row."""
    columns = zip(*sealed, strict=True) if sealed else ((), (), (), ())
    await connection.execute(NAME_CONTACTS, *map(list, columns))


STANDING = """
SELECT id, active, rights FROM unit_operator WHERE id = ANY($1::uuid[]) ORDER BY id FOR SHARE
"""


async def standing(connection: Connection, operator_ids: Sequence[UUID]) -> list[asyncpg.Record]:
    """How operators stand, held until the transaction ends; nothing of whom nothing was said yet."""
    return await connection.fetch(STANDING, operator_ids)
