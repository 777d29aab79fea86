"""Yearly interest settlement (年终结息), one set-based run that can be started again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import asyncpg

from accounts.rules.interest import first_day_of, fund_year_of, last_day_of
from shared.base.db import Connection

REQUEST_RUN = """
INSERT INTO interest_run (fund_year, state, requested_at) VALUES ($1, 'running', $2)
ON CONFLICT (fund_year) DO UPDATE
    SET state = 'running', after_number = '', requested_at = excluded.requested_at, finished_at = NULL
    WHERE interest_run.state = 'finished'
"""
LOCK_RUN = """
SELECT fund_year, after_number FROM interest_run
WHERE fund_year = (SELECT min(fund_year) FROM interest_run WHERE state = 'running')
  AND state = 'running'
FOR UPDATE SKIP LOCKED
"""
ADVANCE_RUN = """
UPDATE interest_run SET after_number = $2, settled = settled + $3, interest_fen = interest_fen + $4
WHERE fund_year = $1
"""
FINISH_RUN = """
UPDATE interest_run SET state = 'finished', finished_at = $2, left_out = (
    SELECT count(*) FROM reservation JOIN individual_account AS account
        ON account.number = reservation.account_number
    WHERE reservation.state = 'reserved' AND reservation.closing
      AND account.opened_on <= make_date($1, 6, 30)
      AND NOT EXISTS (SELECT FROM interest_settlement AS done
                      WHERE done.account_number = account.number AND done.fund_year = $1))
WHERE fund_year = $1
"""


@dataclass(frozen=True)
class Progress:
    """What one step of a run did."""

    last_number: str
    settled: Sequence[str]
    """Numbers of the accounts."""
    interest_fen: int


async def request_run(connection: Connection, fund_year: int, now: datetime) -> None:
    """Let a run begin, or a finished one begin again for the accounts that it left out."""
    await connection.execute(REQUEST_RUN, fund_year, now)


async def lock_run(connection: Connection) -> asyncpg.Record | None:
    """Lock the oldest unfinished run, unless another instance is at it."""
    return await connection.fetchrow(LOCK_RUN)


async def advance_run(connection: Connection, fund_year: int, done: Progress) -> None:
    """Keep how far the run is."""
    await connection.execute(
        ADVANCE_RUN, fund_year, done.last_number, len(done.settled), done.interest_fen
    )


async def finish_run(connection: Connection, fund_year: int, now: datetime) -> None:
    """Note that every account was looked at."""
    await connection.execute(FINISH_RUN, fund_year, now)


OLDEST = """
SELECT min(interest_from) FROM individual_account AS account
WHERE state NOT IN ('03', '04', '05') AND interest_from <= $1 AND entered_on <= $2
  AND NOT EXISTS (SELECT FROM reservation WHERE reservation.account_number = account.number
                    AND reservation.state = 'reserved' AND reservation.closing)
"""
OLDEST_WITH_MONEY = """
SELECT min(greatest(account.interest_from, money.value_date)) FROM individual_account AS account
CROSS JOIN LATERAL (SELECT min(value_date) AS value_date FROM entry
                    WHERE entry.ledger_account_id = account.ledger_account_id) AS money
WHERE state NOT IN ('03', '04', '05') AND interest_from < $1 AND entered_on <= $2
  AND NOT EXISTS (SELECT FROM reservation WHERE reservation.account_number = account.number
                    AND reservation.state = 'reserved' AND reservation.closing)
"""


async def oldest_unsettled(connection: Connection, last_year: int, entered_by: date) -> int | None:
    """Return the oldest fund year up to `last_year` that is not settled for everybody.

    Left out are accounts that were entered later, and those that a closing withdrawal holds. Years in
    which an account had no money yet need no settlement.
    """
    day = await connection.fetchval(OLDEST, last_day_of(last_year), entered_by)
    if day is None or fund_year_of(day) == last_year:
        return None if day is None else last_year
    day = await connection.fetchval(OLDEST_WITH_MONEY, first_day_of(last_year), entered_by)
    return last_year if day is None else min(fund_year_of(day), last_year)


LOCK_NEXT = """
SELECT number FROM individual_account
WHERE number > $1 AND state NOT IN ('03', '04', '05') AND interest_from <= $3
ORDER BY number LIMIT $2 FOR UPDATE
"""
DUE = """
SELECT account.number, account.ledger_account_id FROM individual_account AS account
WHERE account.number = ANY($2::text[]) AND account.interest_from <= $3
  AND (account.interest_from >= $4
       OR NOT EXISTS (SELECT FROM entry WHERE entry.ledger_account_id = account.ledger_account_id
                        AND entry.value_date < $4))
  AND NOT EXISTS (SELECT FROM interest_settlement AS done
                  WHERE done.account_number = account.number AND done.fund_year = $1)
  AND NOT EXISTS (SELECT FROM reservation WHERE reservation.account_number = account.number
                    AND reservation.state = 'reserved' AND reservation.closing)
ORDER BY account.number
"""
# What is due is booked, noted and becomes principal; who has nothing due is noted, too. Accounts are locked:
# the entry of their interest is their last.
SETTLE = """
WITH account AS MATERIALIZED (
    SELECT number, ledger_account_id FROM individual_account WHERE ledger_account_id = ANY($1::bigint[])
), due AS MATERIALIZED (
    SELECT account.number, account.ledger_account_id, interest.interest_fen,
           gen_random_uuid() AS transfer_id
    FROM interest_due($1::bigint[], $3) AS interest
    JOIN account USING (ledger_account_id)
    JOIN ledger_balance AS balance USING (ledger_account_id)
    WHERE interest.interest_fen > 0
       OR interest.interest_fen BETWEEN balance.frozen_fen - balance.posted_fen AND -1
), opened AS (
    INSERT INTO transfer (id, idempotency_key, state, business_type, reference, settled_at)
    SELECT transfer_id, 'interest:' || number || ':' || $2::integer, 'posted', '09', number, now()
    FROM due
), noted AS (
    INSERT INTO interest_settlement (account_number, fund_year, interest_fen, transfer_id)
    SELECT account.number, $2, coalesce(due.interest_fen, 0), due.transfer_id
    FROM account LEFT JOIN due USING (number)
), posted AS (
    INSERT INTO entry (transfer_id, ledger_account_id, amount_fen, business_type, value_date,
                       booked_on)
    SELECT transfer_id, ledger_account_id, interest_fen, '09', $3::date, $4::date FROM due
    UNION ALL
    SELECT transfer_id, (SELECT id FROM ledger_account WHERE kind = 'interest_expense'),
           -interest_fen, '09', $3, $4 FROM due
    RETURNING id, ledger_account_id
), last AS (
    SELECT number, coalesce(posted.id, (SELECT max(entry.id) FROM entry
               WHERE entry.ledger_account_id = account.ledger_account_id), 0) AS entry_id
    FROM account LEFT JOIN posted USING (ledger_account_id)
), advanced AS (
    UPDATE individual_account SET interest_from = $3, interest_entry_id = last.entry_id
    FROM last WHERE individual_account.number = last.number
)
SELECT coalesce(sum(interest_fen), 0)::bigint FROM due
"""


async def settle_next(
    connection: Connection, fund_year: int, after: str, limit: int, today: date
) -> Progress | None:
    """Settle up to `limit` accounts after a number; None when there is no account any more.

    Interest becomes principal on 1 July (R-INT-2). What is due is read once the accounts are locked:
    nobody books on an account without its lock, so no entry falls between two settlements (R-INT-4).
    What is due is below 0 where a debit came behind a settled year; it is taken back if the money is there.
    An account whose older years are not settled waits for them; one that a closing withdrawal holds is
    left out: its interest is priced there (R-WDR-12).
    """
    last_day = last_day_of(fund_year)
    rows = await connection.fetch(LOCK_NEXT, after, limit, last_day)
    looked_at = [row["number"] for row in rows]
    if not looked_at:
        return None
    due = await connection.fetch(DUE, fund_year, looked_at, last_day, first_day_of(fund_year))
    interest_fen = await _settle(connection, fund_year, due, today)
    return Progress(looked_at[-1], [row["number"] for row in due], interest_fen)


ENDED = """
SELECT account.number, account.ledger_account_id,
       greatest(fund_year(account.interest_from), fund_year(money.first_day)) AS first_year,
       fund_year(day.paid_on - 1) - 1 AS last_year
FROM unnest($1::uuid[], $2::date[]) AS day (application_id, paid_on)
JOIN reservation AS own USING (application_id)
JOIN individual_account AS account ON account.number = own.account_number
CROSS JOIN LATERAL (SELECT min(value_date) AS first_day FROM entry
                    WHERE entry.ledger_account_id = account.ledger_account_id) AS money
WHERE own.closing AND own.estate_request_id IS NULL
  AND account.interest_from < make_date(fund_year(day.paid_on - 1) - 1, 7, 1)
"""


async def settle_ended(
    connection: Connection, application_ids: Sequence[UUID], paid_on: Sequence[date], today: date
) -> dict[str, int]:
    """Settle the fund years that had ended before closing payments, where no run has; accounts are locked.

    Whoever books interest behind such a year settles it first: a run that came later would book it again.
    Returns what was booked, in fen, by the account's number, of those that had an unsettled year.
    """
    rows = await connection.fetch(ENDED, application_ids, paid_on)
    booked = {row["number"]: 0 for row in rows}
    if not rows:
        return booked
    first, last = min(row["first_year"] for row in rows), max(row["last_year"] for row in rows)
    for fund_year in range(first, last + 1):
        due = [row for row in rows if row["first_year"] <= fund_year <= row["last_year"]]
        await _settle(connection, fund_year, due, today)
        for number, fen in await connection.fetch(
            SETTLED, fund_year, [row["number"] for row in due]
        ):
            booked[number] += fen
    return booked


SETTLED = """
SELECT account_number, interest_fen FROM interest_settlement
WHERE fund_year = $1 AND account_number = ANY($2::text[])
"""


async def _settle(
    connection: Connection, fund_year: int, due: Sequence[asyncpg.Record], today: date
) -> int:
    """Settle a fund year of locked accounts (`number`, `ledger_account_id`); return the sum in fen."""
    if not due:
        return 0
    ledger_ids = [row["ledger_account_id"] for row in due]
    interest_fen: int = await connection.fetchval(
        SETTLE, ledger_ids, fund_year, first_day_of(fund_year + 1), today
    )
    return interest_fen


CREDITED = """
SELECT account.person_id, done.account_number, done.interest_fen, balance.posted_fen
FROM interest_settlement AS done
JOIN individual_account AS account ON account.number = done.account_number
JOIN ledger_balance AS balance USING (ledger_account_id)
WHERE done.fund_year = $1 AND done.account_number = ANY($2::text[]) AND done.interest_fen > 0
ORDER BY done.account_number
"""


async def credited(
    connection: Connection, fund_year: int, numbers: Sequence[str]
) -> list[asyncpg.Record]:
    """Whose balance grew by a fund year's interest, by how much, and what it is now."""
    return await connection.fetch(CREDITED, fund_year, numbers)
