"""Booked rows of an account (缴存明细): a page of them, and what they come to (R-QRY-1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import asyncpg

from shared.base.db import Pool

LATEST_ENTRY = 2**63 - 1


@dataclass(frozen=True)
class Which:
    """Which booked rows are asked for: of which days, both included, and of which business type."""

    booked_from: date | None = None
    booked_until: date | None = None
    business_type: str | None = None


ALL = Which()

_PAGE = """
LEFT JOIN LATERAL (
    SELECT entry.id, booked_on, value_date, entry.business_type, reversal_flag,
           withdrawal_reason, amount_fen, contribution_month, balance_after_fen
    FROM (
        SELECT *, sum(amount_fen) OVER (ORDER BY id)::bigint AS balance_after_fen
        FROM entry WHERE ledger_account_id = account.ledger_account_id
    ) AS entry JOIN transfer ON transfer.id = entry.transfer_id
    WHERE entry.id < asked.before_id
      AND booked_on >= coalesce(asked.booked_from, '-infinity')
      AND booked_on <= coalesce(asked.booked_until, 'infinity')
      AND coalesce(entry.business_type = asked.business_type, true)
    ORDER BY entry.id DESC LIMIT asked.page_rows
) AS page ON true
"""
ENTRIES = f"""
SELECT page.* FROM (
    SELECT $2::bigint AS before_id, $3::bigint AS page_rows, $4::date AS booked_from,
           $5::date AS booked_until, $6::text AS business_type) AS asked
CROSS JOIN (SELECT $1::bigint AS ledger_account_id) AS account {_PAGE}
ORDER BY id DESC
"""  # noqa: S608 - made of the text above, no input
# The planner does not look through (SELECT $1): the plan is made once, not for each number of persons.
OWN_ENTRIES = f"""
SELECT position, page.*
FROM unnest((SELECT $1::uuid[]), $2::bigint[], $3::bigint[], $4::date[], $5::date[], $6::text[])
    WITH ORDINALITY
    AS asked (person_id, before_id, page_rows, booked_from, booked_until, business_type, position)
CROSS JOIN LATERAL (
    SELECT ledger_account_id FROM individual_account WHERE person_id = asked.person_id
    ORDER BY state IN ('03', '04', '05'), opened_on DESC LIMIT 1
) AS account {_PAGE}
ORDER BY position, id DESC
"""  # noqa: S608 - made of the text above, no input


async def entries(
    pool: Pool, ledger_account_id: int, before_id: int, limit: int, which: Which = ALL
) -> list[asyncpg.Record]:
    """Return booked rows, latest first, each with the balance after it."""
    rows = await pool.fetch(ENTRIES, ledger_account_id, before_id, limit, *vars(which).values())
    return [row for row in rows if row["id"] is not None]


@dataclass(frozen=True)
class OwnPage:
    """Which booked rows of a person's account are asked for, latest first."""

    person_id: UUID
    before_id: int
    rows: int
    which: Which = ALL


async def own_entries(pool: Pool, pages: Sequence[OwnPage]) -> dict[OwnPage, list[asyncpg.Record]]:
    """Return booked rows of each page; one of a person who has no account is missing."""
    rows = await pool.fetch(
        OWN_ENTRIES,
        [page.person_id for page in pages],
        [page.before_id for page in pages],
        [page.rows for page in pages],
        [page.which.booked_from for page in pages],
        [page.which.booked_until for page in pages],
        [page.which.business_type for page in pages],
    )
    found: dict[OwnPage, list[asyncpg.Record]] = {}
    for row in rows:
        of_page = found.setdefault(pages[row["position"] - 1], [])
        if row["id"] is not None:
            of_page.append(row)
    return found


TOTALS = """
SELECT entry.business_type, count(*) FILTER (WHERE wanted) AS entries,
       coalesce(sum(amount_fen) FILTER (WHERE wanted AND amount_fen > 0), 0)::bigint AS in_fen,
       coalesce(-sum(amount_fen) FILTER (WHERE wanted AND amount_fen < 0), 0)::bigint AS out_fen,
       coalesce(sum(amount_fen) FILTER (WHERE booked_on < asked.first), 0)::bigint AS before_fen,
       coalesce(sum(amount_fen) FILTER (WHERE booked_on <= asked.last), 0)::bigint AS until_fen
FROM entry
CROSS JOIN (SELECT coalesce($2::date, '-infinity'), coalesce($3::date, 'infinity')) AS asked (first, last)
CROSS JOIN LATERAL (
    SELECT booked_on BETWEEN asked.first AND asked.last
           AND coalesce(entry.business_type = $4::text, true) AS wanted) AS one
WHERE ledger_account_id = $1
GROUP BY entry.business_type ORDER BY entry.business_type
"""


async def totals(pool: Pool, ledger_account_id: int, which: Which) -> list[asyncpg.Record]:
    """Return what came in and went out by business type, and the balances around the days asked for."""
    return await pool.fetch(TOTALS, ledger_account_id, *vars(which).values())
