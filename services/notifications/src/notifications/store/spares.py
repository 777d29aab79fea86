"""What is kept to tell somebody by WeChat, once it is certain that the text did not arrive, as statements."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from shared.base.db import Connection

TAKE = """
WITH due AS (
    SELECT spare.text_number
    FROM spare JOIN delivery USING (text_number) JOIN text ON number = text_number
        JOIN wechat_reach USING (person_id)
    WHERE state IN ('undelivered', 'expired', 'failed') AND template = ANY(templates)
      AND doubt_until IS NULL AND failure IS DISTINCT FROM 'no_receipt'
      AND (expires_at IS NULL OR expires_at > $1)
      AND NOT EXISTS (
        SELECT FROM deceased WHERE deceased.person_id = text.person_id AND NOT revoked)
    ORDER BY spare.text_number LIMIT $3 FOR UPDATE OF spare SKIP LOCKED
), gone AS (
    DELETE FROM spare USING due WHERE spare.text_number = due.text_number
    RETURNING spare.text_number, spare.text_id, fields_sealed
), asked AS (
    INSERT INTO push (text_number, answer_by, segments, priority, expires_at, after_sms, route)
    SELECT text_number, $2, segments, priority, expires_at, true, route
    FROM gone JOIN delivery USING (text_number) ORDER BY text_number
    ON CONFLICT DO NOTHING
    RETURNING text_number, priority
)
SELECT gone.text_id, person_id, template, fields_sealed, priority
FROM asked JOIN gone USING (text_number) JOIN text ON number = text_number
"""


@dataclass(frozen=True, repr=False)
class Spare:
    """A text that did not arrive, and what it is made of."""

    text_id: UUID
    person_id: UUID
    template: str
    fields_sealed: str
    priority: int


async def take(
    connection: Connection, now: datetime, answer_by: datetime, limit: int
) -> list[Spare]:
    """Take what certainly did not arrive and WeChat reaches: what is in doubt may have arrived, and stays."""
    rows = await connection.fetch(TAKE, now, answer_by, limit)
    return [Spare(**row) for row in rows]


FORGET = """
DELETE FROM spare USING delivery WHERE delivery.text_number = spare.text_number AND state = 'delivered'
"""


async def forget_delivered(connection: Connection) -> None:
    """Forget what has arrived."""
    await connection.execute(FORGET)
