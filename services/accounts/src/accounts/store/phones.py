"""Which phone a person has, as the gateway says."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from shared.base.db import Connection


@dataclass(frozen=True)
class ChangedPhone:
    """The phone of a person from then on, sealed to the row."""

    person_id: UUID
    phone_sealed: str
    phone_hash: str
    changed_at: datetime


CHANGE = """
UPDATE person
SET phone_sealed = told.phone_sealed, phone_hash = told.phone_hash, phone_changed_at = told.changed_at,
    phone_erased_at = NULL
FROM (
    SELECT DISTINCT ON (person_id) *
    FROM unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[])
        AS told (person_id, phone_sealed, phone_hash, changed_at)
    ORDER BY person_id, changed_at DESC
) AS told
WHERE person.id = told.person_id AND person.anonymised_at IS NULL
  AND (person.phone_changed_at IS NULL OR person.phone_changed_at < told.changed_at)
"""


async def change(connection: Connection, told: Sequence[ChangedPhone]) -> None:
    """Keep people's phones; what is older than known is ignored, and so is who has no account here."""
    await connection.execute(
        CHANGE,
        [one.person_id for one in told],
        [one.phone_sealed for one in told],
        [one.phone_hash for one in told],
        [one.changed_at for one in told],
    )
