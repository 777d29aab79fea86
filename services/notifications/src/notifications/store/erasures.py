"""Who was forgotten (个人信息保护法 art. 47), and what of them goes. Set-based."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from shared.base.db import Connection
from shared.messages.erasures import PersonErased

KEEP = """
INSERT INTO erased_person AS known (person_id, whole, erased_at, erased_on)
SELECT DISTINCT ON (person_id) * FROM unnest($1::uuid[], $2::boolean[], $3::timestamptz[], $4::date[])
    AS told (person_id, whole, erased_at, erased_on)
ORDER BY person_id, whole DESC, erased_at DESC
ON CONFLICT (person_id) DO UPDATE
SET whole = excluded.whole, erased_at = excluded.erased_at, erased_on = excluded.erased_on
WHERE NOT known.whole AND (excluded.whole OR excluded.erased_at > known.erased_at)
RETURNING person_id
"""


async def keep(connection: Connection, events: Sequence[PersonErased]) -> list[UUID]:
    """Keep who is forgotten, for good; return those of whom that is news."""
    rows = await connection.fetch(
        KEEP,
        [one.person_id for one in events],
        [one.whole for one in events],
        [one.erased_at for one in events],
        [one.erased_on for one in events],
    )
    return [row["person_id"] for row in rows]


FORGET = """
WITH preferences AS (
    DELETE FROM preference WHERE person_id = ANY($1::uuid[])
), reached AS (
    DELETE FROM wechat_reach WHERE person_id = ANY($1::uuid[])
)
DELETE FROM subscriber WHERE person_id = ANY($1::uuid[])
"""


async def forget(connection: Connection, people: Sequence[UUID]) -> None:
    """Let no phone and no preference of people be known."""
    await connection.execute(FORGET, people)


LATE = """
SELECT told.position FROM unnest($1::uuid[], $2::date[], $3::timestamptz[]) WITH ORDINALITY
    AS told (person_id, opened_on, changed_at, position)
JOIN erased_person AS gone ON gone.person_id = told.person_id
WHERE gone.whole OR told.opened_on <= gone.erased_on OR told.changed_at <= gone.erased_at
"""


async def late(
    connection: Connection,
    people: Sequence[UUID],
    opened_on: Sequence[date | None],
    changed_at: Sequence[datetime | None],
) -> set[int]:
    """Which words, by position from 0, are of before their person was forgotten.

    Of each the day of the account's opening is given, or the instant of the change.
    """
    rows = await connection.fetch(LATE, people, opened_on, changed_at)
    return {row["position"] - 1 for row in rows}


AMONG = "SELECT person_id FROM erased_person WHERE person_id = ANY($1::uuid[])"


async def among(connection: Connection, people: Iterable[UUID]) -> set[UUID]:
    """Who of these was forgotten."""
    return {row["person_id"] for row in await connection.fetch(AMONG, list(people))}
