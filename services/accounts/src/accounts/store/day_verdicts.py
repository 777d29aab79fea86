"""The verdicts on sealed days: sealed under the lookup key, which the database does not know (ADR 62)."""

import hmac
from datetime import date
from decimal import Decimal

import asyncpg

from accounts.rules.verdict import Verdict
from shared.sealing.personal_data import PersonalData

READ = "SELECT booked_on, entries, hash, weight, verified_at, seal FROM day_verdict ORDER BY 1"


async def read(
    connection: "asyncpg.Connection[asyncpg.Record]", data: PersonalData
) -> tuple[dict[date, Verdict], list[date]]:
    """Return the verdicts by day, and the days whose verdict somebody else wrote: not verified."""
    kept: dict[date, Verdict] = {}
    strange: list[date] = []
    for row in await connection.fetch(READ):
        verdict = Verdict(
            row["booked_on"],
            row["entries"],
            row["hash"],
            int(row["weight"]),
            row["verified_at"],
        )
        if hmac.compare_digest(row["seal"], data.lookup_hash(verdict.told)):
            kept[verdict.booked_on] = verdict
        else:
            strange.append(verdict.booked_on)
    return kept, strange


KEEP = """
INSERT INTO day_verdict (booked_on, entries, hash, weight, verified_at, seal) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (booked_on) DO UPDATE SET entries = $2, hash = $3, weight = $4, verified_at = $5, seal = $6
"""


async def keep(
    connection: "asyncpg.Connection[asyncpg.Record]", verdict: Verdict, data: PersonalData
) -> None:
    """Keep that a day was right, in place of what was kept of it before."""
    await connection.execute(
        KEEP,
        verdict.booked_on,
        verdict.entries,
        verdict.hash,
        Decimal(verdict.weight),
        verdict.verified_at,
        data.lookup_hash(verdict.told),
    )
