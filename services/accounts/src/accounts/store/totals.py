"""The money of loans that the ledger knows, told once a business date."""

from datetime import date, datetime

from shared.base.db import Connection
from shared.messages.totals import MoneyTotal

CLAIM = """
INSERT INTO totals_told (as_of, told_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING true
"""


async def claim(connection: Connection, as_of: date, now: datetime) -> bool:
    """Become the one who tells a date's totals; False when they were told."""
    return bool(await connection.fetchval(CLAIM, as_of, now))


# The ledger knows disbursements by their own key, repayments by contract; openings moved no money.
TOTALS = """
WITH moved AS (
    SELECT transfer_id, contract_number, NULL::uuid AS disbursement_id, source, 0::bigint AS disbursed_fen,
           CASE kind WHEN 'repayment' THEN amount_fen ELSE -amount_fen END AS repaid_fen
    FROM loan_money WHERE kind IN ('repayment', 'repayment_reversal')
    UNION ALL
    SELECT transfer_id, NULL, key::uuid, NULL,
           CASE kind WHEN 'disbursement' THEN amount_fen ELSE -amount_fen END, 0
    FROM loan_money WHERE kind IN ('disbursement', 'disbursement_return')
), total AS (
    SELECT contract_number, disbursement_id, coalesce(sum(disbursed_fen), 0)::bigint AS disbursed_fen,
           coalesce(sum(repaid_fen), 0)::bigint AS repaid_fen,
           coalesce(sum(repaid_fen) FILTER (WHERE source = 'card'), 0)::bigint AS debited_fen
    FROM moved
    WHERE (SELECT min(booked_on) FROM entry WHERE entry.transfer_id = moved.transfer_id) < $1
    GROUP BY contract_number, disbursement_id
)
SELECT * FROM total
WHERE (disbursed_fen, repaid_fen, debited_fen) <> (0, 0, 0)
ORDER BY contract_number, disbursement_id
"""


async def totals(connection: Connection, as_of: date) -> list[MoneyTotal]:
    """Sum what was booked before a business date; reversals are negative."""
    return [MoneyTotal.model_validate(dict(row)) for row in await connection.fetch(TOTALS, as_of)]
