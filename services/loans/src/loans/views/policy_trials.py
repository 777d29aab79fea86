"""What a draft of a rate would do to the loans that run; nobody is named."""

import asyncpg

from loans.domain.contracts import Home
from shared.base.db import Connection

OWED = """
SELECT count(*) AS loans, coalesce(sum(account.balance_fen), 0)::bigint AS fen
FROM account JOIN contract USING (contract_number)
WHERE account.settled_on IS NULL AND account.returned_on IS NULL AND contract.home = $1
  AND (contract.periods <= $2) = $3
"""


async def owed(
    connection: Connection, home: Home, short_months: int, *, short: bool
) -> asyncpg.Record:
    """Count the loans of one home and band of terms that run, and the principal owed, in fen."""
    (row,) = await connection.fetch(OWED, home, short_months, short)
    return row
