"""Reservations: the facts that decide about them, the money frozen and released. All set-based."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

import asyncpg

from accounts.domain import (
    AccountFacts,
    AccountNumber,
    AccountState,
    Purpose,
    Reservation,
    ReservationState,
    Reserved,
)
from shared.base.db import Connection
from shared.messages.withdrawals import WithdrawalFundsRequested


class Holder(Protocol):
    """Whose money is frozen."""

    @property
    def person_id(self) -> UUID:
        """The person."""

    @property
    def account_number(self) -> AccountNumber:
        """The individual account (个人账号)."""

    @property
    def ledger_account_id(self) -> int:
        """Its account in the ledger."""


@dataclass(frozen=True)
class Decided:
    """A reservation to be made or priced anew."""

    application_id: UUID
    round: int
    closing: bool
    holder: Holder
    reserved: Reserved
    transfer_id: UUID
    """Of the pending transfer; the one that is there when it is priced anew."""


LIST_BARS_CLOSING_DAYS = 30
"""So long a confirmed list bars a closing withdrawal: nobody waits for ever for what an employer leaves."""

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
             AND list.confirmed_at >= $2::date - $3::integer
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

INTEREST = """
SELECT * FROM interest_due($1::bigint[], $3)
UNION ALL SELECT ledger_account_id, -overpaid_fen FROM interest_overpaid($2::bigint[], $3)
"""


async def facts_of(
    connection: Connection, requests: Sequence[WithdrawalFundsRequested], today: date
) -> dict[UUID, tuple[AccountFacts, str]]:
    """Read what decides, by application, with the sealed name; `lock` comes first."""
    rows = await connection.fetch(
        FACTS, [_asked(request) for request in requests], today, LIST_BARS_CLOSING_DAYS
    )
    closes = {request.application_id: request.conditions.closing for request in requests}
    closing, others = (
        {row["ledger_account_id"] for row in rows if closes[row["application_id"]] is whole}
        for whole in (True, False)
    )
    due = await connection.fetch(INTEREST, list(closing), list(others - closing), today)
    interest = {row["ledger_account_id"]: row["interest_fen"] for row in due}
    return {row["application_id"]: (_facts(row, interest), row["name_sealed"]) for row in rows}


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
        sealed_month=row["sealed_month"],
        seal_reason=row["seal_reason"],
        in_confirmed_list=row["in_confirmed_list"],
        interest_fen=interest.get(row["ledger_account_id"], 0),
        retained_deposits_fen=row["retained_deposits_fen"],
        current_deposit_fen=row["current_deposit_fen"],
    )


LOCK_ACCOUNTS = """
SELECT number FROM individual_account WHERE person_id = ANY($1::uuid[]) ORDER BY number FOR UPDATE
"""
LOCK = """
SELECT application_id, person_id, account_number, transfer_id, state, round, closing,
       principal_fen, interest_fen, reserved_on,
       (SELECT interest_from FROM individual_account WHERE number = account_number) AS interest_from
FROM reservation WHERE application_id = ANY($1::uuid[])
ORDER BY application_id FOR UPDATE
"""


class AboutFunds(Protocol):
    """An event about the money of an application."""

    @property
    def application_id(self) -> UUID:
        """The application."""

    @property
    def person_id(self) -> UUID:
        """The person."""


async def lock(connection: Connection, events: Sequence[AboutFunds]) -> dict[UUID, Reservation]:
    """Lock the persons' accounts, then the applications' reservations, each in sorted order.

    Whoever moves a person's money holds the person's accounts: two batches about the same person wait
    for each other here, before either has read anything.
    """
    await connection.execute(LOCK_ACCOUNTS, [event.person_id for event in events])
    rows = await connection.fetch(LOCK, [event.application_id for event in events])
    return {
        row["application_id"]: Reservation(**{**row, "state": ReservationState(row["state"])})
        for row in rows
    }


PEOPLE = "SELECT application_id, person_id FROM reservation WHERE application_id = ANY($1::uuid[])"


async def people_of(connection: Connection, application_ids: Sequence[UUID]) -> dict[UUID, UUID]:
    """Return whose money is frozen for what; a reservation is never another person's."""
    rows = await connection.fetch(PEOPLE, application_ids)
    return {row["application_id"]: row["person_id"] for row in rows}


def lost_race() -> asyncpg.SerializationError:
    """Say that another transaction came first for an application without an account: try again."""
    return asyncpg.SerializationError("another transaction decided about the same application")


OPEN_TRANSFERS = """
INSERT INTO transfer (id, idempotency_key, state, business_type, reference)
SELECT id, $4 || ':' || application_id, 'pending',
       CASE WHEN $4 = 'transfer_out' THEN '07' WHEN $4 = 'merge' THEN '06'
            WHEN closing THEN '12' ELSE '11' END, application_id
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
SAVE_NEW = """
INSERT INTO reservation (application_id, person_id, account_number, transfer_id, state, round,
                         closing, principal_fen, interest_fen, taken_back_fen, reserved_on, purpose)
SELECT application_id, person_id, account_number, transfer_id, 'reserved', round, closing,
       principal_fen, interest_fen, taken_back_fen, $10, $11
FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::integer[], $6::boolean[],
            $7::bigint[], $8::bigint[], $9::bigint[])
    AS new (application_id, person_id, account_number, transfer_id, round, closing,
            principal_fen, interest_fen, taken_back_fen)
ON CONFLICT (application_id) DO NOTHING RETURNING application_id
"""
SAVE_ANEW = """
UPDATE reservation
SET round = anew.round, principal_fen = anew.principal_fen, interest_fen = anew.interest_fen,
    taken_back_fen = anew.taken_back_fen, reserved_on = $6
FROM unnest($1::uuid[], $2::integer[], $3::bigint[], $4::bigint[], $5::bigint[])
    AS anew (application_id, round, principal_fen, interest_fen, taken_back_fen)
WHERE reservation.application_id = anew.application_id
"""


async def reserve(
    connection: Connection,
    new: Sequence[Decided],
    today: date,
    purpose: Purpose = Purpose.WITHDRAWAL,
) -> None:
    """Freeze the money: pending transfers with their holds (冻结)."""
    transfers = [item.transfer_id for item in new]
    applications = [item.application_id for item in new]
    closing = [item.closing for item in new]
    principals = [item.reserved.principal_fen for item in new]
    await connection.execute(
        OPEN_TRANSFERS,
        transfers,
        [str(application) for application in applications],
        closing,
        purpose,
    )
    ledger_ids = [item.holder.ledger_account_id for item in new]
    await connection.execute(FREEZE, transfers, ledger_ids, principals)
    saved = await connection.fetch(
        SAVE_NEW,
        applications,
        [item.holder.person_id for item in new],
        [item.holder.account_number for item in new],
        transfers,
        [item.round for item in new],
        closing,
        principals,
        [item.reserved.interest_fen for item in new],
        [item.reserved.taken_back_fen for item in new],
        today,
        purpose,
    )
    if len(saved) < len(new):
        raise lost_race()


async def reserve_anew(connection: Connection, anew: Sequence[Decided], today: date) -> None:
    """Give reservations that stand another amount (R-WDR-12)."""
    principals = [item.reserved.principal_fen for item in anew]
    await connection.execute(FREEZE_ANEW, [item.transfer_id for item in anew], principals)
    await connection.execute(
        SAVE_ANEW,
        [item.application_id for item in anew],
        [item.round for item in anew],
        principals,
        [item.reserved.interest_fen for item in anew],
        [item.reserved.taken_back_fen for item in anew],
        today,
    )


REMEMBER_ENDED = """
INSERT INTO reservation (application_id, person_id, state, round, closing, principal_fen, interest_fen)
SELECT application_id, person_id, $3, 0, false, 0, 0
FROM unnest($1::uuid[], $2::uuid[]) AS ended (application_id, person_id)
ON CONFLICT (application_id) DO NOTHING RETURNING application_id
"""


async def remember_ended(
    connection: Connection, ended: Sequence[tuple[UUID, UUID]], state: ReservationState
) -> None:
    """Keep a tombstone for each `(application, person)`: nothing will be frozen for it any more."""
    kept = await connection.fetch(
        REMEMBER_ENDED, [item[0] for item in ended], [item[1] for item in ended], state
    )
    if len(kept) < len(ended):
        raise lost_race()


VOID_TRANSFERS = """
UPDATE transfer SET state = 'voided', settled_at = now() WHERE id = ANY($1::uuid[])
"""
LIFT_HOLDS = "UPDATE hold SET active = false WHERE transfer_id = ANY($1::uuid[])"
SET_STATE = """
UPDATE reservation SET state = $2 WHERE application_id = ANY($1::uuid[])
"""


async def release(
    connection: Connection,
    frozen: Sequence[Reservation],
    state: ReservationState = ReservationState.RELEASED,
) -> None:
    """Void the pending transfers of reservations (解冻): the money is available again."""
    transfers = [one.transfer_id for one in frozen]
    await connection.execute(VOID_TRANSFERS, transfers)
    await connection.execute(LIFT_HOLDS, transfers)
    await connection.execute(SET_STATE, [one.application_id for one in frozen], state)
