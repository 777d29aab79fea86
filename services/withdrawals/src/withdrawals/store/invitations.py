"""Spouses who were invited to consent, so that nobody is invited again within days (R-WDR-20)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from shared.base.db import Connection


@dataclass(frozen=True, slots=True)
class Invitation:
    """A spouse is to be invited for an application."""

    id_number_hash: str
    application_id: UUID
    invited_on: date


NOTE = """
INSERT INTO consent_invitation (id_number_hash, application_id, invited_on) VALUES ($1, $2, $3)
ON CONFLICT (id_number_hash) DO UPDATE
SET application_id = excluded.application_id, invited_on = excluded.invited_on, person_id = NULL
WHERE consent_invitation.invited_on <= $4
RETURNING true
"""


async def note(connection: Connection, new: Invitation, before: date) -> bool:
    """Keep that somebody is invited; False for whom that was done for later than a day."""
    done = await connection.fetchval(
        NOTE, new.id_number_hash, new.application_id, new.invited_on, before
    )
    return done is not None


@dataclass(frozen=True, slots=True)
class Named:
    """An account holder who is invited, and the sealed identity of whose spouse it is."""

    application_id: UUID
    person_id: UUID
    identity_sealed: str


# Nobody is bothered about an application that has gone on meanwhile.
NAME = """
UPDATE consent_invitation SET person_id = told.person
FROM unnest($1::uuid[], $2::uuid[]) AS told (application, person)
JOIN application ON application.id = told.application AND state = 'awaiting_papers'
JOIN inquiry ON inquiry.id = application.id AND identity_sealed IS NOT NULL
WHERE application_id = told.application AND consent_invitation.person_id IS NULL
RETURNING application_id, told.person AS person_id, identity_sealed
"""


async def name(connection: Connection, found: Mapping[UUID, UUID]) -> list[Named]:
    """Keep who is invited for applications that still wait; return whom nobody had named before."""
    rows = await connection.fetch(NAME, list(found), list(found.values()))
    return [Named(**row) for row in rows]
