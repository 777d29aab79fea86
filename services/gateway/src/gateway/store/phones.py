"""The phone of a citizen, which codes and texts go to, and how it became another one."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from gateway.sealed import PHONE
from shared.base.db import Connection
from shared.base.identifiers import Phone
from shared.sealing.personal_data import PersonalData

LOCK_CITIZEN = """
SELECT id FROM identity
WHERE role = 'individual' AND disabled_at IS NULL AND (id = $1 OR id_number_hash = $2) FOR UPDATE
"""


async def lock_citizen(
    connection: Connection, *, identity_id: UUID | None = None, id_number_hash: str | None = None
) -> UUID | None:
    """Lock a citizen's identity, found by itself or by the ID number."""
    found: UUID | None = await connection.fetchval(LOCK_CITIZEN, identity_id, id_number_hash)
    return found


LOCK_PERSON = """
SELECT id FROM identity WHERE role = 'individual' AND person_id = $1 FOR UPDATE
"""


async def lock_person(connection: Connection, person_id: UUID) -> UUID | None:
    """Lock the identity of a person as a citizen."""
    found: UUID | None = await connection.fetchval(LOCK_PERSON, person_id)
    return found


OTHERS = """
SELECT count(*) FROM identity AS other, identity AS own
WHERE own.id = $1 AND other.phone_hash = $2 AND other.disabled_at IS NULL
  AND other.id_number_hash IS DISTINCT FROM own.id_number_hash
"""


async def others_with(connection: Connection, identity_id: UUID, phone_hash: str) -> int:
    """How many logins of other people have a phone on file."""
    return int(await connection.fetchval(OTHERS, identity_id, phone_hash))


@dataclass(frozen=True)
class PhoneChange:
    """A citizen's phone becomes another one."""

    id: UUID
    identity_id: UUID
    by_whom: str
    """`oneself` or `counter`."""
    phone_sealed: str
    phone_hash: str
    tail_before: str
    tail_after: str

    @classmethod
    def of(
        cls,
        data: PersonalData,
        change_id: UUID,
        identity_id: UUID,
        phone: Phone,
        *,
        by_whom: str,
        tail_before: str,
    ) -> "PhoneChange":
        """Seal a phone to the identity that has it from then on."""
        return cls(
            change_id,
            identity_id,
            by_whom,
            data.seal(phone.value, PHONE, identity_id),
            data.lookup_hash(phone.value),
            tail_before,
            phone.tail,
        )


CHANGE = """
WITH kept AS (
    INSERT INTO phone_change (id, identity_id, at, by_whom, tail_before, tail_after)
    VALUES ($1, $2, $3, $4, $7, $8) ON CONFLICT (id) DO NOTHING
)
UPDATE identity SET phone_sealed = $5, phone_hash = $6, phone_proved_by = $4, erased_at = NULL WHERE id = $2
"""


async def change(connection: Connection, change: PhoneChange, now: datetime) -> None:
    """Write a citizen's phone, and that it was changed; the same change again is one."""
    await connection.execute(
        CHANGE,
        change.id,
        change.identity_id,
        now,
        change.by_whom,
        change.phone_sealed,
        change.phone_hash,
        change.tail_before,
        change.tail_after,
    )
