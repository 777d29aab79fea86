"""Deaths that two people recorded, and what of the person's ends with them."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from shared.base.db import Connection
from shared.proposals.operation import Decision
from withdrawals.agreements import Agreement
from withdrawals.estates import Death
from withdrawals.store.agreements import agreement_of

_COLUMNS = (
    "id, person_id, died_on, source, evidence, recorded_on, recorded_at, proposed_by, decided_by, "
    "revoked_at, revoke_reason"
)
ADD = """
INSERT INTO death (id, person_id, died_on, source, evidence, recorded_on, recorded_at, proposed_by,
                   decided_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id
"""


async def add(connection: Connection, death: Death) -> bool:
    """Keep a death; False where one of this person stands."""
    made = await connection.fetchval(
        ADD,
        death.id,
        death.person_id,
        death.died_on,
        death.source,
        list(death.evidence),
        death.recorded_on,
        death.recorded_at,
        death.proposed_by,
        death.decided_by,
    )
    return made is not None


LOCK = f"SELECT {_COLUMNS} FROM death WHERE id = $1 FOR UPDATE"  # noqa: S608
STANDING = f"SELECT {_COLUMNS} FROM death WHERE person_id = $1 AND revoked_at IS NULL"  # noqa: S608


async def lock(connection: Connection, death_id: UUID) -> Death | None:
    """Lock a death."""
    row = await connection.fetchrow(LOCK, death_id)
    return Death(**{**dict(row), "evidence": tuple(row["evidence"])}) if row else None


async def standing(connection: Connection, person_id: UUID) -> Death | None:
    """The death of somebody that stands."""
    row = await connection.fetchrow(STANDING, person_id)
    return Death(**{**dict(row), "evidence": tuple(row["evidence"])}) if row else None


REVOKE = """
UPDATE death SET revoked_at = $2, revoked_by = $3, revoke_reason = $4 WHERE id = $1
"""


async def revoke(connection: Connection, death_id: UUID, decision: Decision, now: datetime) -> None:
    """Keep that it was recorded wrongly."""
    await connection.execute(REVOKE, death_id, now, decision.checker_id, decision.reason)


AGREEMENTS = """
SELECT * FROM agreement WHERE person_id = $1 AND state <> 'ended' ORDER BY id FOR UPDATE
"""
OPEN_APPLICATION = "SELECT id FROM application WHERE person_id = $1 AND is_open"


async def agreements_of(connection: Connection, person_id: UUID) -> Sequence[Agreement]:
    """Lock the agreements of somebody that run or rest."""
    return [agreement_of(row) for row in await connection.fetch(AGREEMENTS, person_id)]


async def open_application(connection: Connection, person_id: UUID) -> UUID | None:
    """Find the application that somebody has open."""
    found: UUID | None = await connection.fetchval(OPEN_APPLICATION, person_id)
    return found
