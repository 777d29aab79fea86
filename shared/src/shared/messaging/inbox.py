"""The inbox: which messages a queue's consumer has handled, in the handler's own transaction."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from shared.base.db import Connection, Pool

INSERT_NEW = """
INSERT INTO inbox (queue, message_id, message_time)
SELECT $1, message_id, message_time
FROM unnest($2::uuid[], $3::timestamptz[]) AS message (message_id, message_time)
ORDER BY message_id
ON CONFLICT DO NOTHING
RETURNING message_id
"""


async def remember(
    connection: Connection, queue: str, messages: Sequence[tuple[uuid.UUID, datetime]]
) -> set[uuid.UUID]:
    """Record messages `(id, time)`; return the ids that were not known yet."""
    rows = await connection.fetch(
        INSERT_NEW,
        queue,
        [message[0] for message in messages],
        [message[1] for message in messages],
    )
    return {row["message_id"] for row in rows}


DELETE = "DELETE FROM inbox WHERE queue = $1 AND message_id = ANY($2::uuid[])"


async def forget(connection: Connection, queue: str, message_ids: Sequence[uuid.UUID]) -> None:
    """Take messages out again that are to be delivered later."""
    await connection.execute(DELETE, queue, message_ids)


MAINTAIN = "SELECT inbox_maintain($1)"
PRUNE_IDEMPOTENCY_KEYS = """
DELETE FROM idempotency_key WHERE created_at < now() - make_interval(days => $1)
"""


async def maintain(pool: Pool, keep_days: int) -> None:
    """Make the coming days' partitions, drop those past `keep_days`; prune old idempotency keys."""
    await pool.execute(MAINTAIN, keep_days)
    await pool.execute(PRUNE_IDEMPOTENCY_KEYS, keep_days)
