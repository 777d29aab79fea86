"""Policies and rates as they are published, and what is counted of a month; nobody is named."""

from datetime import date

import asyncpg

from shared.base.db import Connection

DEPOSIT_POLICIES = """
SELECT effective_from, document_number, ratio_min_bp, ratio_max_bp, base_min_fen, base_max_fen, rounding
FROM deposit_policy ORDER BY effective_from
"""


async def deposit_policies(connection: Connection) -> list[asyncpg.Record]:
    """Read every policy of contributions, oldest first."""
    return await connection.fetch(DEPOSIT_POLICIES)


INTEREST_RATES = (
    "SELECT effective_from, rate, document_number FROM interest_rate ORDER BY effective_from"
)


async def interest_rates(connection: Connection) -> list[asyncpg.Record]:
    """Read every rate of interest on individual accounts, oldest first."""
    return await connection.fetch(INTEREST_RATES)


TRANSFER_POLICIES = """
SELECT effective_from, consent_days, release_working_days FROM transfer_policy ORDER BY effective_from
"""


async def transfer_policies(connection: Connection) -> list[asyncpg.Record]:
    """Read every policy of transfers inside the city, oldest first."""
    return await connection.fetch(TRANSFER_POLICIES)


MONTHS = """
SELECT to_char(booked_on, 'YYYY-MM') AS month,
       count(DISTINCT ledger_account_id) FILTER (WHERE amount_fen > 0) AS people,
       sum(amount_fen)::bigint AS deposited_fen
FROM entry JOIN ledger_account ON ledger_account.id = entry.ledger_account_id
WHERE booked_on >= $1 AND business_type IN ('01', '02') AND kind = 'individual'
GROUP BY 1 ORDER BY 1
"""


async def by_month(connection: Connection, since: date) -> list[asyncpg.Record]:
    """Count remittances and back payments from a day on, by the month in which they were booked."""
    return await connection.fetch(MONTHS, since)
