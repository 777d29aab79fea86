"""Merges (合并) of one person's two accounts, as accounts tells them, and what of who goes is under way."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from shared.base.db import Connection
from shared.messages.merges import MergeEvent

KEEP = """
INSERT INTO person_merge (merge_id, goes_person, stays_person, state, heard_at)
SELECT merge_id, goes_person, stays_person, $4, $5
FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS told (merge_id, goes_person, stays_person)
ORDER BY merge_id
ON CONFLICT (merge_id) DO UPDATE SET state = excluded.state, heard_at = excluded.heard_at
WHERE person_merge.state = 'asked' AND excluded.state <> 'asked'
RETURNING merge_id
"""


async def keep(
    connection: Connection, events: Sequence[MergeEvent], state: str, now: datetime
) -> set[UUID]:
    """Keep merges that were asked, ended or done; return those of which that is news."""
    once = {event.merge_id: event for event in events}
    rows = await connection.fetch(
        KEEP,
        list(once),
        [one.goes_person_id for one in once.values()],
        [one.stays_person_id for one in once.values()],
        state,
        now,
    )
    return {row["merge_id"] for row in rows}


GOING = """
SELECT goes_person FROM person_merge WHERE goes_person = ANY($1::uuid[]) AND state <> 'ended'
"""


async def going(connection: Connection, person_ids: Iterable[UUID]) -> set[UUID]:
    """Return who of them goes into another, or has gone: they begin nothing new."""
    rows = await connection.fetch(GOING, list(set(person_ids)))
    return {row["goes_person"] for row in rows}


# What is submitted while this is answered is found by accounts, where its money is asked for: before the
# merge that ends it, after it there is no account.
UNDER_WAY = """
SELECT who.person_id, concat_ws('，',
    (SELECT '有提取申请在办' FROM application
     WHERE application.person_id = who.person_id AND is_open LIMIT 1),
    (SELECT '有约定提取未终止' FROM agreement
     WHERE agreement.person_id = who.person_id AND state <> 'ended' LIMIT 1),
    (SELECT '在限制提取期内' FROM ban
     WHERE ban.person_id = who.person_id AND lifted_at IS NULL AND (confirmed_at IS NULL OR ends_on >= $3)
     LIMIT 1),
    (SELECT '本人已锁定提取' FROM brake
     WHERE brake.person_id = who.person_id AND locked_at IS NOT NULL AND coalesce(lifts_at > $2, true)),
    (SELECT '已登记死亡' FROM death
     WHERE death.person_id = who.person_id AND revoked_at IS NULL LIMIT 1)) AS why
FROM unnest($1::uuid[]) AS who (person_id)
"""


async def under_way(
    connection: Connection, person_ids: Iterable[UUID], now: datetime, today: date
) -> dict[UUID, str]:
    """Say of each what is under way, in Chinese clauses; empty where nothing is."""
    rows = await connection.fetch(UNDER_WAY, list(set(person_ids)), now, today)
    return {row["person_id"]: row["why"] for row in rows}


FOLLOW = """
WITH merged AS (
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[])
        AS merged (goes_person, stays_person, merged_at)
), history AS (
    UPDATE application SET person_id = merged.stays_person
    FROM merged WHERE application.person_id = merged.goes_person AND NOT is_open
)
INSERT INTO brake (person_id, merged_at)
SELECT stays_person, max(merged_at) FROM merged GROUP BY 1 ORDER BY 1
ON CONFLICT (person_id) DO UPDATE SET merged_at = greatest(brake.merged_at, excluded.merged_at)
"""


async def follow(connection: Connection, merged: Sequence[tuple[UUID, UUID, datetime]]) -> None:
    """Let what people had applied for be those' who stay, from whom nothing goes out for hours."""
    await connection.execute(FOLLOW, *map(list, zip(*merged, strict=True)))
