"""Repayments out of individual accounts (冲还贷): frozen, posted, released. All set-based."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from accounts.domain import AccountState, Offset, OffsetState
from accounts.rules.offset import OffsetFacts
from accounts.store.postings import SETTLE_TRANSFERS
from accounts.store.reservations import FREEZE, LIFT_HOLDS, LOCK_ACCOUNTS, VOID_TRANSFERS, lost_race
from shared.base.db import Connection
from shared.messages.loans import LoanOffsetEvent

LOCK = """
SELECT offset_id, person_id, account_number, transfer_id, state, reserved_fen, posted_fen
FROM loan_offset WHERE offset_id = ANY($1::uuid[])
ORDER BY offset_id FOR UPDATE
"""


async def lock(connection: Connection, events: Sequence[LoanOffsetEvent]) -> dict[UUID, Offset]:
    """Lock the persons' accounts, then the offsets, each in sorted order, as reservations do."""
    await connection.execute(LOCK_ACCOUNTS, [event.person_id for event in events])
    rows = await connection.fetch(LOCK, [event.offset_id for event in events])
    return {row["offset_id"]: Offset(**{**row, "state": OffsetState(row["state"])}) for row in rows}


FACTS = """
SELECT person.id AS person_id, account.number, account.ledger_account_id, account.state,
       balance.posted_fen - balance.frozen_fen - coalesce(overpaid.overpaid_fen, 0) AS available_fen,
       EXISTS (SELECT FROM reservation WHERE reservation.account_number = account.number
                 AND reservation.state = 'reserved') AS withdrawal_open
FROM person
JOIN LATERAL (
    SELECT * FROM individual_account WHERE individual_account.person_id = person.id
    ORDER BY state IN ('03', '04', '05'), opened_on DESC LIMIT 1
) AS account ON true
JOIN ledger_balance AS balance USING (ledger_account_id)
LEFT JOIN LATERAL interest_overpaid(ARRAY[account.ledger_account_id], $2) AS overpaid ON true
WHERE person.id = ANY($1::uuid[])
"""


async def facts_of(
    connection: Connection, person_ids: Sequence[UUID], today: date
) -> dict[UUID, OffsetFacts]:
    """Read what decides, by person; `lock` comes first."""
    rows = await connection.fetch(FACTS, person_ids, today)
    return {
        row["person_id"]: OffsetFacts(
            account_number=row["number"],
            ledger_account_id=row["ledger_account_id"],
            state=AccountState(row["state"]),
            available_fen=row["available_fen"],
            withdrawal_open=row["withdrawal_open"],
        )
        for row in rows
    }


@dataclass(frozen=True)
class Decided:
    """An offset whose money is to be frozen."""

    offset_id: UUID
    person_id: UUID
    contract_number: str
    facts: OffsetFacts
    amount_fen: int
    transfer_id: UUID


# Partial withdrawal (部分提取, A.5), to repay a home loan (A.7).
OPEN_TRANSFERS = """
INSERT INTO transfer (id, idempotency_key, state, business_type, withdrawal_reason, reference)
SELECT id, 'offset:' || offset_id, 'pending', '11', '06', offset_id
FROM unnest($1::uuid[], $2::text[]) AS wanted (id, offset_id)
"""
SAVE = """
INSERT INTO loan_offset (offset_id, person_id, contract_number, account_number, transfer_id, state,
                         reserved_fen)
SELECT offset_id, person_id, contract_number, account_number, transfer_id, 'reserved', fen
FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::bigint[])
    AS new (offset_id, person_id, contract_number, account_number, transfer_id, fen)
ON CONFLICT (offset_id) DO NOTHING RETURNING offset_id
"""


async def reserve(connection: Connection, new: Sequence[Decided]) -> None:
    """Freeze the money: pending transfers with their holds (冻结)."""
    transfers = [item.transfer_id for item in new]
    amounts = [item.amount_fen for item in new]
    await connection.execute(OPEN_TRANSFERS, transfers, [str(item.offset_id) for item in new])
    ledger_ids = [item.facts.ledger_account_id for item in new]
    await connection.execute(FREEZE, transfers, ledger_ids, amounts)
    saved = await connection.fetch(
        SAVE,
        [item.offset_id for item in new],
        [item.person_id for item in new],
        [item.contract_number for item in new],
        [item.facts.account_number for item in new],
        transfers,
        amounts,
    )
    if len(saved) < len(new):
        raise lost_race()


REMEMBER_ENDED = """
INSERT INTO loan_offset (offset_id, person_id, state, reserved_fen)
SELECT offset_id, person_id, $3, 0
FROM unnest($1::uuid[], $2::uuid[]) AS ended (offset_id, person_id)
ON CONFLICT (offset_id) DO NOTHING RETURNING offset_id
"""


async def remember_ended(
    connection: Connection, ended: dict[UUID, UUID], state: OffsetState
) -> None:
    """Keep a tombstone for each offset, by its id the person: nothing will be frozen for it any more."""
    kept = await connection.fetch(REMEMBER_ENDED, list(ended), list(ended.values()), state)
    if len(kept) < len(ended):
        raise lost_race()


POST = """
WITH applied AS (
    SELECT loan_offset.transfer_id, account.ledger_account_id AS individual, day.fen, day.applied_on
    FROM unnest($1::uuid[], $2::bigint[], $3::date[]) AS day (offset_id, fen, applied_on)
    JOIN loan_offset USING (offset_id)
    JOIN individual_account AS account ON account.number = loan_offset.account_number
)
INSERT INTO entry (transfer_id, ledger_account_id, amount_fen, business_type, value_date, booked_on)
SELECT transfer_id, individual, -fen, '11', applied_on, $4::date FROM applied
UNION ALL
SELECT transfer_id, (SELECT id FROM ledger_account WHERE kind = 'loan_transit'), fen, '11',
       applied_on, $4::date
FROM applied
"""
SET_POSTED = """
UPDATE loan_offset SET state = 'posted', posted_fen = applied.fen
FROM unnest($1::uuid[], $2::bigint[]) AS applied (offset_id, fen)
WHERE loan_offset.offset_id = applied.offset_id
"""


async def post(
    connection: Connection,
    offsets: Sequence[Offset],
    amounts: Sequence[int],
    applied_on: Sequence[date],
    today: date,
) -> None:
    """Book what repaid loans; what was frozen beyond it is available again."""
    offset_ids = [one.offset_id for one in offsets]
    transfers = [one.transfer_id for one in offsets]
    await connection.execute(SETTLE_TRANSFERS, transfers)
    await connection.execute(LIFT_HOLDS, transfers)
    await connection.execute(POST, offset_ids, list(amounts), list(applied_on), today)
    await connection.execute(SET_POSTED, offset_ids, list(amounts))


SET_RELEASED = "UPDATE loan_offset SET state = 'released' WHERE offset_id = ANY($1::uuid[])"


async def release(connection: Connection, frozen: Sequence[Offset]) -> None:
    """Void the pending transfers of offsets (解冻): the money is available again."""
    transfers = [one.transfer_id for one in frozen]
    await connection.execute(VOID_TRANSFERS, transfers)
    await connection.execute(LIFT_HOLDS, transfers)
    await connection.execute(SET_RELEASED, [one.offset_id for one in frozen])
