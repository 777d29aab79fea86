"""Who was forgotten (个人信息保护法 art. 47), and what their logins lose. Set-based."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import asyncpg

from shared.base.db import Connection
from shared.messages.erasures import PersonErased

KEEP = """
INSERT INTO erased_person AS known (person_id, whole, erased_at, erased_on)
SELECT DISTINCT ON (person_id) * FROM unnest($1::uuid[], $2::boolean[], $3::timestamptz[], $4::date[])
    AS told (person_id, whole, erased_at, erased_on)
ORDER BY person_id, whole DESC, erased_at DESC
ON CONFLICT (person_id) DO UPDATE
SET whole = excluded.whole, erased_at = excluded.erased_at, erased_on = excluded.erased_on
WHERE NOT known.whole AND (excluded.whole OR excluded.erased_at > known.erased_at)
RETURNING person_id, whole
"""


async def keep(connection: Connection, events: Sequence[PersonErased]) -> dict[UUID, bool]:
    """Keep who is forgotten, for good; return those of whom that is news, and whether as a whole."""
    rows = await connection.fetch(
        KEEP,
        [one.person_id for one in events],
        [one.whole for one in events],
        [one.erased_at for one in events],
        [one.erased_on for one in events],
    )
    return {row["person_id"]: row["whole"] for row in rows}


LATE = """
SELECT told.position FROM unnest($1::uuid[], $2::date[]) WITH ORDINALITY
    AS told (person_id, opened_on, position)
JOIN erased_person AS gone ON gone.person_id = told.person_id
WHERE gone.whole OR told.opened_on <= gone.erased_on
"""


async def late(
    connection: Connection, people: Sequence[UUID], opened_on: Sequence[date]
) -> set[int]:
    """Which accounts, by position from 0, were opened before their person was forgotten."""
    rows = await connection.fetch(LATE, people, opened_on)
    return {row["position"] - 1 for row in rows}


# A phone that the counter took since stays, in whichever order both are told after a backup was restored.
LOGINS = """
SELECT identity.id, identity.person_id FROM identity JOIN erased_person AS gone USING (person_id)
WHERE role = 'individual' AND person_id = ANY($1::uuid[])
  AND (gone.whole OR NOT EXISTS (SELECT FROM phone_change
                                 WHERE identity_id = identity.id AND at > gone.erased_at))
"""


async def logins(connection: Connection, people: Sequence[UUID]) -> dict[UUID, UUID]:
    """The identity of each of these people as a citizen, by the person; not everybody is known."""
    return {row["person_id"]: row["id"] for row in await connection.fetch(LOGINS, people)}


END_LOGINS = """
WITH lost AS (
    UPDATE identity SET phone_sealed = NULL, phone_hash = NULL, phone_proved_by = NULL, erased_at = $2
    WHERE id = ANY($1::uuid[])
), devices AS (
    DELETE FROM known_device WHERE identity_id = ANY($1::uuid[])
), passwords AS (
    DELETE FROM query_password WHERE identity_id = ANY($1::uuid[])
)
UPDATE session SET ended_at = $2, end_reason = 'erased'
WHERE identity_id = ANY($1::uuid[]) AND ended_at IS NULL
"""


async def end_logins(connection: Connection, identities: Sequence[UUID], now: datetime) -> None:
    """Let identities have no phone, no device, no query password and no session."""
    await connection.execute(END_LOGINS, identities, now)


@dataclass(frozen=True)
class Blank:
    """What stands in a row instead, sealed to it."""

    row_id: UUID
    name_sealed: str
    id_number_sealed: str


ANONYMISE = """
UPDATE identity SET name_sealed = told.name_sealed, id_number_sealed = told.id_number_sealed, id_type = '99'
FROM unnest($1::uuid[], $2::text[], $3::text[]) AS told (id, name_sealed, id_number_sealed)
WHERE identity.id = told.id
"""


async def anonymise(connection: Connection, blanks: Sequence[Blank]) -> None:
    """Let identities have the name and number of nobody; `identities.change` has given them its hash."""
    await connection.execute(ANONYMISE, *_columns(blanks))


CORRECTIONS = "SELECT id FROM identity_correction WHERE identity_id = ANY($1::uuid[]) ORDER BY id"


async def corrections_of(connection: Connection, identities: Sequence[UUID]) -> list[UUID]:
    """How names and numbers were corrected: each has those of before."""
    return [row["id"] for row in await connection.fetch(CORRECTIONS, identities)]


@dataclass(frozen=True)
class BlankCorrection:
    """What stands in the row of a correction instead, sealed to its four columns."""

    id: UUID
    name_sealed: str
    id_number_sealed: str
    name_before_sealed: str
    id_number_before_sealed: str
    id_number_hash_before: str


ANONYMISE_CORRECTIONS = """
UPDATE identity_correction AS correction
SET name_sealed = told.name, id_number_sealed = told.number, name_before_sealed = told.name_before,
    id_number_before_sealed = told.number_before, id_number_hash_before = told.hash_before,
    id_type = '99', id_type_before = '99', evidence = '{}'
FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
    AS told (id, name, number, name_before, number_before, hash_before)
WHERE correction.id = told.id
"""


async def anonymise_corrections(connection: Connection, blanks: Sequence[BlankCorrection]) -> None:
    """Let corrections have the names and numbers of nobody."""
    await connection.execute(
        ANONYMISE_CORRECTIONS,
        [one.id for one in blanks],
        [one.name_sealed for one in blanks],
        [one.id_number_sealed for one in blanks],
        [one.name_before_sealed for one in blanks],
        [one.id_number_before_sealed for one in blanks],
        [one.id_number_hash_before for one in blanks],
    )


LOCK_WITHOUT_PHONE = """
SELECT id, person_id FROM identity
WHERE role = 'individual' AND person_id = ANY($1::uuid[]) AND phone_sealed IS NULL AND erased_at IS NOT NULL
ORDER BY id FOR UPDATE
"""
GIVE_PHONES = """
UPDATE identity SET phone_sealed = told.phone_sealed, phone_hash = told.phone_hash, erased_at = NULL
FROM unnest($1::uuid[], $2::text[], $3::text[]) AS told (id, phone_sealed, phone_hash)
WHERE identity.id = told.id
"""


async def lock_without_phone(
    connection: Connection, people: Sequence[UUID]
) -> Sequence[asyncpg.Record]:
    """Lock the logins of whoever had the phone erased."""
    return await connection.fetch(LOCK_WITHOUT_PHONE, people)


async def give_phones(
    connection: Connection, ids: Sequence[UUID], sealed: Sequence[str], hashes: Sequence[str]
) -> None:
    """Put phones on file again; nobody has vouched for them."""
    await connection.execute(GIVE_PHONES, ids, sealed, hashes)


SHUT_FOR_LONG = """
SELECT id FROM identity
WHERE disabled_at < $1 AND erased_at IS NULL AND role NOT IN ('individual', 'kiosk')
ORDER BY disabled_at, id LIMIT $2 FOR UPDATE SKIP LOCKED
"""


async def shut_for_long(connection: Connection, before: datetime, limit: int) -> list[UUID]:
    """Lock staff and operators who were shut out before an instant."""
    return [row["id"] for row in await connection.fetch(SHUT_FOR_LONG, before, limit)]


def _columns(blanks: Sequence[Blank]) -> tuple[list[UUID], list[str], list[str]]:
    return (
        [one.row_id for one in blanks],
        [one.name_sealed for one in blanks],
        [one.id_number_sealed for one in blanks],
    )
