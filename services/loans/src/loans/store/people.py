"""Whom the fund knows, by the accounts that were opened; names stay sealed."""

import uuid
from collections.abc import Sequence

from loans.sealed import PERSON_NAME
from shared.base.db import Connection
from shared.base.id_documents import IdDocument, IdType
from shared.messages.accounts import IndividualAccountOpened
from shared.messages.gateway import PersonIdentityChanged
from shared.sealing.personal_data import PersonalData

KEEP = """
INSERT INTO person (person_id, name, opened_on, id_number_hash)
SELECT DISTINCT ON (person_id) person_id, name, opened_on, hash
FROM unnest($1::uuid[], $2::text[], $3::date[], $4::text[]) AS opened (person_id, name, opened_on, hash)
ORDER BY person_id, opened_on DESC
ON CONFLICT (person_id) DO UPDATE
SET opened_on = greatest(person.opened_on, excluded.opened_on),
    name = CASE WHEN person.identity_changed_at IS NULL AND person.opened_on < excluded.opened_on
        THEN excluded.name ELSE person.name END,
    id_number_hash = CASE WHEN person.identity_changed_at IS NULL
        THEN coalesce(excluded.id_number_hash, person.id_number_hash) ELSE person.id_number_hash END
WHERE person.opened_on < excluded.opened_on
   OR (person.id_number_hash IS NULL AND person.identity_changed_at IS NULL)
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
        [document_hash(data, event.id_type, event.id_number) for event in events],
    )


def document_hash(data: PersonalData, id_type: str, id_number: str) -> str | None:
    """What a person is found by in a file; None where an older letter does not tell the number here."""
    if not id_number:
        return None
    return data.lookup_hash(IdDocument(IdType(id_type), id_number).lookup_key)


RENAME = """
INSERT INTO person (person_id, name, opened_on, identity_changed_at, id_number_hash)
SELECT DISTINCT ON (told.person_id) told.person_id, told.name, told.changed_at::date, told.changed_at,
       told.hash
FROM unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::text[]) AS told (person_id, name, changed_at, hash)
ORDER BY told.person_id, told.changed_at DESC
ON CONFLICT (person_id) DO UPDATE
SET name = excluded.name, identity_changed_at = excluded.identity_changed_at,
    id_number_hash = coalesce(excluded.id_number_hash, person.id_number_hash)
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
        [document_hash(data, event.id_type, event.id_number) for event in events],
    )


NAMES = "SELECT person_id, name FROM person WHERE person_id = ANY($1::uuid[])"


async def names(connection: Connection, person_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, str]:
    """Read the sealed names of those of them whom the fund knows."""
    rows = await connection.fetch(NAMES, person_ids)
    return {row["person_id"]: row["name"] for row in rows}


BY_DOCUMENT = """
SELECT id_number_hash, min(coalesce(stays_person, person_id)::text)::uuid AS person_id
FROM person LEFT JOIN person_merge AS merge ON goes_person = person_id AND merge.state = 'merged'
WHERE id_number_hash = ANY($1::text[])
GROUP BY id_number_hash HAVING count(DISTINCT coalesce(stays_person, person_id)) = 1
"""


async def by_document(connection: Connection, hashes: Sequence[str]) -> dict[str, uuid.UUID]:
    """Find people by their documents' hashes, merged ones as who they are now; not who is one of several."""
    rows = await connection.fetch(BY_DOCUMENT, hashes)
    return {row["id_number_hash"]: row["person_id"] for row in rows}
