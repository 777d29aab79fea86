"""Decisions of the fund as they were heard, and what became of each."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import asyncpg

from credit.domain import DecisionState
from shared.base.db import Connection
from shared.messages.withdrawals import BanEvent

# A decision is heard once; what is lifted stays so, however late the other word comes.
HEAR = """
INSERT INTO fund_decision (decision_id, person_id, cause, found_on, ends_on, document_no, state, heard_at)
SELECT decision_id, person_id, cause, found_on, ends_on, document_no,
       CASE WHEN ends_on < $7 THEN 'over' ELSE 'waiting' END, $8
FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::date[], $5::date[], $6::text[])
    AS told (decision_id, person_id, cause, found_on, ends_on, document_no)
ORDER BY decision_id ON CONFLICT DO NOTHING
"""
LIFT = """
INSERT INTO fund_decision (decision_id, person_id, cause, found_on, ends_on, document_no, state, heard_at)
SELECT decision_id, person_id, cause, found_on, ends_on, document_no, 'lifted', $7
FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::date[], $5::date[], $6::text[])
    AS told (decision_id, person_id, cause, found_on, ends_on, document_no)
ORDER BY decision_id
ON CONFLICT (decision_id) DO UPDATE SET state = 'lifted' WHERE fund_decision.state <> 'lifted'
RETURNING record_id
"""


def document_no(event: BanEvent) -> str:
    """The number of its document; older words had none, and stand under the decision's own."""
    return event.document_number or f"资金使用限制 {event.ban_id}"


def _columns(events: Sequence[BanEvent]) -> tuple[list[object], ...]:
    return (
        [one.ban_id for one in events],
        [one.person_id for one in events],
        [one.cause.value for one in events],
        [one.found_on for one in events],
        [one.ends_on for one in events],
        [document_no(one) for one in events],
    )


async def hear(
    connection: Connection, events: Sequence[BanEvent], today: date, now: datetime
) -> None:
    """Keep decisions that were not heard of; one that is over already is drafted by nobody."""
    await connection.execute(HEAR, *_columns(events), today, now)


async def lift(connection: Connection, events: Sequence[BanEvent], now: datetime) -> list[UUID]:
    """Keep that decisions were lifted; return the records that rest on them."""
    rows = await connection.fetch(LIFT, *_columns(events), now)
    return [row["record_id"] for row in rows if row["record_id"] is not None]


# Who is in the register by now: the decision waits for the person, not the person for it.
TO_DRAFT = """
SELECT decision_id, cause, found_on, ends_on, document_no,
       coalesce(subject.merged_into, subject.subject_id) AS subject_id
FROM fund_decision JOIN person_link USING (person_id) JOIN subject USING (code_hash)
WHERE fund_decision.state = 'waiting'
ORDER BY heard_at, decision_id LIMIT $1 FOR NO KEY UPDATE OF fund_decision SKIP LOCKED
"""


async def to_draft(connection: Connection, limit: int) -> list[asyncpg.Record]:
    """Lock decisions about people who stand in the register."""
    return await connection.fetch(TO_DRAFT, limit)


DRAFTED = """
UPDATE fund_decision SET state = told.state, record_id = told.record_id
FROM unnest($1::uuid[], $2::text[], $3::uuid[]) AS told (decision_id, state, record_id)
WHERE fund_decision.decision_id = told.decision_id
"""


async def drafted(
    connection: Connection, became: Sequence[tuple[UUID, DecisionState, UUID | None]]
) -> None:
    """Note what became of decisions."""
    ids, states, records = zip(*became, strict=True)
    await connection.execute(DRAFTED, list(ids), [one.value for one in states], list(records))
