"""Which answers callers wanted as a text."""

from datetime import datetime
from uuid import UUID

from shared.base.db import Connection

ADD = """
INSERT INTO answer_text (answer_id, call_id, asked_at, what) VALUES ($1, $2, $3, $4)
ON CONFLICT DO NOTHING RETURNING answer_id
"""


async def add(
    connection: Connection, answer_id: UUID, call_id: UUID, now: datetime, what: str
) -> bool:
    """Keep that an answer was wanted as a text; False where it was before."""
    return await connection.fetchval(ADD, answer_id, call_id, now, what) is not None
