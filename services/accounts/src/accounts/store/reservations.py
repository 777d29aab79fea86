"""Reservations: the facts that decide about them, and what becomes of the money. All set-based."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import asyncpg

from accounts.domain import AccountFacts, AccountNumber, AccountState, Reserved
from shared.db import Connection
from shared.messages.withdrawals import WithdrawalFundsRequested


@dataclass(frozen=True)
class Decided:
    """A reservation to be made or priced anew."""

    application_id: UUID
    round: int
    closing: bool
    facts: AccountFacts
    reserved: Reserved
    transfer_id: UUID
    """Of the pending transfer; the one that is there when it is priced anew."""
    anew: bool


LOCK_PERSONS = """
SELECT number FROM individual_account
WHERE person_id = ANY($1::uuid[])
ORDER BY number FOR UPDATE
"""

FACTS = """
WITH request AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS request (
        application_id uuid, person_id uuid, closing boolean,
        retained_months integer, retained_before date)
)
SELECT request.application_id, account.*, balance.posted_fen,
       balance.frozen_fen - coalesce(own.amount_fen, 0) AS frozen_fen, person.name_sealed,
       CASE WHEN request.retained_months > 0 THEN (
           SELECT coalesce(sum(entry.amount_fen), 0) FROM entry
           WHERE entry.ledger_account_id = account.ledger_account_id
             AND entry.contribution_month < request.retained_before
             AND entry.contribution_month
                 >= request.retained_before - make_interval(months => request.retained_months)
       ) ELSE 0 END::bigint AS retained_deposits_fen,
       coalesce(deposit.fen, 0)::bigint AS current_deposit_fen,
       request.closing AND EXISTS (
           SELECT FROM remittance_line AS line JOIN remittance_list AS list ON list.id = line.list_id
           WHERE line.account_number = account.number AND list.state = 'confirmed'
       ) AS in_confirmed_list
FROM request
JOIN LATERAL (
    SELECT * FROM individual_account
    WHERE individual_account.person_id = request.person_id
    ORDER BY state IN ('03', '04', '05'), opened_on DESC LIMIT 1
) AS account ON true
JOIN person ON person.id = account.person_id
JOIN ledger_balance AS balance USING (ledger_account_id)
LEFT JOIN reservation ON reservation.application_id = request.application_id
LEFT JOIN hold AS own ON own.transfer_id = reservation.transfer_id AND own.active
LEFT JOIN LATERAL (
    SELECT line.employer_fen + line.employee_fen AS fen
    FROM remittance_line AS line JOIN remittance_list AS list ON list.id = line.list_id
    WHERE line.account_number = account.number AND list.state = 'booked'
    ORDER BY list.month DESC LIMIT 1
) AS deposit ON request.retained_months > 0
"""

INTEREST = "SELECT * FROM interest_due($1::bigint[], $2)"


async def facts_of(
    connection: Connection, requests: Sequence[WithdrawalFundsRequested], today: date
) -> dict[UUID, tuple[AccountFacts, str]]:
    """Lock the persons' accounts and read what decides, by application, with the sealed name."""
    await connection.execute(LOCK_PERSONS, [request.person_id for request in requests])
    rows = await connection.fetch(FACTS, [_asked(request) for request in requests])
    closing = {request.application_id for request in requests if request.conditions.closing}
    ledger_ids = [row["ledger_account_id"] for row in rows if row["application_id"] in closing]
    interest = (
        {row["ledger_account_id"]: row["interest_fen"] for row in
         await connection.fetch(INTEREST, ledger_ids, today)}
        if ledger_ids
        else {}
    )  # fmt: skip
    return {
        row["application_id"]: (_facts(row, interest), row["name_sealed"]) for row in rows
    }


def _asked(request: WithdrawalFundsRequested) -> dict[str, object]:
    conditions = request.conditions
    before = conditions.retained_before
    return {
        "application_id": str(request.application_id),
        "person_id": str(request.person_id),
        "closing": conditions.closing,
        "retained_months": conditions.retained_months if before else 0,
        "retained_before": f"{before}-01" if before else None,
    }


def _facts(row: asyncpg.Record, interest: dict[int, int]) -> AccountFacts:
    return AccountFacts(
        person_id=row["person_id"],
        account_number=AccountNumber(row["number"]),
        ledger_account_id=row["ledger_account_id"],
        state=AccountState(row["state"]),
        balance_fen=row["posted_fen"],
        frozen_fen=row["frozen_fen"],
        opened_on=row["opened_on"],
        paid_up_to=row["paid_up_to"],
        sealed_on=row["sealed_on"],
        seal_reason=row["seal_reason"],
        in_confirmed_list=row["in_confirmed_list"],
        interest_fen=interest.get(row["ledger_account_id"], 0),
        retained_deposits_fen=row["retained_deposits_fen"],
        current_deposit_fen=row["current_deposit_fen"],
    )


LOCK = """
SELECT application_id, person_id, account_number, transfer_id, state, round, closing,
       principal_fen, interest_fen
FROM reservation WHERE application_id = ANY($1::uuid[])
ORDER BY application_id FOR UPDATE
"""


async def lock(
    connection: Connection, application_ids: Sequence[UUID]
) -> dict[UUID, asyncpg.Record]:
    """Lock the reservations of applications, in sorted order."""
    rows = await connection.fetch(LOCK, application_ids)
    return {row["application_id"]: row for row in rows}


OPEN_TRANSFERS = """
INSERT INTO transfer (id, idempotency_key, state, business_type, reference)
SELECT id, 'withdrawal:' || application_id, 'pending',
       CASE WHEN closing THEN '12' ELSE '11' END, application_id
FROM unnest($1::uuid[], $2::text[], $3::boolean[]) AS wanted (id, application_id, closing)
"""
FREEZE = """
INSERT INTO hold (transfer_id, ledger_account_id, amount_fen, active)
SELECT transfer_id, ledger_account_id, fen, true
FROM unnest($1::uuid[], $2::bigint[], $3::bigint[]) AS wanted (transfer_id, ledger_account_id, fen)
"""
FREEZE_ANEW = """
UPDATE hold SET amount_fen = wanted.fen
FROM unnest($1::uuid[], $2::bigint[]) AS wanted (transfer_id, fen)
WHERE hold.transfer_id = wanted.transfer_id
"""
SAVE = """
INSERT INTO reservation (application_id, person_id, account_number, transfer_id, state, round,
                         closing, principal_fen, interest_fen, reserved_on)
SELECT *, $9 FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[],
                         array_fill('reserved'::text, ARRAY[cardinality($1)]),
                         $5::integer[], $6::boolean[], $7::bigint[], $8::bigint[])
ON CONFLICT (application_id) DO UPDATE
    SET round = excluded.round, principal_fen = excluded.principal_fen,
        interest_fen = excluded.interest_fen, reserved_on = excluded.reserved_on
"""


async def reserve(connection: Connection, decided: Sequence[Decided], today: date) -> None:
    """Freeze the money: pending transfers with their holds; the anew ones get a new amount."""
    new = [item for item in decided if not item.anew]
    anew = [item for item in decided if item.anew]
    if new:
        await connection.execute(
            OPEN_TRANSFERS,
            [item.transfer_id for item in new],
            [str(item.application_id) for item in new],
            [item.closing for item in new],
        )
        await connection.execute(
            FREEZE,
            [item.transfer_id for item in new],
            [item.facts.ledger_account_id for item in new],
            [item.reserved.principal_fen for item in new],
        )
    if anew:
        await connection.execute(
            FREEZE_ANEW,
            [item.transfer_id for item in anew],
            [item.reserved.principal_fen for item in anew],
        )
    if decided:
        await connection.execute(
            SAVE,
            [item.application_id for item in decided],
            [item.facts.person_id for item in decided],
            [item.facts.account_number for item in decided],
            [item.transfer_id for item in decided],
            [item.round for item in decided],
            [item.closing for item in decided],
            [item.reserved.principal_fen for item in decided],
            [item.reserved.interest_fen for item in decided],
            today,
        )


REMEMBER_ENDED = """
INSERT INTO reservation (application_id, person_id, state, round, closing, principal_fen, interest_fen)
SELECT application_id, person_id, $3, 0, false, 0, 0
FROM unnest($1::uuid[], $2::uuid[]) AS ended (application_id, person_id)
ON CONFLICT (application_id) DO NOTHING
"""


async def remember_ended(
    connection: Connection, ended: Sequence[tuple[UUID, UUID]], state: str
) -> None:
    """Keep a tombstone for `(application, person)`: nothing will be frozen for it any more."""
    await connection.execute(
        REMEMBER_ENDED, [item[0] for item in ended], [item[1] for item in ended], state
    )


VOID_TRANSFERS = """
UPDATE transfer SET state = 'voided', settled_at = now() WHERE id = ANY($1::uuid[])
"""
LIFT_HOLDS = "UPDATE hold SET active = false WHERE transfer_id = ANY($1::uuid[])"
SET_STATE = """
UPDATE reservation SET state = $2 WHERE application_id = ANY($1::uuid[])
"""


async def release(connection: Connection, rows: Sequence[asyncpg.Record]) -> None:
    """Void the pending transfers of reservations: the money is available again."""
    transfers = [row["transfer_id"] for row in rows]
    await connection.execute(VOID_TRANSFERS, transfers)
    await connection.execute(LIFT_HOLDS, transfers)
    await connection.execute(SET_STATE, [row["application_id"] for row in rows], "released")


SETTLE_TRANSFERS = """
UPDATE transfer SET state = 'posted', settled_at = now() WHERE id = ANY($1::uuid[])
"""
INTEREST_TRANSFERS = """
INSERT INTO transfer (id, idempotency_key, state, business_type, reference, settled_at)
SELECT gen_random_uuid(), 'closing-interest:' || application_id, 'posted', '09',
       application_id, now()
FROM reservation
WHERE application_id = ANY($1::uuid[]) AND interest_fen > 0
"""
POST = """
WITH paid AS (
    SELECT reservation.*, account.ledger_account_id AS individual,
           interest.id AS interest_transfer_id, transfer.business_type,
           day.paid_on
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
SELECT interest_transfer_id, individual, interest_fen, '09', paid_on, $3
FROM paid WHERE interest_fen > 0
UNION ALL
SELECT interest_transfer_id, expense, -interest_fen, '09', paid_on, $3
FROM paid, named WHERE interest_fen > 0
UNION ALL
SELECT transfer_id, individual, -(principal_fen + interest_fen), business_type, paid_on, $3
FROM paid
UNION ALL
SELECT transfer_id, bank, principal_fen + interest_fen, business_type, paid_on, $3
FROM paid, named
"""
CLOSE_ACCOUNTS = """
WITH closed AS (
    UPDATE individual_account AS account SET state = '05', closed_on = $2
    FROM reservation
    WHERE reservation.application_id = ANY($1::uuid[]) AND reservation.closing
      AND account.number = reservation.account_number
    RETURNING account.number
)
INSERT INTO account_history (account_number, business_type, state_after, on_date, actor)
SELECT number, '12', '05', $2, 'withdrawals' FROM closed
"""


async def post(
    connection: Connection, rows: Sequence[asyncpg.Record], paid_on: Sequence[date], today: date
) -> None:
    """Book what the bank paid; closing ones with their interest, and the account closes (R-WDR-12)."""
    application_ids = [row["application_id"] for row in rows]
    transfers = [row["transfer_id"] for row in rows]
    await connection.execute(SETTLE_TRANSFERS, transfers)
    await connection.execute(LIFT_HOLDS, transfers)
    await connection.execute(INTEREST_TRANSFERS, application_ids)
    await connection.execute(POST, application_ids, list(paid_on), today)
    await connection.execute(CLOSE_ACCOUNTS, application_ids, today)
    await connection.execute(SET_STATE, application_ids, "posted")


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
SELECT transfer_id, individual, fen, business_type, returned_on, $3 FROM returned
UNION ALL
SELECT transfer_id, bank, -fen, business_type, returned_on, $3 FROM returned, named
"""
REOPEN_ACCOUNTS = """
WITH reopened AS (
    UPDATE individual_account AS account
    SET state = '02', closed_on = NULL, interest_from = $2,
        interest_entry_id = (SELECT max(id) FROM entry
                             WHERE entry.ledger_account_id = account.ledger_account_id)
    FROM reservation
    WHERE reservation.application_id = ANY($1::uuid[]) AND reservation.closing
      AND account.number = reservation.account_number AND account.state = '05'
      AND NOT EXISTS (SELECT FROM individual_account AS other
                      WHERE other.person_id = account.person_id
                        AND other.state NOT IN ('03', '04', '05'))
    RETURNING account.number
)
INSERT INTO account_history (account_number, business_type, state_after, on_date, reason, actor)
SELECT number, '12', '02', $2, '银行退票冲账', 'withdrawals' FROM reopened
"""


async def restore(
    connection: Connection, rows: Sequence[asyncpg.Record], on: Sequence[date], today: date
) -> None:
    """Book payments that came back by reversal (冲账 02); a closed account is sealed again.

    Where the person has a new account meanwhile, the money goes there: nobody has two open ones.
    """
    application_ids = [row["application_id"] for row in rows]
    await connection.execute(OPEN_REVERSALS, application_ids)
    await connection.execute(RESTORE, application_ids, list(on), today)
    await connection.execute(REOPEN_ACCOUNTS, application_ids, today)
    await connection.execute(SET_STATE, application_ids, "restored")

