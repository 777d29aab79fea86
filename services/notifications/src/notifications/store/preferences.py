"""By which way people want to be told of what, as statements."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from notifications.rules.topics import Topic
from shared.base.db import Connection

WECHAT, SMS = "wechat", "sms"


@dataclass(frozen=True)
class Preference:
    """How somebody wants to be told of a topic."""

    first_channel: str = WECHAT
    """What is tried first; the other follows where it does not arrive."""
    optional: bool = True
    """Whether what need not be told is wanted."""


DEFAULT = Preference()
OF = """
SELECT person_id, topic, first_channel, optional FROM preference WHERE person_id = ANY($1::uuid[])
"""


async def of(
    connection: Connection, person_ids: Iterable[UUID]
) -> dict[tuple[UUID, Topic], Preference]:
    """Find what these people have chosen; without a choice `DEFAULT` holds."""
    rows = await connection.fetch(OF, list(set(person_ids)))
    return {
        (row["person_id"], Topic(row["topic"])): Preference(row["first_channel"], row["optional"])
        for row in rows
    }


KEEP = """
INSERT INTO preference (person_id, topic, first_channel, optional, changed_at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (person_id, topic) DO UPDATE SET first_channel = excluded.first_channel,
    optional = excluded.optional, changed_at = excluded.changed_at
"""


async def keep(
    connection: Connection, person_id: UUID, topic: Topic, wanted: Preference, now: datetime
) -> None:
    """Remember a choice."""
    await connection.execute(KEEP, person_id, topic, wanted.first_channel, wanted.optional, now)
