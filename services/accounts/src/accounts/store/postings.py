"""What the bank paid or sent back, booked: posted reservations and reversals (冲账). All set-based."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from accounts.domain import Reservation, ReservationState
from accounts.rules.interest import first_day_of, fund_year_of
from accounts.store.interest import settle_ended
from accounts.store.reservations import LIFT_HOLDS
from shared.base.db import Connection

SETTLE_TRANSFERS = """
UPDATE transfer SET state = 'posted', settled_at = now() WHERE id = ANY($1::uuid[])
"""
PRICE_LATE = """
UPDATE reservation SET late_interest_fen =
    greatest(0, late.interest_fen + reservation.taken_back_fen - reservation.interest_fen)
FROM (
    SELECT own.application_id, due.interest_fen
    FROM unnest($1::uuid[], $2::date[]) AS day (application_id, paid_on)
    JOIN reservation AS own USING (application_id)
    JOIN individual_account AS account ON account.number = own.account_number
    CROSS JOIN LATERAL interest_due(ARRAY[account.ledger_account_id], day.paid_on) AS due
    WHERE own.closing AND own.estate_request_id IS NULL AND day.paid_on > own.reserved_on
) AS late
WHERE reservation.application_id = late.application_id
"""
INTEREST_TRANSFERS = """
INSERT INTO transfer (id, idempotency_key, state, business_type, reference, settled_at)
SELECT gen_random_uuid(), 'closing-interest:' || application_id, 'posted', '09',
       application_id, now()
FROM reservation
WHERE application_id = ANY($1::uuid[])
  AND interest_fen + late_interest_fen - taken_back_fen <> settled_interest_fen
"""
POST = """
WITH paid AS (
    SELECT reservation.*, account.ledger_account_id AS individual,
           interest.id AS interest_transfer_id, transfer.business_type, day.paid_on,
           interest_fen + late_interest_fen - taken_back_fen - settled_interest_fen
               AS closing_interest_fen
    FROM unnest($1::uuid[], $2::date[]) AS day (application_id, paid_on)
    JOIN reservation USING (application_id)
    JOIN individual_account AS account ON account.number = reservation.account_number
    JOIN transfer ON transfer.id = reservation.transfer_id
    LEFT JOIN transfer AS interest
        ON interest.idempotency_key = 'closing-interest:' || reservation.application_id
), named AS (
    SELECT (SELECT id FROM ledger_account WHERE kind = 'bank') AS bank,
           (SELECT id FROM ledger_account WHERE kind = 'interest_expense') AS expense
)
INSERT INTO entry (transfer_id, ledger_account_id, amount_fen, business_type, value_date, booked_on)
SELECT interest_transfer_id, individual, closing_interest_fen, '09', paid_on, $3::date
FROM paid WHERE closing_interest_fen <> 0
UNION ALL
SELECT interest_transfer_id, expense, -closing_interest_fen, '09', paid_on, $3::date
FROM paid, named WHERE closing_interest_fen <> 0
UNION ALL
SELECT transfer_id, individual, -(principal_fen + interest_fen), business_type, paid_on, $3::date
FROM paid
UNION ALL
SELECT transfer_id, bank, principal_fen + interest_fen, business_type, paid_on, $3::date
FROM paid, named
"""
CLOSE_ACCOUNTS = """
WITH closed AS (
    UPDATE individual_account AS account
    SET state = CASE purpose WHEN 'transfer_out' THEN '04' ELSE '05' END, closed_on = $2,
        state_before_freeze = NULL
    FROM reservation, ledger_balance AS balance
    WHERE reservation.application_id = ANY($1::uuid[]) AND reservation.closing
      AND account.number = reservation.account_number
      AND balance.ledger_account_id = account.ledger_account_id AND balance.posted_fen = 0
    RETURNING account.number, account.state
)
INSERT INTO account_history (account_number, business_type, state_after, on_date, actor)
SELECT number, CASE state WHEN '04' THEN '07' ELSE '12' END, state, $2,
       CASE state WHEN '04' THEN 'transfers' ELSE 'withdrawals' END
FROM closed
"""
SET_STATE = "UPDATE reservation SET state = $2 WHERE application_id = ANY($1::uuid[])"
SET_POSTED = """
UPDATE reservation SET state = 'posted'
FROM individual_account AS account
WHERE application_id = ANY($1::uuid[]) AND account.number = reservation.account_number
RETURNING application_id, account.state IN ('04', '05') AS closed, late_interest_fen
"""


async def post(
    connection: Connection, paid: Sequence[Reservation], paid_on: Sequence[date], today: date
) -> dict[UUID, int]:
    """Book what the bank paid, closing ones with their interest; return whose account did not close.

    Interest runs to the day on which the bank paid, also where the order was priced on an earlier one: the
    interest of the days between stays on the account, in fen by application. Else the account closes in
    the same transaction (R-WDR-12), unless other money came to it meanwhile. A fund year that ended before
    that day and that no run has settled is settled as part of it (R-INT-2). Interest below 0, which was
    booked too much, goes back to the fund: the account closes at 0 (R-INT-4).
    """
    application_ids = [one.application_id for one in paid]
    await _price(connection, paid, paid_on, today)
    await connection.execute(POST, application_ids, list(paid_on), today)
    await connection.execute(CLOSE_ACCOUNTS, application_ids, today)
    posted = await connection.fetch(SET_POSTED, application_ids)
    return {row["application_id"]: row["late_interest_fen"] for row in posted if not row["closed"]}


async def _price(
    connection: Connection, paid: Sequence[Reservation], paid_on: Sequence[date], today: date
) -> None:
    """Let what was frozen go, and find the interest that is booked with it."""
    application_ids = [one.application_id for one in paid]
    transfers = [one.transfer_id for one in paid]
    await connection.execute(SETTLE_TRANSFERS, transfers)
    await connection.execute(LIFT_HOLDS, transfers)
    if any(one.priced_before(day) for one, day in zip(paid, paid_on, strict=True)):
        await connection.execute(PRICE_LATE, application_ids, list(paid_on))
    if any(_year_ended(one, day) for one, day in zip(paid, paid_on, strict=True)):
        await _settle_ended(connection, application_ids, list(paid_on), today)
    await connection.execute(INTEREST_TRANSFERS, application_ids)


POST_INTEREST = """
WITH priced AS (
    SELECT interest.id AS transfer_id, account.ledger_account_id AS individual,
           interest_fen + late_interest_fen - taken_back_fen - settled_interest_fen AS fen
    FROM reservation
    JOIN individual_account AS account ON account.number = reservation.account_number
    JOIN transfer AS interest
        ON interest.idempotency_key = 'closing-interest:' || reservation.application_id
    WHERE application_id = $1
)
INSERT INTO entry (transfer_id, ledger_account_id, amount_fen, business_type, value_date, booked_on)
SELECT transfer_id, individual, fen, '09', $2::date, $2::date FROM priced
UNION ALL
SELECT transfer_id, (SELECT id FROM ledger_account WHERE kind = 'interest_expense'), -fen, '09', $2, $2
FROM priced
"""


async def post_interest(connection: Connection, one: Reservation, today: date) -> None:
    """Book the interest of an account that closes without a payment, as a closing withdrawal prices it.

    Its money is no longer held: whoever asked for this moves it in the same transaction.
    """
    await _price(connection, [one], [today], today)
    await connection.execute(POST_INTEREST, one.application_id, today)
    await connection.execute(SET_STATE, [one.application_id], ReservationState.POSTED)


def _year_ended(one: Reservation, paid_on: date) -> bool:
    """Whether a fund year that is not settled had ended before somebody closes."""
    if not one.closing or one.interest_from is None:
        return False
    return one.interest_from < first_day_of(fund_year_of(paid_on - timedelta(days=1)))


NOTE_SETTLED = """
UPDATE reservation SET settled_interest_fen = settled.fen
FROM unnest($2::text[], $3::bigint[]) AS settled (account_number, fen)
WHERE application_id = ANY($1::uuid[]) AND reservation.account_number = settled.account_number
  AND reservation.closing AND reservation.estate_request_id IS NULL
"""


async def _settle_ended(
    connection: Connection, application_ids: Sequence[UUID], paid_on: Sequence[date], today: date
) -> None:
    """Settle the ended fund years of whom closing interest is booked beyond them."""
    booked = await settle_ended(connection, application_ids, paid_on, today)
    if booked:
        await connection.execute(NOTE_SETTLED, application_ids, list(booked), list(booked.values()))


OPEN_REVERSALS = """
INSERT INTO transfer (id, idempotency_key, state, business_type, reversal_flag, reverses, reference,
                      settled_at)
SELECT gen_random_uuid(), 'return:' || reservation.application_id, 'posted', transfer.business_type,
       '02', transfer.id, reservation.application_id, now()
FROM reservation JOIN transfer ON transfer.id = reservation.transfer_id
WHERE reservation.application_id = ANY($1::uuid[])
"""
RESTORE = """
WITH returned AS (
    SELECT reversal.id AS transfer_id, reversal.business_type, day.returned_on,
           principal_fen + interest_fen AS fen,
           coalesce(open_account.ledger_account_id, account.ledger_account_id) AS individual
    FROM unnest($1::uuid[], $2::date[]) AS day (application_id, returned_on)
    JOIN reservation USING (application_id)
    JOIN transfer AS reversal ON reversal.reverses = reservation.transfer_id
    JOIN individual_account AS account ON account.number = reservation.account_number
    LEFT JOIN individual_account AS open_account
        ON open_account.person_id = reservation.person_id
       AND open_account.state NOT IN ('03', '04', '05')
), named AS (SELECT id AS bank FROM ledger_account WHERE kind = 'bank')
INSERT INTO entry (transfer_id, ledger_account_id, amount_fen, business_type, value_date, booked_on)
SELECT transfer_id, individual, fen, business_type, returned_on, $3::date FROM returned
UNION ALL
SELECT transfer_id, bank, -fen, business_type, returned_on, $3::date FROM returned, named
"""
REOPEN_ACCOUNTS = """
WITH reopened AS (
    UPDATE individual_account AS account
    SET state = '02', closed_on = NULL, sealed_on = coalesce(sealed_on, $2),
        sealed_month = coalesce(sealed_month, date_trunc('month', $2::date)::date),
        seal_reason = coalesce(seal_reason, 'other')
    FROM reservation
    WHERE reservation.application_id = ANY($1::uuid[])
      AND account.number = reservation.account_number AND account.state IN ('03', '04', '05')
      AND NOT EXISTS (SELECT FROM individual_account AS other
                      WHERE other.person_id = account.person_id
                        AND other.state NOT IN ('03', '04', '05'))
    RETURNING account.number, reservation.purpose
)
INSERT INTO account_history (account_number, business_type, state_after, on_date, reason, actor)
SELECT number, CASE purpose WHEN 'transfer_out' THEN '07' ELSE '12' END, '02', $2, '银行退票冲账',
       CASE purpose WHEN 'transfer_out' THEN 'transfers' ELSE 'withdrawals' END
FROM reopened
"""


async def restore(
    connection: Connection, returned: Sequence[Reservation], on: Sequence[date], today: date
) -> None:
    """Book payments that came back by reversal (冲账 02); a closed account is sealed again.

    Where the person has a new account meanwhile, the money goes there: nobody has two open ones.
    """
    application_ids = [one.application_id for one in returned]
    await connection.execute(OPEN_REVERSALS, application_ids)
    await connection.execute(RESTORE, application_ids, list(on), today)
    await connection.execute(REOPEN_ACCOUNTS, application_ids, today)
    await connection.execute(SET_STATE, application_ids, ReservationState.RESTORED)
