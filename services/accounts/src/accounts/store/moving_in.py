"""Balances from before this system, booked: one transfer for an employer, whatever its head count."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID, uuid4

from accounts.domain import AccountState
from accounts.rules.moving_in import Known, MovedIn
from shared.base.db import Connection

LOCK = """
SELECT number FROM individual_account WHERE employer_number = $1 AND number = ANY($2::text[])
ORDER BY number FOR UPDATE
"""
KNOWN = """
SELECT number, state, opened_on,
       EXISTS (SELECT FROM entry WHERE entry.ledger_account_id = account.ledger_account_id) AS has_entries
FROM individual_account AS account WHERE employer_number = $1 AND number = ANY($2::text[])
"""


async def known(
    connection: Connection, employer_number: str, numbers: Sequence[str]
) -> dict[str, Known]:
    """Lock accounts of an employer, and read what decides about their opening entries."""
    await connection.execute(LOCK, employer_number, numbers)
    rows = await connection.fetch(KNOWN, employer_number, numbers)
    return {
        row["number"]: Known(AccountState(row["state"]), row["opened_on"], row["has_entries"])
        for row in rows
    }


OPEN_TRANSFER = """
INSERT INTO transfer (id, idempotency_key, state, business_type, reference, settled_at)
VALUES ($1, 'moving-in:' || $2::text, 'posted', '77', $3, now())
"""
SAVE = """
INSERT INTO moving_in (id, employer_number, as_of, head_count, total_fen, source, maker_id, checker_id,
                       transfer_id, booked_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
"""
LINES = """
INSERT INTO moving_in_line (account_number, moving_in_id, balance_fen, paid_up_to)
SELECT number, $1, fen, month FROM unnest($2::text[], $3::bigint[], $4::date[]) AS line (number, fen, month)
"""
POST = """
WITH line AS (SELECT * FROM moving_in_line WHERE moving_in_id = $1)
INSERT INTO entry (transfer_id, ledger_account_id, amount_fen, business_type, value_date, booked_on)
SELECT $2::uuid, account.ledger_account_id, line.balance_fen, '77', $3::date, $4::date
FROM line JOIN individual_account AS account ON account.number = line.account_number
UNION ALL
SELECT $2, (SELECT id FROM ledger_account WHERE kind = 'opening_balance'), -sum(balance_fen)::bigint, '77',
       $3, $4
FROM line
"""
# What was contributed before is not owed here.
ADVANCE_ACCOUNTS = """
WITH line AS (SELECT * FROM moving_in_line WHERE moving_in_id = $1), begun AS (
    UPDATE contribution_period AS period
    SET from_month = greatest(period.from_month, (line.paid_up_to + interval '1 month')::date),
        until_month = CASE WHEN period.until_month IS NOT NULL
            THEN greatest(period.until_month, (line.paid_up_to + interval '1 month')::date) END
    FROM line WHERE period.account_number = line.account_number
)
UPDATE individual_account AS account SET paid_up_to = greatest(account.paid_up_to, line.paid_up_to)
FROM line WHERE account.number = line.account_number
"""
ADVANCE_EMPLOYER = """
UPDATE employer SET state = '01', paid_up_to = greatest(employer.paid_up_to, moved.paid_up_to)
FROM (SELECT max(paid_up_to) AS paid_up_to FROM moving_in_line WHERE moving_in_id = $1) AS moved
WHERE employer.number = $2
"""


async def book(
    connection: Connection,
    rows: Sequence[MovedIn],
    *,
    employer_number: str,
    as_of: date,
    control: tuple[int, int],
    source: str,
    signed_by: tuple[UUID, UUID],
    now: datetime,
    today: date,
) -> UUID:
    """Book opening entries; `control` is the former books' head count and sum. Returns the id."""
    moving_in_id, transfer_id = uuid4(), uuid4()
    await connection.execute(OPEN_TRANSFER, transfer_id, str(moving_in_id), employer_number)
    await connection.execute(
        SAVE, moving_in_id, employer_number, as_of, *control, source, *signed_by, transfer_id, now
    )
    await connection.execute(
        LINES,
        moving_in_id,
        [row.account_number for row in rows],
        [row.balance_fen for row in rows],
        [row.paid_up_to.first for row in rows],
    )
    await connection.execute(POST, moving_in_id, transfer_id, as_of, today)
    await connection.execute(ADVANCE_ACCOUNTS, moving_in_id)
    await connection.execute(ADVANCE_EMPLOYER, moving_in_id, employer_number)
    return moving_in_id
