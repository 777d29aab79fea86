"""Whom texts go to: the phone on file of each person, and who switched optional texts off."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from notifications.sealed import SUBSCRIBER_PHONE
from shared.base.db import Connection
from shared.messages.estates import DeathEvent
from shared.sealing.personal_data import PersonalData


@dataclass(frozen=True)
class Subscriber:
    """A person (职工) and the phone on file."""

    person_id: uuid.UUID
    phone_sealed: str
    phone_hash: str
    phone_tail: str
    known_since: date
    phone_changed_at: datetime | None = None
    """When the owner or the counter changed it; None: as an employer told it at an opening (R-INF-2)."""


@dataclass(frozen=True, repr=False)
class Recipient:
    """Where a text goes; the phone in clear, until the text is sealed to its row."""

    phone: str
    phone_hash: str
    phone_tail: str
    person_id: uuid.UUID | None = None
    opted_out: bool = False
    deceased: bool = False
    """A death is recorded: no text goes there any more (R-WDR-45)."""


LAST_SWITCHES = """
SELECT DISTINCT ON (phone_hash) phone_hash, command = 'stop' AS silent, received_at AS switched_at
FROM mo_text WHERE phone_hash = ANY($1::text[]) AND command IN ('stop', 'start')
ORDER BY phone_hash, received_at DESC
"""
"""A phone may have switched such texts off before anybody knew whose it is."""
KEEP_SUBSCRIBERS = f"""
WITH switch AS ({LAST_SWITCHES.replace("$1", "$3")})
INSERT INTO subscriber AS known
    (person_id, phone_sealed, phone_hash, phone_tail, known_since, phone_changed_at, opted_out_at)
SELECT DISTINCT ON (person_id) person_id, phone_sealed, phone_hash, phone_tail, known_since,
       phone_changed_at, CASE WHEN switch.silent THEN switch.switched_at END
FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::date[], $6::timestamptz[])
    AS told (person_id, phone_sealed, phone_hash, phone_tail, known_since, phone_changed_at)
    LEFT JOIN switch USING (phone_hash)
ORDER BY person_id, phone_changed_at DESC NULLS LAST, known_since DESC
ON CONFLICT (person_id) DO UPDATE
SET phone_sealed = excluded.phone_sealed, phone_hash = excluded.phone_hash,
    phone_tail = excluded.phone_tail, known_since = excluded.known_since,
    phone_changed_at = excluded.phone_changed_at,
    opted_out_at = coalesce(known.opted_out_at, excluded.opted_out_at)
WHERE CASE WHEN excluded.phone_changed_at IS NULL
           THEN known.phone_changed_at IS NULL AND excluded.known_since > known.known_since
           ELSE known.phone_changed_at IS NULL OR excluded.phone_changed_at > known.phone_changed_at END
RETURNING person_id
"""  # noqa: S608
PHONES = """
SELECT person_id, phone_sealed, phone_hash, phone_tail FROM subscriber
WHERE person_id = ANY($1::uuid[]) ORDER BY person_id FOR UPDATE
"""


async def keep(
    connection: Connection, data: PersonalData, subscribers: Sequence[Subscriber]
) -> dict[uuid.UUID, Recipient]:
    """Remember whom texts go to; the latest told phone holds. Return the phone of before where it changed."""
    people = [item.person_id for item in subscribers]
    before = {row["person_id"]: row for row in await connection.fetch(PHONES, people)}
    rows = await connection.fetch(
        KEEP_SUBSCRIBERS,
        [item.person_id for item in subscribers],
        [item.phone_sealed for item in subscribers],
        [item.phone_hash for item in subscribers],
        [item.phone_tail for item in subscribers],
        [item.known_since for item in subscribers],
        [item.phone_changed_at for item in subscribers],
    )
    kept = {row["person_id"] for row in rows} & before.keys()
    now = await connection.fetch(PHONES, list(kept)) if kept else ()
    return {
        person_id: Recipient(
            data.open(old["phone_sealed"], SUBSCRIBER_PHONE, person_id),
            old["phone_hash"],
            old["phone_tail"],
            person_id,
        )
        for row in now
        if row["phone_hash"] != (old := before[person_id := row["person_id"]])["phone_hash"]
    }


SUBSCRIBERS_BY_PERSON = """
SELECT person_id, phone_sealed, phone_hash, phone_tail, opted_out_at IS NOT NULL AS opted_out,
       EXISTS (SELECT FROM deceased WHERE deceased.person_id = subscriber.person_id AND NOT revoked)
           AS deceased
FROM subscriber WHERE person_id = ANY($1::uuid[])
"""


async def recipients_of(
    connection: Connection, data: PersonalData, person_ids: Iterable[uuid.UUID]
) -> dict[uuid.UUID, Recipient]:
    """Find the phones of these persons; who is not known yet is missing."""
    rows = await connection.fetch(SUBSCRIBERS_BY_PERSON, list(set(person_ids)))
    return {
        row["person_id"]: Recipient(
            data.open(row["phone_sealed"], SUBSCRIBER_PHONE, row["person_id"]),
            row["phone_hash"],
            row["phone_tail"],
            row["person_id"],
            row["opted_out"],
            row["deceased"],
        )
        for row in rows
    }


PERSONS_BY_PHONE = """
SELECT phone_hash, array_agg(person_id ORDER BY person_id) AS person_ids
FROM subscriber WHERE phone_hash = ANY($1::text[]) GROUP BY phone_hash
"""


async def persons_by_phone(
    connection: Connection, phone_hashes: Iterable[str]
) -> dict[str, list[uuid.UUID]]:
    """Find who has these phones on file; a family may share one."""
    rows = await connection.fetch(PERSONS_BY_PHONE, list(set(phone_hashes)))
    return {row["phone_hash"]: row["person_ids"] for row in rows}


PHONES_OPTED_OUT = f"""
SELECT phone_hash FROM subscriber WHERE phone_hash = ANY($1::text[]) AND opted_out_at IS NOT NULL
UNION
SELECT phone_hash FROM ({LAST_SWITCHES}) AS switch WHERE silent
"""  # noqa: S608


async def phones_opted_out(connection: Connection, phone_hashes: Sequence[str]) -> set[str]:
    """Return which of these phones switched non-mandatory texts off."""
    rows = await connection.fetch(PHONES_OPTED_OUT, phone_hashes)
    return {row["phone_hash"] for row in rows}


SWITCH_OPTIONAL_BY_PHONE = """
UPDATE subscriber SET opted_out_at = CASE WHEN $2 THEN coalesce(opted_out_at, $3) END
WHERE phone_hash = ANY($1::text[])
"""


async def switch_optional_by_phone(
    connection: Connection, phone_hashes: Sequence[str], now: datetime, *, opted_out: bool
) -> None:
    """Switch the non-mandatory texts of everyone with these phones."""
    await connection.execute(SWITCH_OPTIONAL_BY_PHONE, phone_hashes, opted_out, now)


SWITCH_OPTIONAL_BY_PERSON = """
UPDATE subscriber SET opted_out_at = CASE WHEN $2 THEN coalesce(opted_out_at, $3) END
WHERE person_id = $1
"""


async def switch_optional_by_person(
    connection: Connection, person_id: uuid.UUID, now: datetime, *, opted_out: bool
) -> bool:
    """Switch one person's non-mandatory texts; False when there is no such subscriber."""
    done = await connection.execute(SWITCH_OPTIONAL_BY_PERSON, person_id, opted_out, now)
    return done != "UPDATE 0"


KEEP_DEATHS = """
INSERT INTO deceased (death_id, person_id, revoked)
SELECT *, $3 FROM unnest($1::uuid[], $2::uuid[])
ON CONFLICT (death_id) DO UPDATE SET revoked = deceased.revoked OR excluded.revoked
"""


async def keep_deaths(
    connection: Connection, deaths: Sequence[DeathEvent], *, revoked: bool
) -> None:
    """Keep deaths that were recorded or revoked; the second is final."""
    people = [death.person_id for death in deaths]
    await connection.execute(KEEP_DEATHS, [death.death_id for death in deaths], people, revoked)
