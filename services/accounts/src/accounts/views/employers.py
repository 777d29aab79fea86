"""What an employer looks like: its facts, lists, receipts in suspense; and interest runs."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import asyncpg

from shared.base.db import Connection, Pool

_EMPLOYER = """
SELECT number, name, social_credit_code, state, payday, registered_on, set_up_on, paid_up_to,
       agreement_version, agreement_signed_on, agreement_revoked_on,
       ratio.employer_ratio_bp, ratio.employee_ratio_bp,
       balance.posted_fen AS suspense_fen, next_month
FROM employer JOIN ledger_balance AS balance USING (ledger_account_id)
CROSS JOIN LATERAL (
    SELECT coalesce((paid_up_to + interval '1 month')::date, (
        SELECT min(period.from_month) FROM contribution_period AS period
        WHERE period.employer_number = employer.number)) AS next_month) AS next
CROSS JOIN LATERAL ratios_of(employer, coalesce(next_month, date '9999-12-01')) AS ratio
"""
EMPLOYER = f"{_EMPLOYER} WHERE number = $1"
EMPLOYERS = f"""{_EMPLOYER}
WHERE number > $1 ORDER BY number LIMIT $2
"""


async def employer(connection: Pool | Connection, number: str) -> asyncpg.Record | None:
    """Return an employer with its money in suspense."""
    return await connection.fetchrow(EMPLOYER, number)


async def employers(pool: Pool, after: str, limit: int) -> list[asyncpg.Record]:
    """Return employers by number."""
    return await pool.fetch(EMPLOYERS, after, limit)


LIST = "SELECT * FROM remittance_list WHERE id = $1"
LISTS_BY_ID = "SELECT * FROM remittance_list WHERE id = ANY($1::uuid[])"
LISTS = """
SELECT * FROM remittance_list
WHERE employer_number = $1 AND (month, created_at, id) < ($2::date, $3::timestamptz, $4::uuid)
ORDER BY month DESC, created_at DESC, id DESC LIMIT $5
"""


async def remittance_list(connection: Pool | Connection, list_id: UUID) -> asyncpg.Record | None:
    """Return a list (汇缴清册)."""
    return await connection.fetchrow(LIST, list_id)


async def lists_by_id(connection: Connection, list_ids: Sequence[UUID]) -> list[asyncpg.Record]:
    """Return some lists."""
    return await connection.fetch(LISTS_BY_ID, list_ids)


async def lists(
    pool: Pool, employer_number: str, before: tuple[date, object, UUID], limit: int
) -> list[asyncpg.Record]:
    """Return an employer's lists, latest month first."""
    return await pool.fetch(LISTS, employer_number, *before, limit)


LINES = """
SELECT line.*, account.person_id, person.name_sealed FROM remittance_line AS line
JOIN individual_account AS account ON account.number = line.account_number
JOIN person ON person.id = account.person_id
WHERE line.list_id = $1 AND line.account_number > $2 ORDER BY line.account_number LIMIT $3
"""


async def lines(pool: Pool, list_id: UUID, after: str, limit: int) -> list[asyncpg.Record]:
    """Return the lines of a list, by account number."""
    return await pool.fetch(LINES, list_id, after, limit)


CHANGES = """
SELECT list.id AS list_id, change.* FROM remittance_list AS list
LEFT JOIN LATERAL (
    SELECT earlier.id FROM remittance_list AS earlier
    WHERE earlier.employer_number = list.employer_number AND earlier.month < list.month
      AND earlier.state = 'booked'
    ORDER BY earlier.month DESC LIMIT 1
) AS last ON true
CROSS JOIN LATERAL (
    SELECT count(before_fen) AS people_before, coalesce(sum(before_fen), 0)::bigint AS before_fen,
           count(*) FILTER (WHERE before_fen IS NULL) AS joined,
           coalesce(sum(now_fen) FILTER (WHERE before_fen IS NULL), 0)::bigint AS joined_fen,
           count(*) FILTER (WHERE now_fen IS NULL) AS left_out,
           coalesce(sum(before_fen) FILTER (WHERE now_fen IS NULL), 0)::bigint AS left_out_fen,
           coalesce(sum(now_fen - before_fen), 0)::bigint AS changed_fen,
           count(now_fen) AS people, coalesce(sum(now_fen), 0)::bigint AS fen
    FROM (
        SELECT now.employer_fen + now.employee_fen AS now_fen,
               before.employer_fen + before.employee_fen AS before_fen
        FROM (SELECT * FROM remittance_line WHERE list_id = list.id) AS now
        FULL JOIN (SELECT * FROM remittance_line WHERE list_id = last.id) AS before
            USING (account_number)
    ) AS one
) AS change
WHERE list.id = ANY($1::uuid[])
"""


async def changes_since_last(
    connection: Pool | Connection, list_ids: Sequence[UUID]
) -> dict[UUID, asyncpg.Record]:
    """Return by list the roll-forward from the last booked one (汇缴变更, R-CHG-5)."""
    return {row["list_id"]: row for row in await connection.fetch(CHANGES, list_ids)}


INTEREST_RUN = "SELECT * FROM interest_run WHERE fund_year = $1"


async def interest_run(connection: Pool | Connection, fund_year: int) -> asyncpg.Record | None:
    """Return how far an interest run is."""
    return await connection.fetchrow(INTEREST_RUN, fund_year)
