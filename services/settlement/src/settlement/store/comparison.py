"""The three-way comparison of a business day, in SQL over all its payments at once (R-BK-1).

A payment is looked at on one day only: that of the bank's entry, else of the order, else of the ledger. The
other sides are found by key, whatever day they booked it on: a payment near midnight may stand a day later in
the ledger. A side that has nothing is a difference only once the days are over that it may take.
"""

from datetime import date, datetime

from settlement.domain import Compared, Entry, Statement
from shared.base.db import Connection

DROP_LINES = "DELETE FROM statement_line WHERE business_date = $1"


async def keep_statement(connection: Connection, statement: Statement) -> None:
    """Replace what the bank's statement of a day said."""
    day = statement.business_date
    await connection.execute(DROP_LINES, day)
    await connection.copy_records_to_table(
        "statement_line",
        columns=("business_date", "number", "kind", "key", "serial", "amount_fen", "credit"),
        records=[
            (day, entry.number, entry.kind.value, _key(entry), entry.serial, entry.amount_fen, entry.credit)
            for entry in statement.entries
        ],
    )  # fmt: skip


def _key(entry: Entry) -> str:
    """What the sides agree on: an order's key; of anything else the bank's serial."""
    return str(entry.key) if entry.key else entry.serial


UNTOLD = """
SELECT l.number FROM statement_line l
WHERE l.business_date = $1
  AND NOT EXISTS (SELECT FROM bank_entry e WHERE e.number = l.number)
"""


async def untold(connection: Connection, statement: Statement) -> list[Entry]:
    """Return the entries of a kept statement that no notification told of."""
    rows = await connection.fetch(UNTOLD, statement.business_date)
    numbers = {row["number"] for row in rows}
    return [entry for entry in statement.entries if entry.number in numbers]


DROP_OPEN = "DELETE FROM difference WHERE business_date = $1 AND state = 'open'"

# $2 is true once every side has had its days.
FIND_DIFFERENCES = """
WITH seen AS (
    SELECT kind, key FROM statement_line WHERE business_date = $1::date
    UNION SELECT CASE kind WHEN 'debit' THEN 'debit' ELSE 'payout' END, order_id::text
          FROM payment_order WHERE paid_on = $1::date
    UNION SELECT CASE kind WHEN 'debit' THEN 'reversal' ELSE 'return' END, order_id::text
          FROM payment_order WHERE returned_on = $1::date
    UNION SELECT kind, key FROM ledger_entry WHERE booked_on = $1::date
), sides AS (
    SELECT s.kind, s.key, bank.fen AS bank_fen, bank.lines, bank.serial AS bank_serial,
           bank.on_day AS bank_on, o.amount_fen AS order_fen,
           CASE WHEN s.kind IN ('return', 'reversal') THEN o.return_serial ELSE o.bank_serial END
               AS order_serial,
           CASE WHEN s.kind IN ('return', 'reversal') THEN o.returned_on ELSE o.paid_on END AS order_on,
           l.amount_fen AS ledger_fen, l.booked_on AS ledger_on
    FROM seen s
    LEFT JOIN LATERAL (
        SELECT max(amount_fen) AS fen, count(*) AS lines, max(serial) AS serial, min(business_date) AS on_day
        FROM statement_line b WHERE b.kind = s.kind AND b.key = s.key
    ) bank ON bank.lines > 0
    LEFT JOIN payment_order o ON o.order_id = CASE
        WHEN s.kind <> 'receipt' AND s.key ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
        THEN s.key::uuid END AND (o.kind = 'debit') = (s.kind IN ('debit', 'reversal'))
    LEFT JOIN ledger_entry l ON l.kind = s.kind AND l.key = s.key
), compared AS MATERIALIZED (
    SELECT * FROM sides WHERE coalesce(bank_on, order_on, ledger_on) = $1::date
), difference_of_payment AS (
    SELECT kind, key, reason, bank_fen, order_fen, ledger_fen
    FROM compared, LATERAL (VALUES
        ('unexpected_entry', kind = 'other'),
        ('missing_in_bank', bank_fen IS NULL AND $2::boolean),
        ('missing_in_orders', kind NOT IN ('receipt', 'other') AND order_fen IS NULL),
        ('missing_in_ledger', kind <> 'other' AND ledger_fen IS NULL AND $2::boolean),
        ('order_state_differs', order_fen IS NOT NULL AND order_on IS NULL),
        ('amount_differs', bank_fen <> order_fen OR bank_fen <> ledger_fen OR order_fen <> ledger_fen),
        ('serial_differs', lines = 1 AND bank_serial <> order_serial),
        ('booked_twice', lines > 1)
    ) AS rule (reason, holds)
    WHERE holds
), difference_of_statement AS (
    SELECT e.kind, coalesce(e.key::text, e.serial), 'not_on_statement', e.amount_fen,
           NULL::bigint, NULL::bigint
    FROM bank_entry e
    WHERE e.booked_on = $1::date AND NOT EXISTS (
        SELECT FROM statement_line l WHERE l.business_date = $1::date AND l.number = e.number)
), balance AS (
    SELECT coalesce(before.closing_fen, $4::bigint) AS opening_fen,
           (SELECT coalesce(sum(CASE WHEN credit THEN amount_fen ELSE -amount_fen END), 0)::bigint
            FROM statement_line WHERE business_date = $1::date) AS moved_fen
    FROM (VALUES (1)) one
    LEFT JOIN reconciliation before
        ON before.business_date = $1::date - 1 AND before.finished_at IS NOT NULL
), difference_of_balance AS (
    SELECT 'balance', ($1::date)::text, 'balance_differs', $5::bigint - opening_fen - moved_fen,
           NULL::bigint, NULL::bigint
    FROM balance
    WHERE opening_fen <> $4::bigint OR opening_fen + moved_fen <> $5::bigint
), found AS (
    INSERT INTO difference (id, business_date, found_at, kind, key, reason, bank_fen, order_fen, ledger_fen)
    SELECT gen_random_uuid(), $1::date, $3, d.*
    FROM (SELECT * FROM difference_of_payment UNION ALL SELECT * FROM difference_of_statement
          UNION ALL SELECT * FROM difference_of_balance) d
    ON CONFLICT ON CONSTRAINT one_row_per_difference DO NOTHING
)
SELECT count(*) FROM compared
"""

FINISH = """
UPDATE reconciliation
SET finished_at = $2, compared_as_of = $3, opening_fen = $4, closing_fen = $5, compared = $6,
    problem = NULL, wanted = false
WHERE business_date = $1
RETURNING (SELECT count(*) FROM difference d WHERE d.business_date = $1 AND d.state = 'open')
"""


async def compare(
    connection: Connection, statement: Statement, *, today: date, late_days: int, now: datetime
) -> Compared:
    """Compare a day whose statement is kept; open differences of an earlier comparison are replaced."""
    day = statement.business_date
    late = (today - day).days > late_days
    balances = (statement.opening_fen, statement.closing_fen)
    await connection.execute(DROP_OPEN, day)
    compared = await connection.fetchval(FIND_DIFFERENCES, day, late, now, *balances)
    differences = await connection.fetchval(FINISH, day, now, today, *balances, compared)
    return Compared(compared, differences)
