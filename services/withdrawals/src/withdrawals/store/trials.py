"""Reads applications of before with what was known of them, to try a policy on; set-based."""

from collections.abc import Sequence
from typing import Any

import asyncpg

from shared.base.db import Connection
from withdrawals.dossier import Claim, Claims, Dossier

RECENT = """
SELECT found.* FROM unnest($1::text[]) AS wanted (kind)
CROSS JOIN LATERAL (
    SELECT application.*, inquiry.subject, inquiry.wanted_fen, inquiry.account, inquiry.loans,
           inquiry.registers_sealed
    FROM application LEFT JOIN inquiry ON inquiry.id = application.id
    WHERE application.kind = wanted.kind
      AND state NOT IN ('submitted', 'funds_requested', 'awaiting_papers', 'papers_in_review', 'cancelled')
    ORDER BY submitted_at DESC LIMIT $2
) AS found
ORDER BY found.submitted_at DESC
"""


async def recent(
    connection: Connection, kinds: Sequence[str], of_each: int
) -> "Sequence[asyncpg.Record]":
    """Return the newest applications of each kind that came to something, with their inquiries."""
    rows: Sequence[asyncpg.Record] = await connection.fetch(RECENT, list(kinds), of_each)
    return rows


TAKEN_BEFORE = """
WITH who AS (
    SELECT application.id, application.person_id, application.submitted_at, asked.household
    FROM unnest($1::uuid[], $2::text[]) AS asked (id, household) JOIN application USING (id)
), held AS (
    SELECT who.id AS for_id, claim.application_id, claim.position
    FROM who JOIN claim ON claim.household = who.household
    UNION
    SELECT sought.id, claim.application_id, claim.position
    FROM unnest($3::uuid[], $4::text[]) AS sought (id, key) JOIN claim USING (key)
)
SELECT held.for_id, other.kind, exclusive_group, key, period, fen, other.accepted_on,
       other.person_id = who.person_id AS own,
       other.person_id = who.person_id OR claim.household = who.household AS household, other.paid_on
FROM held JOIN who ON who.id = held.for_id
JOIN claim USING (application_id, position)
JOIN application AS other ON other.id = held.application_id
WHERE other.id <> held.for_id AND other.submitted_at < who.submitted_at
  AND other.state NOT IN ('rejected', 'cancelled', 'failed', 'returned')
ORDER BY held.for_id, other.submitted_at, position
"""


async def taken_before(connection: Connection, dossiers: dict[Any, Dossier]) -> dict[Any, Claims]:
    """Return what had been taken before each application, of its household and of the same things."""
    sought = [(one, key) for one, dossier in dossiers.items() for key in set(dossier.keys())]
    rows = await connection.fetch(
        TAKEN_BEFORE,
        list(dossiers),
        [dossier.household.key for dossier in dossiers.values()],
        [one for one, _ in sought],
        [key for _, key in sought],
    )
    found: dict[Any, list[Claim]] = {}
    for row in rows:
        claim = Claim(
            case=row["kind"],
            group=row["exclusive_group"],
            key=row["key"],
            period=row["period"],
            fen=row["fen"],
            accepted_on=row["accepted_on"],
            own=row["own"],
            household=row["household"],
            paid_on=row["paid_on"],
        )
        found.setdefault(row["for_id"], []).append(claim)
    return {one: Claims(tuple(claims)) for one, claims in found.items()}
