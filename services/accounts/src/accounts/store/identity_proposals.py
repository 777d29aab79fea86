"""Employers' proposals of another name or ID number, and how the gateway says that they stand. Set-based."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import asyncpg

from accounts.rules.identity_proposal import NewProposal, ProposalState
from accounts.store.rows import PersonRow
from shared.base.db import Connection, Pool, typed_or_none

ON_FILE = """
SELECT person.id AS person_id, person.name_sealed, person.id_number_hash
FROM individual_account AS account JOIN person ON person.id = account.person_id WHERE account.number = $1
"""


async def on_file(connection: Connection, account_number: str) -> PersonRow | None:
    """Return what is on file of the owner of an account, which is locked."""
    return typed_or_none(PersonRow, await connection.fetchrow(ON_FILE, account_number))


ASKED_SINCE = "SELECT count(*) FROM identity_proposal WHERE account_number = $1 AND asked_at > $2"


async def asked_since(connection: Connection, account_number: str, since: datetime) -> int:
    """How many proposals there were of an account since then."""
    return int(await connection.fetchval(ASKED_SINCE, account_number, since))


ADD = """
INSERT INTO identity_proposal (id, account_number, person_id, employer_number, evidence, state, asked_by,
                               asked_at)
VALUES ($1, $2, $3, $4, $5, 'asked', $6, $7)
"""


async def add(connection: Connection, new: NewProposal) -> None:
    """Keep a proposal."""
    await connection.execute(
        ADD,
        new.id,
        new.account_number,
        new.person_id,
        new.employer_number,
        list(new.evidence),
        new.asked_by,
        new.asked_at,
    )


@dataclass(frozen=True)
class Standing:
    """How a proposal stands, as the gateway says."""

    proposal_id: UUID
    state: ProposalState
    reason_text: str | None
    since: datetime


# Words may repeat and overtake each other: what has ended stays, and an end beats what came before it.
MOVE = """
WITH told AS (
    SELECT DISTINCT ON (id) * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[])
        AS told (id, state, reason_text, since)
    ORDER BY id, state = 'referred', since
)
UPDATE identity_proposal AS proposal
SET state = told.state, reason_text = told.reason_text,
    ended_at = CASE WHEN told.state <> 'referred' THEN told.since END
FROM told WHERE told.id = proposal.id AND proposal.state IN ('asked', 'referred')
"""


async def move(connection: Connection, told: Sequence[Standing]) -> None:
    """Keep how proposals stand; corrections that nobody proposed here are ignored."""
    await connection.execute(
        MOVE,
        [one.proposal_id for one in told],
        [one.state.value for one in told],
        [one.reason_text for one in told],
        [one.since for one in told],
    )


OF_EMPLOYER = """
SELECT id, account_number, evidence, state, reason_text, asked_at, ended_at FROM identity_proposal
WHERE employer_number = $1 ORDER BY asked_at DESC, id LIMIT $2
"""


async def of_employer(pool: Pool, employer_number: str, limit: int) -> list[asyncpg.Record]:
    """Return what an employer has proposed, latest first."""
    return await pool.fetch(OF_EMPLOYER, employer_number, limit)
