"""Bank receipts: recorded in suspense (暂收), matched with lists and booked, whatever the head count."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

import asyncpg

from accounts.rules.receipts import Waiting, that_equal
from shared.base.db import Connection
from shared.messages.settlement import ReceiptCredited

RECORD_RECEIPTS = """
WITH arrived AS (
    SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::date[], $7::text[],
                         $8::text[], $9::text[])
        AS arrived (bank_serial, amount_fen, payer_name, remittance_information, value_date, reference,
                    payer_account_sealed, payer_account_tail)
), added AS (
    INSERT INTO receipt (bank_serial, amount_fen, payer_name, remittance_information, value_date,
                         employer_number, recorded_at, reference, payer_account_sealed,
                         payer_account_tail)
    SELECT arrived.bank_serial, amount_fen, payer_name, trim(remittance_information), value_date,
           coalesce(list.employer_number, back.employer_number), $6,
           coalesce(list.payment_reference, back.payment_reference), payer_account_sealed, payer_account_tail
    FROM arrived LEFT JOIN remittance_list AS list ON list.payment_reference = arrived.reference
    LEFT JOIN back_payment AS back ON back.payment_reference = arrived.reference
    ORDER BY arrived.bank_serial
    ON CONFLICT (bank_serial) DO NOTHING
    RETURNING bank_serial, amount_fen, value_date, employer_number
)
SELECT gen_random_uuid() AS transfer_id, added.*,
       coalesce(employer.ledger_account_id,
                (SELECT id FROM ledger_account WHERE kind = 'unmatched_suspense')) AS suspense_id
FROM added LEFT JOIN employer ON employer.number = added.employer_number
"""
RECEIPT_TRANSFERS = """
INSERT INTO transfer (id, idempotency_key, state, business_type, reference, settled_at)
SELECT transfer_id, 'receipt:' || bank_serial, 'posted', '99', bank_serial, now()
FROM unnest($1::uuid[], $2::text[]) AS receipt (transfer_id, bank_serial)
"""
RECEIPT_ENTRIES = """
WITH receipt AS (
    SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::date[])
        AS receipt (transfer_id, suspense_id, fen, value_date)
)
INSERT INTO entry (transfer_id, ledger_account_id, amount_fen, business_type, value_date, booked_on)
SELECT transfer_id, suspense_id, fen, '99', value_date, $5::date FROM receipt
UNION ALL
SELECT transfer_id, (SELECT id FROM ledger_account WHERE kind = 'bank'), -fen, '99', value_date, $5::date
FROM receipt
"""


class Payer(NamedTuple):
    """The account that a receipt came from, where the bank named it."""

    account_sealed: str | None
    account_tail: str | None


async def record_receipts(
    connection: Connection,
    events: Sequence[ReceiptCredited],
    references: Sequence[str | None],
    payers: Sequence[Payer],
    *,
    now: datetime,
    today: date,
) -> list[asyncpg.Record]:
    """Put receipts into the ledger (暂收); return the new ones. A serial books once (R-DEP-8).

    `references` has for each receipt the payment reference of a list that its note names, `payers` the
    account that it came from.
    """
    rows = await connection.fetch(
        RECORD_RECEIPTS,
        [event.bank_serial for event in events],
        [event.amount_fen for event in events],
        [event.payer_name for event in events],
        [event.remittance_information for event in events],
        [event.value_date for event in events],
        now,
        references,
        [payer.account_sealed for payer in payers],
        [payer.account_tail for payer in payers],
    )
    if rows:
        transfers = [row["transfer_id"] for row in rows]
        await connection.execute(RECEIPT_TRANSFERS, transfers, [row["bank_serial"] for row in rows])
        await connection.execute(
            RECEIPT_ENTRIES,
            transfers,
            [row["suspense_id"] for row in rows],
            [row["amount_fen"] for row in rows],
            [row["value_date"] for row in rows],
            today,
        )
    return rows


KNOWN_RECEIPTS = """
SELECT bank_serial, amount_fen FROM receipt WHERE bank_serial = ANY($1::text[])
"""


async def recorded_amounts(connection: Connection, serials: Sequence[str]) -> dict[str, int]:
    """Return the amounts with which bank serials are in the ledger."""
    rows = await connection.fetch(KNOWN_RECEIPTS, serials)
    return {row["bank_serial"]: row["amount_fen"] for row in rows}


# Money that named a list which was taken back counts for the list that its employer made anew for the month.
WAITING = """
SELECT list.id, list.employer_number, list.month, list.head_count,
       list.employer_fen + list.employee_fen AS total_fen, receipt.bank_serial, receipt.amount_fen,
       receipt.value_date, gen_random_uuid() AS transfer_id
FROM remittance_list AS list
JOIN remittance_list AS named ON named.employer_number = list.employer_number AND named.month = list.month
JOIN receipt ON receipt.reference = named.payment_reference AND receipt.list_id IS NULL
    AND receipt.taken_fen = 0
WHERE list.id = ANY($1::uuid[]) AND list.state = 'confirmed'
ORDER BY list.id, receipt.bank_serial
FOR UPDATE OF receipt
"""
CLOSE_LISTS = """
UPDATE remittance_list AS list
SET state = 'booked', booked_at = $3, bank_serial = matched.bank_serial
FROM unnest($1::uuid[], $2::text[]) AS matched (id, bank_serial) WHERE list.id = matched.id
"""
ASSIGN_RECEIPTS = """
UPDATE receipt SET list_id = matched.id
FROM unnest($1::uuid[], $2::text[]) AS matched (id, bank_serial)
WHERE receipt.bank_serial = matched.bank_serial
"""
LIST_TRANSFERS = """
INSERT INTO transfer (id, idempotency_key, state, business_type, reference, settled_at)
SELECT transfer_id, 'list:' || list_id, 'posted', '01', list_id, now()
FROM unnest($1::uuid[], $2::uuid[]) AS list (transfer_id, list_id)
"""
LIST_ENTRIES = """
WITH booked AS (
    SELECT matched.*, list.month, employer.ledger_account_id AS suspense_id,
           list.employer_fen + list.employee_fen AS total_fen
    FROM unnest($1::uuid[], $2::uuid[], $3::date[]) AS matched (list_id, transfer_id, value_date)
    JOIN remittance_list AS list ON list.id = matched.list_id
    JOIN employer ON employer.number = list.employer_number
)
INSERT INTO entry (transfer_id, ledger_account_id, amount_fen, business_type, value_date, booked_on,
                   contribution_month)
SELECT transfer_id, suspense_id, -total_fen, '01', value_date, $4::date, NULL::date FROM booked
UNION ALL
SELECT booked.transfer_id, coalesce(anew.ledger_account_id, account.ledger_account_id),
       line.employer_fen + line.employee_fen, '01', booked.value_date, $4::date, booked.month
FROM booked
JOIN remittance_line AS line USING (list_id)
JOIN individual_account AS account ON account.number = line.account_number
LEFT JOIN individual_account AS anew ON account.state IN ('03', '04', '05')
    AND anew.person_id = account.person_id AND anew.state NOT IN ('03', '04', '05')
"""
# Whoever closed an account before the list was paid has it again, sealed, where there is no new one.
ADVANCE_ACCOUNTS = """
WITH closed AS (
    SELECT account.number FROM remittance_line AS line
    JOIN individual_account AS account ON account.number = line.account_number
    WHERE line.list_id = ANY($1::uuid[]) AND account.state IN ('03', '04', '05')
      AND NOT EXISTS (SELECT FROM individual_account AS anew WHERE anew.person_id = account.person_id
                        AND anew.state NOT IN ('03', '04', '05'))
), noted AS (
    INSERT INTO account_history (account_number, business_type, state_after, on_date, reason, actor)
    SELECT number, '01', '02', $2, '销户后清册入账', 'receipts' FROM closed
)
UPDATE individual_account AS account
SET paid_up_to = list.month,
    state = CASE WHEN closed.number IS NULL THEN account.state ELSE '02' END,
    closed_on = CASE WHEN closed.number IS NULL THEN account.closed_on END,
    sealed_on = CASE WHEN closed.number IS NULL THEN account.sealed_on
        ELSE coalesce(account.sealed_on, $2) END,
    sealed_month = CASE WHEN closed.number IS NULL THEN account.sealed_month
        ELSE coalesce(account.sealed_month, date_trunc('month', $2::date)::date) END,
    seal_reason = CASE WHEN closed.number IS NULL THEN account.seal_reason
        ELSE coalesce(account.seal_reason, 'other') END
FROM remittance_line AS line
JOIN remittance_list AS list ON list.id = line.list_id
LEFT JOIN closed ON closed.number = line.account_number
WHERE line.list_id = ANY($1::uuid[]) AND account.number = line.account_number
  AND coalesce(account.paid_up_to < list.month, true)
"""
ADVANCE_EMPLOYERS = """
UPDATE employer SET paid_up_to = list.month,
       state = CASE WHEN employer.state IN ('02', '03', '05') THEN '01' ELSE employer.state END
FROM remittance_list AS list
WHERE list.id = ANY($1::uuid[]) AND employer.number = list.employer_number
  AND coalesce(employer.paid_up_to < list.month, true)
"""


@dataclass(frozen=True)
class PaidList:
    """A list with the receipts that together equal it; its contributions count from the last of them."""

    row: asyncpg.Record
    receipts: tuple[Waiting, ...]

    @property
    def value_date(self) -> date:
        """The day on which the whole of it was there (R-INT-1)."""
        return max(one.value_date for one in self.receipts)

    @property
    def bank_serial(self) -> str:
        """Of the last receipt."""
        return max(self.receipts, key=lambda one: (one.value_date, one.bank_serial)).bank_serial


async def book_matching(
    connection: Connection, list_ids: Sequence[UUID], now: datetime, today: date
) -> list[PaidList]:
    """Book every confirmed list whose receipts together equal it to the fen (R-DEP-7, 8); return them.

    Lists, employers and accounts are locked. The number of statements does not depend on head counts.
    """
    paid = _paid(await connection.fetch(WAITING, list_ids))
    if not paid:
        return []
    assigned = [(one.row["id"], receipt.bank_serial) for one in paid for receipt in one.receipts]
    await connection.execute(ASSIGN_RECEIPTS, *map(list, zip(*assigned, strict=True)))
    await book(connection, paid, now, today)
    return paid


async def book(
    connection: Connection, paid: Sequence[PaidList], now: datetime, today: date
) -> None:
    """Book lists whose money lies in their employers' suspense, whatever the head count (R-DEP-8)."""
    lists = [one.row["id"] for one in paid]
    transfers = [one.row["transfer_id"] for one in paid]
    await connection.execute(CLOSE_LISTS, lists, [one.bank_serial for one in paid], now)
    await connection.execute(LIST_TRANSFERS, transfers, lists)
    await connection.execute(
        LIST_ENTRIES, lists, transfers, [one.value_date for one in paid], today
    )
    await connection.execute(ADVANCE_ACCOUNTS, lists, today)
    await connection.execute(ADVANCE_EMPLOYERS, lists)


def _paid(rows: Sequence[asyncpg.Record]) -> list[PaidList]:
    found: dict[UUID, tuple[asyncpg.Record, list[Waiting]]] = {}
    for row in rows:
        waiting = Waiting(row["bank_serial"], row["amount_fen"], row["value_date"])
        found.setdefault(row["id"], (row, []))[1].append(waiting)
    paid = (PaidList(row, that_equal(some, row["total_fen"])) for row, some in found.values())
    return [one for one in paid if one.receipts]


HAS_MONEY = """
SELECT EXISTS (SELECT FROM receipt JOIN remittance_list AS list ON list.payment_reference = receipt.reference
               WHERE list.id = $1 AND receipt.list_id IS NULL AND receipt.taken_fen < receipt.amount_fen)
"""


async def has_money(connection: Connection, list_id: UUID) -> bool:
    """Tell whether money that names a list waits in suspense."""
    found: bool = await connection.fetchval(HAS_MONEY, list_id)
    return found
