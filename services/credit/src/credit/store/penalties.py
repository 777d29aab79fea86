"""Fines of the fund on employers as they were heard, and what became of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import asyncpg

from credit.domain import DecisionState
from shared.base.db import Connection
from shared.messages.penalties import EmployerPenaltyLifted

# Heard once; what is lifted stays so, however late the other word comes.
HEAR = """
INSERT INTO fund_penalty (penalty_id, social_credit_code, document_no, said, legal_representative_sealed,
                          state, heard_at)
SELECT penalty_id, social_credit_code, document_no, said, sealed, 'waiting', $6
FROM unnest($1::uuid[], $2::text[], $3::text[], $4::jsonb[], $5::text[])
    AS told (penalty_id, social_credit_code, document_no, said, sealed)
ORDER BY penalty_id ON CONFLICT DO NOTHING
"""
LIFT = """
INSERT INTO fund_penalty (penalty_id, social_credit_code, document_no, state, heard_at)
SELECT penalty_id, social_credit_code, document_no, 'lifted', $4
FROM unnest($1::uuid[], $2::text[], $3::text[]) AS told (penalty_id, social_credit_code, document_no)
ORDER BY penalty_id
ON CONFLICT (penalty_id) DO UPDATE SET state = 'lifted' WHERE fund_penalty.state <> 'lifted'
RETURNING record_id
"""


@dataclass(frozen=True)
class Heard:
    """A fine as accounts told it."""

    penalty_id: UUID
    social_credit_code: str
    document_no: str
    said: dict[str, Any]
    sealed: str
    """The legal representative's name."""


async def hear(connection: Connection, heard: Sequence[Heard], now: datetime) -> None:
    """Keep fines that were not heard of."""
    await connection.execute(
        HEAR,
        [one.penalty_id for one in heard],
        [one.social_credit_code for one in heard],
        [one.document_no for one in heard],
        [one.said for one in heard],
        [one.sealed for one in heard],
        now,
    )


async def lift(
    connection: Connection, events: Sequence[EmployerPenaltyLifted], now: datetime
) -> list[UUID]:
    """Keep that fines were lifted; return the records that rest on them."""
    rows = await connection.fetch(
        LIFT,
        [one.penalty_id for one in events],
        [one.social_credit_code for one in events],
        [one.document_number for one in events],
        now,
    )
    return [row["record_id"] for row in rows if row["record_id"] is not None]


# By name and code together (R-CRD-10): a firm that was renamed waits until the register knows it.
TO_DRAFT = """
SELECT penalty_id, social_credit_code, document_no, said, legal_representative_sealed,
       coalesce(subject.merged_into, subject.subject_id) AS subject_id
FROM fund_penalty JOIN subject ON subject.code = social_credit_code AND subject.name = said ->> 'name'
WHERE fund_penalty.state = 'waiting'
ORDER BY heard_at, penalty_id LIMIT $1 FOR NO KEY UPDATE OF fund_penalty SKIP LOCKED
"""


async def to_draft(connection: Connection, limit: int) -> list[asyncpg.Record]:
    """Lock fines on firms that stand in the register."""
    return await connection.fetch(TO_DRAFT, limit)


DRAFTED = """
UPDATE fund_penalty SET state = told.state, record_id = told.record_id
FROM unnest($1::uuid[], $2::text[], $3::uuid[]) AS told (penalty_id, state, record_id)
WHERE fund_penalty.penalty_id = told.penalty_id
"""


async def drafted(
    connection: Connection, became: Sequence[tuple[UUID, DecisionState, UUID | None]]
) -> None:
    """Note what became of fines."""
    ids, states, records = zip(*became, strict=True)
    await connection.execute(DRAFTED, list(ids), [one.value for one in states], list(records))
