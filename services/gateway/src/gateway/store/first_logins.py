"""Phones on file that nobody but an employer has vouched for, and who vouches for them then."""

from dataclasses import dataclass
from uuid import UUID

import asyncpg

from gateway.rules.corrections import Person
from gateway.sealed import ID_NUMBER, NAME, PHONE
from shared.base.db import Connection, Pool
from shared.base.id_documents import IdDocument, IdType
from shared.sealing.personal_data import PersonalData

UNPROVED = """
SELECT i.id AS identity_id, c.code_hash, i.name_sealed, i.id_number_sealed, i.id_type, i.phone_sealed
FROM challenge c JOIN identity i ON i.id = c.identity_id
WHERE c.id = $1 AND c.state = 'active' AND i.role = 'individual' AND i.disabled_at IS NULL
  AND i.phone_proved_by IS NULL
"""


@dataclass(frozen=True, repr=False)
class Unproved:
    """Whose first login a code would be."""

    identity_id: UUID
    code_hash: str
    row: asyncpg.Record

    def person(self, data: PersonalData) -> Person | None:
        """Who it is; None where no ID number was kept. Raises `UnreadablePersonalData`."""
        if self.row["id_number_sealed"] is None:
            return None
        number = data.open(self.row["id_number_sealed"], ID_NUMBER, self.identity_id)
        name = data.open(self.row["name_sealed"], NAME, self.identity_id)
        return Person(name, IdDocument(IdType(self.row["id_type"]), number))

    def phone(self, data: PersonalData) -> str:
        """The phone on file. Raises `UnreadablePersonalData`."""
        return data.open(self.row["phone_sealed"], PHONE, self.identity_id)


async def unproved(pool: Pool, challenge_id: UUID) -> Unproved | None:
    """Find whose first login a challenge is for."""
    row = await pool.fetchrow(UNPROVED, challenge_id)
    return Unproved(row["identity_id"], row["code_hash"], row) if row else None


PROVE = "UPDATE identity SET phone_proved_by = $2 WHERE id = $1 AND phone_proved_by IS NULL"


async def prove(connection: Connection, identity_id: UUID, by_whom: str) -> None:
    """Keep who has said that the phone on file is the person's own: `carriers` or `counter`."""
    await connection.execute(PROVE, identity_id, by_whom)
