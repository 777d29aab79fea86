"""Consents to look-ups in the database: who gave one, until when, and who took it back (R-WDR-20)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from uuid import UUID

import asyncpg

from shared.base.db import Connection, Pool


@dataclass(frozen=True, slots=True)
class Consent:
    """One consent (授权): its giver may be looked up when the spouse applies."""

    id: UUID
    person_id: UUID | None
    """Who gave it online; None on paper."""
    id_number_hash: str | None
    """Keyed hash of the giver's number; None until accounts has told it."""
    way: str
    """`online` or `paper`."""
    given_on: date
    ends_on: date
    """Last day on which it holds."""
    asked_at: datetime
    """When accounts was asked for the number, or the paper was taken."""
    withdrawn_at: datetime | None = None
    evidence: tuple[str, ...] = ()
    """Numbers of the paper."""
    proposed_by: UUID | None = None
    decided_by: UUID | None = None
    giver_id: UUID | None = None
    """Of paper: whose number it names, as accounts told; None before, or where nobody has an account."""

    @property
    def giver(self) -> UUID | None:
        """Who gave it, where that is an account holder who is known."""
        return self.person_id or self.giver_id


_COLUMNS = ", ".join(one.name for one in fields(Consent))

ADD = f"""
INSERT INTO look_up_consent ({_COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
"""  # noqa: S608 - made of the names above, no input


async def add(connection: Connection, one: Consent) -> None:
    """Keep a consent."""
    await connection.execute(ADD, *(getattr(one, name.name) for name in fields(Consent)))


STANDING = f"""
SELECT {_COLUMNS} FROM look_up_consent
WHERE $1 IN (person_id, giver_id) AND withdrawn_at IS NULL AND ends_on >= $2 ORDER BY ends_on DESC LIMIT 1
"""  # noqa: S608 - made of the names above, no input


async def standing(source: Connection | Pool, person_id: UUID, today: date) -> Consent | None:
    """Return the consent of somebody that holds, given online or on paper."""
    row = await source.fetchrow(STANDING, person_id, today)
    return _consent(row) if row else None


HOLDS = """
SELECT EXISTS (SELECT FROM look_up_consent
               WHERE id_number_hash = $1 AND withdrawn_at IS NULL AND $2 BETWEEN given_on AND ends_on)
"""


async def holds(source: Connection | Pool, id_number_hash: str, today: date) -> bool:
    """Say whether somebody may be looked up today."""
    return bool(await source.fetchval(HOLDS, id_number_hash, today))


WITHDRAW = f"""
UPDATE look_up_consent SET withdrawn_at = $3
WHERE withdrawn_at IS NULL AND ($1 IN (person_id, giver_id) OR id_number_hash = $2 OR id_number_hash IN (
    SELECT id_number_hash FROM look_up_consent WHERE $1 IN (person_id, giver_id)))
RETURNING {_COLUMNS}
"""  # noqa: S608 - made of the names above, no input


async def withdraw(
    connection: Connection, person_id: UUID | None, id_number_hash: str | None, now: datetime
) -> list[Consent]:
    """Take back all that somebody gave, online or on paper; return it."""
    rows = await connection.fetch(WITHDRAW, person_id, id_number_hash, now)
    return [_consent(row) for row in rows]


NAME = """
UPDATE look_up_consent SET id_number_hash = told.hash
FROM unnest($1::uuid[], $2::text[]) AS told (id, hash)
WHERE look_up_consent.id = told.id AND id_number_hash IS NULL
"""


async def name(connection: Connection, hashes: Mapping[UUID, str]) -> bool:
    """Keep whose numbers they are; False where there was nothing to keep."""
    done = await connection.execute(NAME, list(hashes), list(hashes.values()))
    return done != "UPDATE 0"


NAMELESS = f"""
UPDATE look_up_consent SET asked_at = $1 WHERE id IN (
    SELECT id FROM look_up_consent
    WHERE id_number_hash IS NULL AND withdrawn_at IS NULL AND asked_at < $2
    ORDER BY asked_at LIMIT $3 FOR UPDATE SKIP LOCKED)
RETURNING {_COLUMNS}
"""  # noqa: S608 - made of the names above, no input


async def ask_again(
    connection: Connection, now: datetime, before: datetime, limit: int
) -> list[Consent]:
    """Take those of which accounts has not told whose they are."""
    return [_consent(row) for row in await connection.fetch(NAMELESS, now, before, limit)]


WAITING = """
SELECT application.id FROM inquiry JOIN application ON application.id = inquiry.id
WHERE spouse_hash IS NOT NULL AND state = 'awaiting_papers' AND EXISTS (
    SELECT FROM look_up_consent
    WHERE id_number_hash = spouse_hash AND withdrawn_at IS NULL AND $1 BETWEEN given_on AND ends_on)
ORDER BY application.id LIMIT $2
"""


async def waiting(connection: Connection, today: date, limit: int) -> Sequence[UUID]:
    """Find applications that waited for a consent which holds by now."""
    return [row["id"] for row in await connection.fetch(WAITING, today, limit)]


RELYING = """
SELECT DISTINCT application.person_id FROM inquiry JOIN application ON application.id = inquiry.id
WHERE looked_up_hash = ANY($1::text[]) AND is_open
"""


async def relying_on(connection: Connection, hashes: Collection[str]) -> list[UUID]:
    """Name applicants whose open application asked registers about one of these spouses."""
    return [row["person_id"] for row in await connection.fetch(RELYING, list(hashes))]


NAME_GIVERS = f"""
UPDATE look_up_consent SET giver_id = told.person
FROM unnest($1::uuid[], $2::uuid[]) AS told (consent, person)
WHERE look_up_consent.id = told.consent AND way = 'paper' AND giver_id IS NULL
RETURNING {_COLUMNS}
"""  # noqa: S608 - made of the names above, no input


async def name_givers(connection: Connection, found: Mapping[UUID, UUID]) -> list[Consent]:
    """Keep who signed paper; return what was nobody's before."""
    rows = await connection.fetch(NAME_GIVERS, list(found), list(found.values()))
    return [_consent(row) for row in rows]


def _consent(row: asyncpg.Record) -> Consent:
    return Consent(**{**dict(row), "evidence": tuple(row["evidence"])})
