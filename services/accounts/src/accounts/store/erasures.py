"""Erasures (删除个人信息): who is due, what is against it, asked, ended; what a row loses. Set-based."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import asyncpg

from accounts.rules.erasure import ErasureState, Standing
from shared.base.db import Connection, Pool

# Whoever was merged into another person has no account of their own: they go with the one who stayed.
DUE = """
SELECT DISTINCT person.id FROM individual_account AS old JOIN person ON person.id = old.person_id
WHERE old.closed_on < $1 AND person.anonymised_at IS NULL
  AND NOT EXISTS (SELECT FROM individual_account AS own
                  WHERE own.person_id = old.person_id AND (own.closed_on IS NULL OR own.closed_on >= $1))
  AND NOT EXISTS (SELECT FROM erasure
                  WHERE erasure.person_id = old.person_id AND (state = 'asked' OR whole AND asked_at > $2))
ORDER BY person.id LIMIT $3
"""


async def due(
    connection: Connection, closed_before: date, asked_before: datetime, limit: int
) -> list[UUID]:
    """People whose last account was closed before a day, and who were not asked about since an instant."""
    rows = await connection.fetch(DUE, closed_before, asked_before, limit)
    return [row["id"] for row in rows]


ADD = """
INSERT INTO erasure (id, person_id, whole, state, asked_at)
SELECT id, person_id, $3, 'asked', $4 FROM unnest($1::uuid[], $2::uuid[]) AS new (id, person_id)
ON CONFLICT (person_id) WHERE state = 'asked' DO NOTHING
RETURNING id, person_id
"""


async def add(
    connection: Connection, new: Mapping[UUID, UUID], now: datetime, *, whole: bool
) -> dict[UUID, UUID]:
    """Keep erasures by their ids; return those of whom none is open already."""
    rows = await connection.fetch(ADD, list(new), list(new.values()), whole, now)
    return {row["id"]: row["person_id"] for row in rows}


UNANSWERED = """
SELECT id, person_id FROM erasure WHERE state = 'asked' AND asked_at < $1 ORDER BY asked_at, id LIMIT $2
"""


async def unanswered(connection: Connection, before: datetime, limit: int) -> dict[UUID, UUID]:
    """Erasures that were asked about before an instant and have no answer."""
    rows = await connection.fetch(UNANSWERED, before, limit)
    return {row["id"]: row["person_id"] for row in rows}


@dataclass(frozen=True)
class Asked:
    """An erasure that waits for an answer, locked."""

    id: UUID
    person_id: UUID
    whole: bool


LOCK = """
SELECT id, person_id, whole FROM erasure
WHERE id = ANY($1::uuid[]) AND state = 'asked' ORDER BY id FOR UPDATE
"""


async def lock(connection: Connection, ids: Sequence[UUID]) -> list[Asked]:
    """Lock erasures that are open; an answer to any other one changes nothing."""
    return [Asked(**row) for row in await connection.fetch(LOCK, ids)]


END = """
UPDATE erasure SET state = $3, why = told.why, ended_at = $4
FROM unnest($1::uuid[], $2::text[]) AS told (id, why) WHERE erasure.id = told.id
"""


async def end(
    connection: Connection, whys: Mapping[UUID, str], state: ErasureState, now: datetime
) -> None:
    """End locked erasures, each with why nothing was erased, if so."""
    await connection.execute(END, list(whys), list(whys.values()), state.value, now)


LOCK_PEOPLE = "SELECT id FROM person WHERE id = ANY($1::uuid[]) ORDER BY id_number_hash FOR UPDATE"
STANDING = """
SELECT person.id, person.phone_erased_at IS NOT NULL AS phone_erased,
       person.anonymised_at IS NOT NULL AS anonymised, account.closed_on,
       coalesce(account.any_open, true) AS open,
       concat_ws('，',
           (SELECT '有提取或转出在办' FROM reservation
            JOIN individual_account AS own ON own.number = reservation.account_number
            WHERE own.person_id = person.id AND reservation.state = 'reserved' LIMIT 1),
           (SELECT '有异议在办' FROM dispute
            WHERE dispute.person_id = person.id AND dispute.state <> 'centre_answered' LIMIT 1),
           (SELECT '有投诉在办' FROM complaint
            WHERE complaint.person_id = person.id AND complaint.state = 'open' LIMIT 1),
           (SELECT '有账户合并在办' FROM account_merge
            WHERE state = 'asked' AND person.id IN (goes_person, stays_person) LIMIT 1)) AS busy
FROM person LEFT JOIN LATERAL (
    SELECT bool_or(closed_on IS NULL) AS any_open, max(closed_on) AS closed_on
    FROM individual_account WHERE person_id = person.id
) AS account ON true
WHERE person.id = ANY($1::uuid[])
"""


async def lock_people(connection: Connection, person_ids: Sequence[UUID]) -> None:
    """Let nobody open an account for any of them meanwhile."""
    await connection.execute(LOCK_PEOPLE, person_ids)


async def standing(source: Connection | Pool, person_ids: Sequence[UUID]) -> dict[UUID, Standing]:
    """What stands against forgetting people."""
    rows = await source.fetch(STANDING, person_ids)
    return {
        row["id"]: Standing(
            row["open"], row["closed_on"], row["busy"], row["phone_erased"], row["anonymised"]
        )
        for row in rows
    }


LAST = """
SELECT id, whole, state, why, asked_at, ended_at FROM erasure
WHERE person_id = $1 ORDER BY asked_at DESC, id LIMIT 1
"""


async def last(source: Connection | Pool, person_id: UUID) -> asyncpg.Record | None:
    """How the latest erasure of a person stands."""
    return await source.fetchrow(LAST, person_id)


WITH_MERGED = """
WITH RECURSIVE one (person_id, root) AS (
    SELECT id, id FROM unnest($1::uuid[]) AS told (id)
    UNION
    SELECT goes_person, one.root FROM account_merge JOIN one ON one.person_id = stays_person
    WHERE state = 'merged'
)
SELECT person_id, root FROM one ORDER BY person_id
"""


async def with_merged(
    connection: Connection, person_ids: Sequence[UUID]
) -> list[tuple[UUID, UUID]]:
    """These, and who was merged into them however long ago, each with the one they went into."""
    rows = await connection.fetch(WITH_MERGED, person_ids)
    return [(row["person_id"], row["root"]) for row in rows]


@dataclass(frozen=True)
class Blank:
    """What stands in a person's row instead; sealed to it, its hashes found by nobody."""

    person_id: UUID
    phone_sealed: str
    phone_hash: str
    name_sealed: str
    id_number_sealed: str
    id_number_hash: str


# What was told before counts no more, however late it comes: both instants are those of the erasure.
ERASE_PHONES = """
UPDATE person SET phone_sealed = told.phone_sealed, phone_hash = told.phone_hash, phone_changed_at = $4,
                  phone_erased_at = $4
FROM unnest($1::uuid[], $2::text[], $3::text[]) AS told (id, phone_sealed, phone_hash)
WHERE person.id = told.id
"""
ANONYMISE = """
UPDATE person SET name_sealed = told.name_sealed, id_number_sealed = told.id_number_sealed,
                  id_number_hash = told.id_number_hash, id_number_tail = '', id_type = '99',
                  identity_changed_at = $5, anonymised_at = $5
FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[])
    AS told (id, name_sealed, id_number_sealed, id_number_hash)
WHERE person.id = told.id
"""
# Nobody finds them by a part of a name any more (ADR 24).
FORGET_PARTS = """
WITH own AS (SELECT number FROM individual_account WHERE person_id = ANY($1::uuid[])),
     waiting AS (DELETE FROM account_to_index USING own WHERE account_number = own.number)
DELETE FROM account_part USING own WHERE account_number = own.number
"""


async def erase_phones(connection: Connection, blanks: Sequence[Blank], at: datetime) -> None:
    """Let people have no phone on file."""
    await connection.execute(
        ERASE_PHONES,
        [one.person_id for one in blanks],
        [one.phone_sealed for one in blanks],
        [one.phone_hash for one in blanks],
        at,
    )


async def anonymise(connection: Connection, blanks: Sequence[Blank], at: datetime) -> None:
    """Let nobody know who people were; what is booked for them stays as it is."""
    people = [one.person_id for one in blanks]
    await erase_phones(connection, blanks, at)
    await connection.execute(
        ANONYMISE,
        people,
        [one.name_sealed for one in blanks],
        [one.id_number_sealed for one in blanks],
        [one.id_number_hash for one in blanks],
        at,
    )
    await connection.execute(FORGET_PARTS, people)


WITHOUT_PHONE = """
SELECT id, id_number_hash FROM person
WHERE id_number_hash = ANY($1::text[]) AND phone_erased_at IS NOT NULL AND anonymised_at IS NULL
"""
GIVE_PHONES = """
UPDATE person SET phone_sealed = told.phone_sealed, phone_hash = told.phone_hash, phone_erased_at = NULL
FROM unnest($1::uuid[], $2::text[], $3::text[]) AS told (id, phone_sealed, phone_hash)
WHERE person.id = told.id
"""


async def without_phone(connection: Connection, hashes: Sequence[str]) -> dict[str, UUID]:
    """Who of these had the phone erased, by the hash of the ID number."""
    rows = await connection.fetch(WITHOUT_PHONE, hashes)
    return {row["id_number_hash"]: row["id"] for row in rows}


async def give_phones(
    connection: Connection, people: Sequence[UUID], sealed: Sequence[str], hashes: Sequence[str]
) -> None:
    """Put phones on file again."""
    await connection.execute(GIVE_PHONES, people, sealed, hashes)
