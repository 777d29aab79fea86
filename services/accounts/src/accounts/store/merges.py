"""Merges (合并) of two accounts of one person: what decides, kept, answered, moved. Set-based."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import asyncpg

from accounts.rules.merge import MergeState, NewMerge
from accounts.store.rows import MergeRow
from shared.base.db import Connection, typed

LOCK_ACCOUNTS = """
SELECT number FROM individual_account
WHERE person_id IN (SELECT person_id FROM individual_account WHERE number = ANY($1::text[]))
ORDER BY number FOR UPDATE
"""
HOLDERS = """
SELECT account.number, account.person_id, account.ledger_account_id, account.state, balance.posted_fen,
       person.name_sealed, person.id_type, person.id_number_sealed,
       person.identity_changed_at IS NOT NULL AS confirmed,
       EXISTS (SELECT FROM deceased WHERE deceased.person_id = account.person_id AND NOT revoked) AS deceased,
       concat_ws('，',
           (SELECT '有同城转移在办' FROM account_transfer AS moved
            WHERE moved.account_number = account.number AND moved.state IN ('asked', 'consented') LIMIT 1),
           (SELECT '有封存申请在办' FROM seal_request AS asked
            WHERE asked.account_number = account.number AND asked.state = 'open' LIMIT 1),
           (SELECT '有异议在办' FROM dispute
            WHERE dispute.account_number = account.number AND dispute.state <> 'centre_answered' LIMIT 1),
           (SELECT '有投诉在办' FROM complaint
            WHERE complaint.account_number = account.number AND complaint.state = 'open' LIMIT 1)) AS business
FROM individual_account AS account
JOIN person ON person.id = account.person_id
JOIN ledger_balance AS balance USING (ledger_account_id)
WHERE account.number = ANY($1::text[])
"""


async def holders(connection: Connection, numbers: Sequence[str]) -> dict[str, asyncpg.Record]:
    """Lock all accounts of the owners of these, in sorted order; read how those stand, by number."""
    await connection.execute(LOCK_ACCOUNTS, numbers)
    return {row["number"]: row for row in await connection.fetch(HOLDERS, numbers)}


# Months that the account that stays is owed by its own employer would look paid by what comes.
OWED_AND_PAID = """
SELECT EXISTS (
    SELECT FROM individual_account AS account, unnest(months_owed(account, $3)) AS owed (month)
    WHERE account.number = $1 AND EXISTS (
        SELECT FROM entry WHERE entry.ledger_account_id = $2 AND entry.contribution_month = owed.month
        HAVING sum(amount_fen) > 0))
"""


async def owed_and_paid(
    connection: Connection, stays_account: str, goes_ledger_id: int, today: date
) -> bool:
    """Whether a month that is owed to the one account was contributed to the other."""
    found: bool = await connection.fetchval(OWED_AND_PAID, stays_account, goes_ledger_id, today)
    return found


OPEN = """
SELECT EXISTS (SELECT FROM account_merge
               WHERE (state = 'asked' AND (goes_person = ANY($1::uuid[]) OR stays_person = ANY($1::uuid[])))
                  OR (state = 'merged' AND goes_person = ANY($1::uuid[])))
"""


async def is_open(connection: Connection, person_ids: Sequence[UUID]) -> bool:
    """Whether a merge of any of them is under way, or one of them has gone; their accounts are locked."""
    found: bool = await connection.fetchval(OPEN, person_ids)
    return found


ADD = """
INSERT INTO account_merge (id, goes_account, stays_account, goes_person, stays_person, matched_by, state,
                           maker_id, checker_id, reason, evidence, asked_at, answer_by)
VALUES ($1, $2, $3, $4, $5, $6, 'asked', $7, $8, $9, $10, $11, $12)
"""


async def add(connection: Connection, new: NewMerge) -> None:
    """Keep a merge."""
    await connection.execute(
        ADD, new.id, new.goes_account, new.stays_account, new.goes_person, new.stays_person,
        new.matched_by, new.maker_id, new.checker_id, new.reason, list(new.evidence), new.asked_at,
        new.answer_by,
    )  # fmt: skip


LOCK = """
SELECT id, goes_account, stays_account, goes_person, stays_person, state, answer_by, maker_id, checker_id
FROM account_merge WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE
"""
LOCK_LATE = """
SELECT id, goes_account, stays_account, goes_person, stays_person, state, answer_by, maker_id, checker_id
FROM account_merge WHERE state = 'asked' AND answer_by < $1 ORDER BY id FOR UPDATE SKIP LOCKED
"""


async def lock(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, MergeRow]:
    """Lock merges, in sorted order."""
    rows = typed(MergeRow, await connection.fetch(LOCK, ids))
    return {row["id"]: row for row in rows}


async def lock_late(connection: Connection, now: datetime) -> list[MergeRow]:
    """Lock merges that somebody has not answered in time."""
    return typed(MergeRow, await connection.fetch(LOCK_LATE, now))


NOTE_FREE = """
UPDATE account_merge SET withdrawals_free = withdrawals_free OR id = ANY($1::uuid[]),
                         loans_free = loans_free OR id = ANY($2::uuid[])
WHERE id = ANY($1::uuid[] || $2::uuid[]) AND state = 'asked'
RETURNING id, withdrawals_free AND loans_free AS all_free
"""


async def note_free(
    connection: Connection, withdrawals: Sequence[UUID], loans: Sequence[UUID]
) -> list[UUID]:
    """Keep who has nothing under way; return the merges for which that is everybody."""
    rows = await connection.fetch(NOTE_FREE, withdrawals, loans)
    return sorted(row["id"] for row in rows if row["all_free"])


END = """
UPDATE account_merge SET state = $2, why = $3, ended_at = $4 WHERE id = $1
"""


async def end(
    connection: Connection, merge_id: UUID, state: MergeState, why: str, now: datetime
) -> None:
    """End a locked merge without merging anything."""
    await connection.execute(END, merge_id, state, why, now)


OPEN_TRANSFER = """
INSERT INTO transfer (id, idempotency_key, state, business_type, reference, settled_at)
SELECT $1, 'merge:' || $2::uuid, 'posted', '06', $2::text, now()
WHERE EXISTS (SELECT FROM entry WHERE ledger_account_id = $3 AND contribution_month IS NOT NULL
              GROUP BY contribution_month HAVING sum(amount_fen) > 0)
RETURNING id
"""


async def open_transfer_of_months(
    connection: Connection, transfer_id: UUID, merge_id: UUID, goes_ledger_id: int
) -> bool:
    """Make the transfer of an empty account's months; False where it has none."""
    made = await connection.fetchval(OPEN_TRANSFER, transfer_id, merge_id, goes_ledger_id)
    return made is not None


# Each contributed month goes over with its own sum, the rest in one: months count on there.
MOVE = """
WITH month AS (
    SELECT contribution_month, sum(amount_fen)::bigint AS fen FROM entry
    WHERE ledger_account_id = $2 AND contribution_month IS NOT NULL
    GROUP BY contribution_month HAVING sum(amount_fen) > 0
), part AS (
    SELECT contribution_month, fen FROM month
    UNION ALL
    SELECT NULL, $4::bigint - coalesce((SELECT sum(fen) FROM month), 0)::bigint
)
INSERT INTO entry (transfer_id, ledger_account_id, amount_fen, business_type, value_date, booked_on,
                   contribution_month)
SELECT $1, leg.id, leg.sign * fen, '06', $5, $5, contribution_month
FROM part, (VALUES ($2::bigint, -1), ($3::bigint, 1)) AS leg (id, sign)
WHERE fen <> 0
"""
FOLLOW = """
WITH closed AS (
    UPDATE individual_account SET state = '03', closed_on = $5 WHERE number = $1
    RETURNING number, paid_up_to
), noted AS (
    INSERT INTO account_history (account_number, business_type, state_after, on_date, reason, actor)
    SELECT $1, '06', '03', $5::date, '并入账户' || $2, $6 UNION ALL
    SELECT $2, '06', state, $5::date, '账户' || $1 || '并入', $6 FROM individual_account WHERE number = $2
), sealed AS (
    UPDATE individual_account AS stays SET paid_up_to = greatest(stays.paid_up_to, closed.paid_up_to)
    FROM closed WHERE stays.number = $2 AND stays.state = '02'
), reserved AS (
    UPDATE reservation SET person_id = $4 WHERE person_id = $3
), repaid AS (
    UPDATE loan_offset SET person_id = $4 WHERE person_id = $3
), transferred AS (
    UPDATE account_transfer SET person_id = $4 WHERE person_id = $3
), complained AS (
    UPDATE complaint SET person_id = $4 WHERE person_id = $3
), disputed AS (
    UPDATE dispute SET person_id = $4 WHERE person_id = $3
), sought AS (
    UPDATE seal_request SET person_id = $4 WHERE person_id = $3
)
UPDATE identity_proposal SET person_id = $4 WHERE person_id = $3
"""
OWN = "UPDATE individual_account SET person_id = $2 WHERE person_id = $1"


@dataclass(frozen=True)
class Moving:
    """What goes where, fen."""

    merge: MergeRow
    transfer_id: UUID | None
    """None of an account without money and months."""
    goes_ledger_id: int
    stays_ledger_id: int
    principal_fen: int
    interest_fen: int
    actor: str


DONE = """
UPDATE account_merge SET state = 'merged', ended_at = $2, principal_fen = $3, interest_fen = $4 WHERE id = $1
"""


async def move(connection: Connection, one: Moving, now: datetime, today: date) -> None:
    """Move money and months, close the one account, and let everything of it be the other's person's.

    Both accounts are locked, the interest of the one is booked and nothing is held of it. What comes for it
    later finds the person's open account, as for every account that was closed.
    """
    merge = one.merge
    if one.transfer_id is not None:
        await connection.execute(
            MOVE, one.transfer_id, one.goes_ledger_id, one.stays_ledger_id,
            one.principal_fen + one.interest_fen, today,
        )  # fmt: skip
    people = (merge["goes_person"], merge["stays_person"])
    await connection.execute(
        FOLLOW, merge["goes_account"], merge["stays_account"], *people, today, one.actor
    )
    await connection.execute(OWN, *people)
    await connection.execute(DONE, merge["id"], now, one.principal_fen, one.interest_fen)


BALANCE = "SELECT posted_fen FROM ledger_balance WHERE ledger_account_id = $1"


async def balance(connection: Connection, ledger_id: int) -> int:
    """Read the balance of a locked account, fen."""
    posted: int = await connection.fetchval(BALANCE, ledger_id)
    return posted
