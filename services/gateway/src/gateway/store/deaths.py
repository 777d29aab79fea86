"""Who has died, and their sessions."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from shared.base.db import Connection
from shared.messages.estates import DeathEvent

KEEP = """
INSERT INTO deceased (death_id, person_id, died_on, revoked)
SELECT *, $4 FROM unnest($1::uuid[], $2::uuid[], $3::date[])
ON CONFLICT (death_id) DO UPDATE SET revoked = deceased.revoked OR excluded.revoked
"""


async def keep(connection: Connection, deaths: Sequence[DeathEvent], *, revoked: bool) -> None:
    """Keep deaths that were recorded or revoked; the second is final."""
    await connection.execute(
        KEEP,
        [death.death_id for death in deaths],
        [death.person_id for death in deaths],
        [death.died_on for death in deaths],
        revoked,
    )


END_SESSIONS = """
UPDATE session SET ended_at = $2, end_reason = 'deceased'
FROM identity AS own, identity AS citizen, deceased
WHERE session.identity_id = own.id AND session.ended_at IS NULL
  AND own.id_number_hash = citizen.id_number_hash AND citizen.role = 'individual'
  AND citizen.person_id = deceased.person_id AND NOT deceased.revoked
  AND deceased.person_id = ANY($1::uuid[])
"""


async def end_sessions(connection: Connection, person_ids: Sequence[UUID], now: datetime) -> None:
    """End the sessions of the dead, in whatever capacity they were opened."""
    await connection.execute(END_SESSIONS, person_ids, now)
