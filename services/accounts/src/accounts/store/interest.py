"""Yearly interest settlement (年终结息), one set-based run that can be started again."""

from datetime import date

from shared.db import Connection

PICK = """
WITH due AS (
    SELECT account.number, account.ledger_account_id FROM individual_account AS account
    WHERE account.state NOT IN ('03', '04', '05') AND account.interest_from <= $2
      AND account.opened_on <= $2 AND account.number > $3
      AND NOT EXISTS (SELECT FROM interest_settlement AS done
                      WHERE done.account_number = account.number AND done.fund_year = $1)
    ORDER BY account.number LIMIT $4
    FOR UPDATE
)
SELECT array_agg(number ORDER BY number) AS numbers,
       array_agg(ledger_account_id ORDER BY number) AS ledger_ids FROM due
"""
SETTLE = """
WITH due AS (
    SELECT account.number, account.ledger_account_id, interest.interest_fen,
           gen_random_uuid() AS transfer_id
    FROM interest_due($1::bigint[], $3) AS interest
    JOIN individual_account AS account USING (ledger_account_id)
    WHERE interest.interest_fen > 0
), opened AS (
    INSERT INTO transfer (id, idempotency_key, state, business_type, reference, settled_at)
    SELECT transfer_id, 'interest:' || number || ':' || $2::integer, 'posted', '09', number, now()
    FROM due
)
INSERT INTO interest_settlement (account_number, fund_year, interest_fen, transfer_id)
SELECT number, $2, interest_fen, transfer_id FROM due
UNION ALL
SELECT number, $2, 0, NULL FROM individual_account
WHERE ledger_account_id = ANY($1::bigint[])
  AND ledger_account_id NOT IN (SELECT ledger_account_id FROM due)
"""
POST = """
WITH settled AS (
    SELECT done.*, account.ledger_account_id FROM interest_settlement AS done
    JOIN individual_account AS account ON account.number = done.account_number
    WHERE done.fund_year = $1 AND done.account_number = ANY($2::text[]) AND done.interest_fen > 0
)
INSERT INTO entry (transfer_id, ledger_account_id, amount_fen, business_type, value_date, booked_on)
SELECT transfer_id, ledger_account_id, interest_fen, '09', $3, $4 FROM settled
UNION ALL
SELECT transfer_id, (SELECT id FROM ledger_account WHERE kind = 'interest_expense'), -interest_fen,
       '09', $3, $4 FROM settled
"""
ADVANCE = """
UPDATE individual_account AS account
SET interest_from = $2,
    interest_entry_id = coalesce((SELECT max(id) FROM entry
        WHERE entry.ledger_account_id = account.ledger_account_id), 0)
WHERE account.number = ANY($1::text[])
"""


async def settle_next(
    connection: Connection, fund_year: int, after: str, limit: int, today: date
) -> tuple[str, int] | None:
    """Settle up to `limit` accounts after a number; return the last number and how many, or None.

    Interest becomes principal on 1 July (R-INT-2). One 09 entry per account and fund year (R-INT-5).
    """
    last_day, first_day = date(fund_year, 6, 30), date(fund_year, 7, 1)
    picked = await connection.fetchrow(PICK, fund_year, last_day, after, limit)
    if picked is None or not picked["numbers"]:
        return None
    numbers: list[str] = picked["numbers"]
    await connection.execute(SETTLE, picked["ledger_ids"], fund_year, first_day)
    await connection.execute(POST, fund_year, numbers, first_day, today)
    await connection.execute(ADVANCE, numbers, first_day)
    return numbers[-1], len(numbers)
