"""Whom the fund knows, by the accounts that were opened; names stay sealed."""

import uuid
from collections.abc import Sequence

from loans.sealed import PERSON_NAME
from shared.base.db import Connection
from shared.messages.accounts import IndividualAccountOpened
from shared.sealing.personal_data import PersonalData

KEEP = """
INSERT INTO person (person_id, name, opened_on)
SELECT DISTINCT ON (person_id) person_id, name, opened_on
FROM unnest($1::uuid[], $2::text[], $3::date[]) AS opened (person_id, name, opened_on)
ORDER BY person_id, opened_on DESC
ON CONFLICT (person_id) DO UPDATE SET name = excluded.name, opened_on = excluded.opened_on
WHERE person.opened_on < excluded.opened_on
"""


async def keep(
    connection: Connection, data: PersonalData, events: Sequence[IndividualAccountOpened]
) -> None:
    """Keep people; of several accounts of one the latest says the name."""
    await connection.execute(
        KEEP,
        [event.person_id for event in events],
        [data.seal(event.name, PERSON_NAME, event.person_id) for event in events],
        [event.opened_on for event in events],
    )


NAMES = "SELECT person_id, name FROM person WHERE person_id = ANY($1::uuid[])"


async def names(connection: Connection, person_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, str]:
    """Read the sealed names of those of them whom the fund knows."""
    rows = await connection.fetch(NAMES, person_ids)
    return {row["person_id"]: row["name"] for row in rows}
