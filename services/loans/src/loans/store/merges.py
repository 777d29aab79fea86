"""Merges (合并) of one person's two accounts, as accounts tells them, and what of who goes is under way."""

from collections.abc import Sequence
from datetime import datetime
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
SELECT EXISTS (SELECT FROM person_merge WHERE goes_person = ANY($1::uuid[]) AND state <> 'ended')
"""


async def any_going(connection: Connection, person_ids: Sequence[UUID]) -> bool:
    """Whether one of them goes into another, or has gone: they begin nothing new."""
    found: bool = await connection.fetchval(GOING, person_ids)
    return found


# 6 to be confirmed, 1 to be paid out (1.2).
UNDER_WAY = """
SELECT merge_id, concat_ws('，',
    (SELECT '有贷款待审批或待放款' FROM party JOIN contract USING (contract_number)
     WHERE party.person_id = goes AND contract.state IN ('6', '1') LIMIT 1),
    (SELECT '冲还贷正在办理' FROM offset_use
     WHERE offset_use.person_id = goes AND state = 'requested' LIMIT 1),
    (SELECT '两方在同一贷款合同中' FROM party AS own JOIN party AS other USING (contract_number)
     WHERE own.person_id = goes AND other.person_id = stays LIMIT 1),
    (SELECT '已登记死亡' FROM death
     WHERE death.person_id = goes AND NOT revoked LIMIT 1)) AS why
FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS asked (merge_id, goes, stays)
"""


async def under_way(connection: Connection, events: Sequence[MergeEvent]) -> dict[UUID, str]:
    """Say of each merge what is under way, in Chinese clauses; empty where nothing is."""
    rows = await connection.fetch(
        UNDER_WAY,
        [event.merge_id for event in events],
        [event.goes_person_id for event in events],
        [event.stays_person_id for event in events],
    )
    return {row["merge_id"]: row["why"] for row in rows}


FOLLOW = """
UPDATE party SET person_id = merged.stays FROM unnest($1::uuid[], $2::uuid[]) AS merged (goes, stays)
WHERE party.person_id = merged.goes
  AND NOT EXISTS (SELECT FROM party AS other
                  WHERE other.contract_number = party.contract_number AND other.person_id = merged.stays)
"""
FOLLOW_BANS = """
UPDATE ban SET person_id = merged.stays FROM unnest($1::uuid[], $2::uuid[]) AS merged (goes, stays)
WHERE ban.person_id = merged.goes
"""


async def follow(connection: Connection, goes: Sequence[UUID], stays: Sequence[UUID]) -> None:
    """Let the loans of people, with their agreements, be those' who stay; `keep` comes first."""
    await connection.execute(FOLLOW, goes, stays)
    await connection.execute(FOLLOW_BANS, goes, stays)
