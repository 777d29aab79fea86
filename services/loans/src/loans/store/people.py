"""Whom the fund knows, by the accounts that were opened; names stay sealed."""

import uuid
from collections.abc import Sequence

from loans.sealed import PERSON_NAME
from shared.base.db import Connection
from shared.messages.accounts import IndividualAccountOpened
from shared.messages.gateway import PersonIdentityChanged
from shared.sealing.personal_data import PersonalData

KEEP = """
INSERT INTO person (person_id, name, opened_on)
SELECT DISTINCT ON (person_id) person_id, name, opened_on
FROM unnest($1::uuid[], $2::text[], $3::date[]) AS opened (person_id, name, opened_on)
ORDER BY person_id, opened_on DESC
ON CONFLICT (person_id) DO UPDATE
SET opened_on = excluded.opened_on,
    name = CASE WHEN person.identity_changed_at IS NULL THEN excluded.name ELSE person.name END
WHERE person.opened_on < excluded.opened_on
"""


async def keep(
    connection: Connection, data: PersonalData, events: Sequence[IndividualAccountOpened]
) -> None:
    """Keep people; of several accounts of one the latest says the name, unless it was corrected."""
    await connection.execute(
        KEEP,
        [event.person_id for event in events],
        [data.seal(event.name, PERSON_NAME, event.person_id) for event in events],
        [event.opened_on for event in events],
    )


RENAME = """
INSERT INTO person (person_id, name, opened_on, identity_changed_at)
SELECT DISTINCT ON (told.person_id) told.person_id, told.name, told.changed_at::date, told.changed_at
FROM unnest($1::uuid[], $2::text[], $3::timestamptz[]) AS told (person_id, name, changed_at)
ORDER BY told.person_id, told.changed_at DESC
ON CONFLICT (person_id) DO UPDATE
SET name = excluded.name, identity_changed_at = excluded.identity_changed_at
WHERE person.identity_changed_at IS NULL OR person.identity_changed_at < excluded.identity_changed_at
"""


async def rename(
    connection: Connection, data: PersonalData, events: Sequence[PersonIdentityChanged]
) -> None:
    """Keep what people are called from then on, whatever is heard first; an older word is ignored."""
    await connection.execute(
        RENAME,
        [event.person_id for event in events],
        [data.seal(event.name, PERSON_NAME, event.person_id) for event in events],
        [event.changed_at for event in events],
    )


NAMES = "SELECT person_id, name FROM person WHERE person_id = ANY($1::uuid[])"


async def names(connection: Connection, person_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, str]:
    """Read the sealed names of those of them whom the fund knows."""
    rows = await connection.fetch(NAMES, person_ids)
    return {row["person_id"]: row["name"] for row in rows}
