"""Calls: begun, moved along, ended; and what a killed process left open."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from hotline.domain import CallState, Ending, Row
from shared.base.db import Connection

SAVE = """
INSERT INTO call (call_id, instance, began_at, caller_sealed, caller_hash, state, person_id, proved_by, asked,
                  ended_at, ending, queued_at, answered_at, answered_by, recording_agreed)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
ON CONFLICT (call_id) DO UPDATE SET state = excluded.state, person_id = excluded.person_id,
    proved_by = excluded.proved_by, asked = excluded.asked, ended_at = excluded.ended_at,
    ending = excluded.ending, queued_at = excluded.queued_at, answered_at = excluded.answered_at,
    answered_by = excluded.answered_by, recording_agreed = excluded.recording_agreed
WHERE call.state <> 'ended'
RETURNING call_id
"""


@dataclass
class Call:
    """One call, as far as it is."""

    call_id: UUID
    instance: str
    began_at: datetime
    caller_sealed: str | None = None
    caller_hash: str | None = None
    state: CallState = CallState.MENU
    person_id: UUID | None = None
    proved_by: str | None = None
    asked: list[str] = field(default_factory=list)
    ended_at: datetime | None = None
    ending: Ending | None = None
    queued_at: datetime | None = None
    """Since when the caller wanted an agent, the first time."""
    answered_at: datetime | None = None
    """When an agent answered, the first time."""
    answered_by: UUID | None = None
    """The agent who spoke last."""
    recording_agreed: bool | None = None
    """It was announced that the call with an agent is recorded, and not refused; None: it is not."""


async def save(connection: Connection, call: Call) -> bool:
    """Keep a call as it is now, whether or not its beginning was kept; False where it has ended already."""
    found = await connection.fetchval(
        SAVE,
        call.call_id,
        call.instance,
        call.began_at,
        call.caller_sealed,
        call.caller_hash,
        call.state.value,
        call.person_id,
        call.proved_by,
        call.asked,
        call.ended_at,
        call.ending.value if call.ending else None,
        call.queued_at,
        call.answered_at,
        call.answered_by,
        call.recording_agreed,
    )
    return found is not None


CLOSE_LEFT = """
UPDATE call SET state = 'ended', ended_at = greatest($2, began_at), ending = 'failed'
WHERE instance = $1 AND state <> 'ended' AND began_at < $3 RETURNING call_id, person_id
"""


async def close_left(
    connection: Connection, instance: str, now: datetime, started_at: datetime
) -> Sequence[Row]:
    """End what was left open of this instance when it was killed, before its present process started."""
    return list(await connection.fetch(CLOSE_LEFT, instance, now, started_at))
