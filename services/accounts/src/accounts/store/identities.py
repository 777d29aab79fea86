"""What a person is called, and by which document known, as the gateway says; of the anonymised nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from shared.base.db import Connection


@dataclass(frozen=True)
class ChangedIdentity:
    """The name and document of a person from then on, sealed to the row."""

    person_id: UUID
    name_sealed: str
    id_type: str
    id_number_sealed: str
    id_number_hash: str
    id_number_tail: str
    changed_at: datetime


# An employer's people are found by parts of their names: those of the new one are made from now on (ADR 24).
CHANGE = """
WITH told AS (
    SELECT DISTINCT ON (person_id) *
    FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[])
        AS told (person_id, name_sealed, id_type, id_number_sealed, id_number_hash, id_number_tail,
                 changed_at)
    ORDER BY person_id, changed_at DESC
), changed AS (
    UPDATE person
    SET name_sealed = told.name_sealed, id_type = told.id_type, id_number_sealed = told.id_number_sealed,
        id_number_hash = told.id_number_hash, id_number_tail = told.id_number_tail,
        identity_changed_at = told.changed_at
    FROM told
    WHERE person.id = told.person_id AND person.anonymised_at IS NULL
      AND (person.identity_changed_at IS NULL OR person.identity_changed_at < told.changed_at)
      AND NOT EXISTS (SELECT FROM person AS other
                      WHERE other.id_number_hash = told.id_number_hash AND other.id <> told.person_id)
    RETURNING person.id
)
INSERT INTO account_to_index
SELECT account.number FROM individual_account AS account JOIN changed ON changed.id = account.person_id
ON CONFLICT DO NOTHING
"""


async def change(connection: Connection, told: Sequence[ChangedIdentity]) -> None:
    """Keep who is called how; what is older than known is ignored, and so is who has no account here.

    Somebody whose number another person has stays as they are: `left_out` names them.
    """
    await connection.execute(
        CHANGE,
        [one.person_id for one in told],
        [one.name_sealed for one in told],
        [one.id_type for one in told],
        [one.id_number_sealed for one in told],
        [one.id_number_hash for one in told],
        [one.id_number_tail for one in told],
        [one.changed_at for one in told],
    )


LEFT_OUT = """
SELECT told.position FROM unnest($1::uuid[], $2::timestamptz[]) WITH ORDINALITY
    AS told (person_id, changed_at, position)
JOIN person ON person.id = told.person_id
WHERE person.anonymised_at IS NULL
  AND (person.identity_changed_at IS NULL OR person.identity_changed_at < told.changed_at)
"""


async def left_out(connection: Connection, told: Sequence[ChangedIdentity]) -> list[int]:
    """Find whose change was not kept, since another person has the number: positions from 0."""
    rows = await connection.fetch(
        LEFT_OUT, [one.person_id for one in told], [one.changed_at for one in told]
    )
    return [row["position"] - 1 for row in rows]
