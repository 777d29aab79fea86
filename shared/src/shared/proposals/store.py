"""Proposals, their policies and how staff stand, in the service's own database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import asyncpg

from shared.base.db import Connection, Pool
from shared.base.money import Fen
from shared.identity.principal import Role
from shared.proposals.rules import Decider, Policy, Proposed, Standing, State

SEALED_BODY = "proposal.body_sealed"
"""Where the body of a request is sealed to its row."""


@dataclass(frozen=True)
class Proposal:
    """One proposal (复核申请), its body still sealed."""

    id: UUID
    kind: str
    subject: str
    state: State
    person_ids: tuple[UUID, ...]
    amount_fen: Fen | None
    body_sealed: str
    summary: str
    reason: str
    evidence: tuple[str, ...]
    decider: Decider
    newcomer_days: int
    proposed_by: UUID
    proposed_by_name: str
    proposed_by_person: UUID | None
    proposed_at: datetime
    expires_at: datetime
    scan_needed: bool = False
    decided_by: UUID | None = None
    decided_by_name: str | None = None
    decided_at: datetime | None = None
    decision_reason: str | None = None
    result: str | None = None

    @property
    def proposed(self) -> Proposed:
        """What a decision looks at."""
        return Proposed(
            self.state,
            self.proposed_by,
            self.proposed_by_person,
            self.decider,
            self.newcomer_days,
            frozenset(self.person_ids),
            self.expires_at,
        )


def _proposal(row: asyncpg.Record) -> Proposal:
    values = dict(row)
    return Proposal(
        **values
        | {
            "state": State(values["state"]),
            "decider": Decider(values["decider"]),
            "person_ids": tuple(values["person_ids"]),
            "evidence": tuple(values["evidence"]),
        }
    )


POLICIES = """
SELECT effective_from, from_fen, decider, deadline_hours, newcomer_days, evidence_needed
FROM proposal_policy WHERE kind = $1
"""


async def policies(connection: Connection, kind: str) -> list[Policy]:
    """Read every policy that a kind has had or will have."""
    rows = await connection.fetch(POLICIES, kind)
    return [Policy(**dict(row) | {"decider": Decider(row["decider"])}) for row in rows]


KINDS_WITH_POLICY = "SELECT DISTINCT kind FROM proposal_policy"


async def kinds_with_policy(pool: Pool) -> frozenset[str]:
    """Name the kinds that have a policy."""
    return frozenset(row["kind"] for row in await pool.fetch(KINDS_WITH_POLICY))


ADD = """
INSERT INTO proposal (id, kind, subject, person_ids, amount_fen, body_sealed, summary, reason, evidence,
    decider, newcomer_days, proposed_by, proposed_by_name, proposed_by_person, proposed_at, expires_at,
    scan_needed)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
ON CONFLICT (kind, subject) WHERE state = 'open' DO NOTHING RETURNING id
"""


async def add(connection: Connection, made: Proposal) -> bool:
    """Keep a proposal; False where the same is open already."""
    values = (
        made.id, made.kind, made.subject, list(made.person_ids), made.amount_fen, made.body_sealed,
        made.summary, made.reason, list(made.evidence), made.decider, made.newcomer_days,
        made.proposed_by, made.proposed_by_name, made.proposed_by_person, made.proposed_at,
        made.expires_at, made.scan_needed,
    )  # fmt: skip
    return await connection.fetchval(ADD, *values) is not None


EXPIRE_SUBJECT = """
UPDATE proposal SET state = 'expired', decided_at = $3
WHERE kind = $1 AND subject = $2 AND state = 'open' AND expires_at <= $3
"""


async def expire_subject(connection: Connection, kind: str, subject: str, now: datetime) -> None:
    """End what nobody decided in time, so that the same may be proposed again."""
    await connection.execute(EXPIRE_SUBJECT, kind, subject, now)


VOID = """
UPDATE proposal SET state = 'withdrawn', decided_at = $4, decision_reason = $3
WHERE kind = $1 AND subject = $2 AND state = 'open'
"""


async def void(connection: Connection, kind: str, subject: str, why: str, now: datetime) -> None:
    """End an open proposal that has become pointless."""
    await connection.execute(VOID, kind, subject, why, now)


EXPIRE = """
UPDATE proposal SET state = 'expired', decided_at = $1
WHERE state = 'open' AND expires_at <= $1
RETURNING kind
"""


async def expire(connection: Connection | Pool, now: datetime) -> list[str]:
    """End every proposal that nobody decided in time; return their kinds."""
    return [row["kind"] for row in await connection.fetch(EXPIRE, now)]


COLUMNS = """
SELECT id, kind, subject, state, person_ids, amount_fen, body_sealed, summary, reason, evidence, decider,
       newcomer_days, proposed_by, proposed_by_name, proposed_by_person, proposed_at, expires_at, scan_needed,
       decided_by, decided_by_name, decided_at, decision_reason, result
FROM proposal
"""
READ = COLUMNS + "WHERE id = $1"
LOCK = READ + " FOR UPDATE"


async def read(connection: Connection | Pool, proposal_id: UUID) -> Proposal | None:
    """Read one."""
    row = await connection.fetchrow(READ, proposal_id)
    return _proposal(row) if row else None


async def lock(connection: Connection, proposal_id: UUID) -> Proposal | None:
    """Lock one that is about to be decided."""
    row = await connection.fetchrow(LOCK, proposal_id)
    return _proposal(row) if row else None


PAGE = (
    COLUMNS
    + """
WHERE ($1::text IS NULL OR state = $1) AND kind = ANY($2::text[]) AND ($7::uuid IS NULL OR proposed_by = $7)
  AND ($3::text IS NULL OR subject = $3) AND ($4::timestamptz IS NULL OR (proposed_at, id) < ($4, $5::uuid))
ORDER BY proposed_at DESC, id DESC LIMIT $6
"""
)


async def page(
    pool: Pool,
    *,
    state: State | None,
    kinds: Sequence[str],
    subject: str | None,
    proposed_by: UUID | None,
    before: tuple[datetime, UUID] | None,
    limit: int,
) -> Sequence[Proposal]:
    """List proposals, newest first."""
    at, proposal_id = before or (None, None)
    rows = await pool.fetch(PAGE, state, list(kinds), subject, at, proposal_id, limit, proposed_by)
    return [_proposal(row) for row in rows]


DECIDE = """
UPDATE proposal SET state = $2, decided_by = $3, decided_by_name = $4, decided_at = $5, decision_reason = $6,
                    result = $7
WHERE id = $1
"""


async def decide(
    connection: Connection,
    proposal_id: UUID,
    state: State,
    *,
    by: UUID,
    name: str,
    at: datetime,
    reason: str | None,
    result: str | None = None,
) -> None:
    """Write down what became of a proposal that the caller has locked."""
    await connection.execute(DECIDE, proposal_id, state, by, name, at, reason, result)


STANDING = "SELECT role, active, person_id, since FROM staff_standing WHERE identity_id = $1"


async def standing(connection: Connection, identity_id: UUID) -> Standing | None:
    """How a member of staff stands; None of whom the gateway has said nothing yet."""
    row = await connection.fetchrow(STANDING, identity_id)
    if row is None:
        return None
    return Standing(Role(row["role"]), row["active"], row["person_id"], row["since"])


KEEP_STANDINGS = """
INSERT INTO staff_standing AS known (identity_id, role, active, person_id, since, changed_at)
SELECT DISTINCT ON (identity_id) identity_id, role, active, person_id, since, changed_at
FROM unnest($1::uuid[], $2::text[], $3::boolean[], $4::uuid[], $5::timestamptz[], $6::timestamptz[])
    AS told (identity_id, role, active, person_id, since, changed_at)
ORDER BY identity_id, changed_at DESC
ON CONFLICT (identity_id) DO UPDATE
SET role = excluded.role, active = excluded.active, person_id = excluded.person_id, since = excluded.since,
    changed_at = excluded.changed_at
WHERE known.changed_at < excluded.changed_at
"""


async def keep_standings(
    connection: Connection, told: Mapping[tuple[UUID, datetime], Standing]
) -> None:
    """Keep how staff stand, by identity and instant of the change; what is older than known is ignored."""
    await connection.execute(
        KEEP_STANDINGS,
        [identity_id for identity_id, _ in told],
        [one.role.value for one in told.values()],
        [one.active for one in told.values()],
        [one.person_id for one in told.values()],
        [one.since for one in told.values()],
        [changed_at for _, changed_at in told],
    )


WAITING = """
SELECT kind, count(*) AS proposals, extract(epoch FROM $1 - min(proposed_at))::float8 AS oldest_seconds
FROM proposal WHERE state = 'open' GROUP BY kind
"""


async def waiting(pool: Pool, now: datetime) -> dict[str, tuple[int, float]]:
    """Count open proposals by kind, and the age of the oldest in seconds."""
    rows = await pool.fetch(WAITING, now)
    return {row["kind"]: (row["proposals"], row["oldest_seconds"]) for row in rows}
