"""What was ever lent and repaid, by contract, told once a business date."""

from datetime import date, datetime

from loans.store.bookings import STAFF, SYSTEM
from shared.base.db import Connection
from shared.messages.totals import MoneyTotal

CLAIM = """
INSERT INTO totals_told (as_of, told_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING true
"""


async def claim(connection: Connection, as_of: date, now: datetime) -> bool:
    """Become the one who tells a date's totals; False when they were told."""
    return bool(await connection.fetchval(CLAIM, as_of, now))


# What staff recorded of the past moved no money: its first entry is theirs, its repayments have no source.
TOTALS = """
SELECT contract_number, NULL::uuid AS disbursement_id, disbursed_fen, repaid_fen, debited_fen
FROM (
    SELECT contract_number,
           coalesce(sum(amount_fen) FILTER (WHERE kind = '01' AND recorded_by = $2), 0)::bigint
               AS disbursed_fen,
           coalesce(sum(amount_fen) FILTER (WHERE kind <> '01' AND source <> $3), 0)::bigint
               AS repaid_fen,
           coalesce(sum(amount_fen) FILTER (WHERE kind <> '01' AND source = 'card'), 0)::bigint
               AS debited_fen
    FROM entry WHERE recorded_at < $1
    GROUP BY contract_number
) AS total
WHERE (disbursed_fen, repaid_fen, debited_fen) <> (0, 0, 0)
ORDER BY contract_number
"""


async def totals(connection: Connection, before: datetime) -> list[MoneyTotal]:
    """Sum what every contract's entries of before an instant moved; reversals are negative."""
    rows = await connection.fetch(TOTALS, before, SYSTEM, STAFF)
    return [MoneyTotal.model_validate(dict(row)) for row in rows]
