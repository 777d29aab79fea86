"""What was booked for each contribution month of an account."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from shared.base.db import Connection

DEPOSITS = """
SELECT ledger_account_id, contribution_month, sum(amount_fen)::bigint AS fen
FROM entry
WHERE ledger_account_id = ANY($1::bigint[]) AND contribution_month >= $2
GROUP BY ledger_account_id, contribution_month HAVING sum(amount_fen) > 0
"""


async def by_month(
    connection: Connection, ledger_account_ids: Sequence[int], since: date
) -> dict[int, dict[date, int]]:
    """Return fen by account and month from a month on, reversals taken off."""
    found: defaultdict[int, dict[date, int]] = defaultdict(dict)
    for row in await connection.fetch(DEPOSITS, ledger_account_ids, since):
        found[row["ledger_account_id"]][row["contribution_month"]] = row["fen"]
    return found
