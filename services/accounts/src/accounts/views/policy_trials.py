"""What a draft of policy would do to the accounts and employers that are there; nobody is named."""

import asyncpg

from shared.base.db import Connection

OUTSIDE_BASE = """
SELECT count(*) AS accounts, count(*) FILTER (WHERE base_fen < $1) AS below,
       count(*) FILTER (WHERE base_fen > $2) AS above
FROM individual_account WHERE state = '01'
"""
OUTSIDE_RATIO = """
SELECT count(*) AS employers,
       count(*) FILTER (WHERE least(employer_ratio_bp, employee_ratio_bp) < $1
                           OR greatest(employer_ratio_bp, employee_ratio_bp) > $2) AS outside
FROM employer WHERE state = '01'
"""


async def outside_base(connection: Connection, least_fen: int, most_fen: int) -> asyncpg.Record:
    """Count the accounts into which deposits go, and those whose base (缴存基数, fen) is out of bounds."""
    (row,) = await connection.fetch(OUTSIDE_BASE, least_fen, most_fen)
    return row


async def outside_ratio(connection: Connection, least_bp: int, most_bp: int) -> asyncpg.Record:
    """Count the employers that deposit, and those of whose ratios (basis points) one is out of bounds."""
    (row,) = await connection.fetch(OUTSIDE_RATIO, least_bp, most_bp)
    return row


BALANCES = """
SELECT count(*) AS accounts, coalesce(sum(posted_fen), 0)::bigint AS fen
FROM individual_account AS account
JOIN ledger_balance AS balance ON balance.ledger_account_id = account.ledger_account_id
WHERE account.state NOT IN ('03', '04', '05')
"""


async def balances(connection: Connection) -> asyncpg.Record:
    """Count the accounts that are not closed, and what lies on them together, in fen."""
    (row,) = await connection.fetch(BALANCES)
    return row
