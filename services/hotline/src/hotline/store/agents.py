"""Agents: the code that proves a telephone to be theirs, their line, how they stand."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from hotline.domain import AgentState, Row
from shared.base.db import Connection

KEEP_CODE = """
INSERT INTO agent (identity_id, since, code_hash, code_until) VALUES ($1, $2, $3, $4)
ON CONFLICT (identity_id) DO UPDATE SET code_hash = excluded.code_hash, code_until = excluded.code_until
"""


async def keep_code(
    connection: Connection, identity_id: UUID, now: datetime, code_hash: str, until: datetime
) -> None:
    """Keep the one code of an agent; an earlier one is void."""
    await connection.execute(KEEP_CODE, identity_id, now, code_hash, until)


CODE_TAKEN = "SELECT EXISTS (SELECT FROM agent WHERE code_hash = $1)"


async def code_taken(connection: Connection, code_hash: str) -> bool:
    """Whether another agent has the same code."""
    return bool(await connection.fetchval(CODE_TAKEN, code_hash))


SIT_DOWN = """
UPDATE agent SET code_hash = NULL, code_until = NULL, line_id = $2, instance = $3, state = 'free', since = $4,
    speaking = false, call_id = NULL
WHERE code_hash = ANY($1::text[]) AND code_until > $4
  AND NOT EXISTS (SELECT FROM staff_standing AS staff
                  WHERE staff.identity_id = agent.identity_id AND NOT staff.active)
RETURNING identity_id
"""


async def sit_down(
    connection: Connection, hashes: Sequence[str], line_id: UUID, instance: str, now: datetime
) -> UUID | None:
    """Burn a code and keep the line of its agent; None for a code that is none, or of somebody shut out."""
    found: UUID | None = await connection.fetchval(SIT_DOWN, hashes, line_id, instance, now)
    return found


STAND_UP = """
UPDATE agent SET line_id = NULL, instance = NULL, state = 'away', since = $2, speaking = false, call_id = NULL
WHERE line_id = $1
"""


async def stand_up(connection: Connection, line_id: UUID, now: datetime) -> None:
    """Keep that a line is over; the agent may have another one by now."""
    await connection.execute(STAND_UP, line_id, now)


CLOSE_LEFT = """
UPDATE agent SET line_id = NULL, instance = NULL, state = 'away', since = $2, speaking = false, call_id = NULL
WHERE instance = $1 AND since < $3
"""


async def close_left(
    connection: Connection, instance: str, now: datetime, started_at: datetime
) -> None:
    """End lines that a process had when it was killed, before its present process started."""
    await connection.execute(CLOSE_LEFT, instance, now, started_at)


TAKE = """
UPDATE agent SET state = 'busy', since = $3, speaking = true, call_id = $2 WHERE line_id = $1
"""


async def take(connection: Connection, line_id: UUID, call_id: UUID, now: datetime) -> None:
    """Keep with whom the agent of a line speaks."""
    await connection.execute(TAKE, line_id, call_id, now)


PART = "UPDATE agent SET speaking = false, since = $3 WHERE line_id = $1 AND call_id = $2"


async def part(connection: Connection, line_id: UUID, call_id: UUID, now: datetime) -> None:
    """Keep that a call is over: the agent stays busy, with its note."""
    await connection.execute(PART, line_id, call_id, now)


LEAVE_CHAIR = "UPDATE agent SET state = 'away', since = $2 WHERE line_id = $1 AND NOT speaking"


async def leave_chair(connection: Connection, line_id: UUID, now: datetime) -> None:
    """Keep that nobody answered at a line."""
    await connection.execute(LEAVE_CHAIR, line_id, now)


LOCK = "SELECT line_id, state, speaking FROM agent WHERE identity_id = $1 FOR NO KEY UPDATE"


async def lock(connection: Connection, identity_id: UUID) -> Row | None:
    """Lock an agent; None of whom there is nothing."""
    return await connection.fetchrow(LOCK, identity_id)


TURN = "UPDATE agent SET state = $2, since = $3, call_id = NULL WHERE identity_id = $1"


async def turn(connection: Connection, identity_id: UUID, state: AgentState, now: datetime) -> None:
    """Keep how an agent stands; the last call is done with."""
    await connection.execute(TURN, identity_id, state.value, now)


FREE_AFTER_NOTE = """
UPDATE agent SET state = 'free', since = $3, call_id = NULL
WHERE identity_id = $1 AND call_id = $2 AND state = 'busy' AND NOT speaking
"""


async def free_after_note(
    connection: Connection, identity_id: UUID, call_id: UUID, now: datetime
) -> None:
    """Let an agent who has written the note of the last call take the next one."""
    await connection.execute(FREE_AFTER_NOTE, identity_id, call_id, now)


FREE_LATE = """
UPDATE agent SET state = 'free', since = $2, call_id = NULL
WHERE instance = $1 AND state = 'busy' AND NOT speaking AND since < $3
"""


async def free_late(connection: Connection, instance: str, now: datetime, before: datetime) -> None:
    """Let agents of this process whose time for the note is over take the next call."""
    await connection.execute(FREE_LATE, instance, now, before)


STANDING = """
SELECT agent.identity_id, line_id, state, NOT coalesce(staff_standing.active, true) AS shut_out
FROM agent LEFT JOIN staff_standing USING (identity_id) WHERE instance = $1
"""


async def standing(connection: Connection, instance: str) -> Sequence[Row]:
    """How the agents of this process stand; `shut_out`: may not work here any more."""
    return list(await connection.fetch(STANDING, instance))
