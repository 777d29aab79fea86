"""Vouchers (记账凭证), periods, what they rest on. A day is one statement, whatever its entries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from accounts.rules.books import (
    SUSPENSE,
    DistributionPolicy,
    Line,
    Standing,
    Subject,
    SubjectClass,
    debit,
)
from accounts.store import verifications
from shared.base.db import Connection
from shared.sealing.personal_data import PersonalData

ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtext('vouchers'))"
DAYS_WITHOUT = """
SELECT day.booked_on FROM ledger_day AS day LEFT JOIN vouchered_day AS made USING (booked_on)
WHERE made.booked_on IS NULL ORDER BY day.booked_on LIMIT $1
"""
OPEN_PERIOD = "INSERT INTO accounting_period (month) VALUES ($1) ON CONFLICT DO NOTHING"
MAKE_DAY = """
WITH moved AS (
    SELECT entry.business_type, behind.subject,
           coalesce(sum(-amount_fen) FILTER (WHERE amount_fen < 0), 0)::bigint AS debit_fen,
           coalesce(sum(amount_fen) FILTER (WHERE amount_fen > 0), 0)::bigint AS credit_fen
    FROM entry
    JOIN ledger_account AS account ON account.id = entry.ledger_account_id
    JOIN subject_of_kind AS behind ON behind.kind = account.kind
    WHERE entry.booked_on = $1
      AND NOT EXISTS (SELECT FROM voucher AS by_hand WHERE by_hand.transfer_id = entry.transfer_id)
    GROUP BY 1, 2
), made AS (
    INSERT INTO voucher (month, number, kind, booked_on, business_type, summary, made_at)
    SELECT date_trunc('month', $1::date)::date, last.number + row_number() OVER (ORDER BY business_type),
           'day', $1, business_type, '', $2
    FROM (SELECT DISTINCT business_type FROM moved) AS one,
         (SELECT coalesce(max(number), 0) AS number FROM voucher
          WHERE month = date_trunc('month', $1::date)::date) AS last
    RETURNING id, business_type
), noted AS (
    INSERT INTO vouchered_day (booked_on, made_at) VALUES ($1, $2)
)
INSERT INTO voucher_line (voucher_id, position, subject, debit_fen, credit_fen)
SELECT made.id, row_number() OVER (PARTITION BY made.id ORDER BY side.credit_fen > 0, subject), subject,
       side.debit_fen, side.credit_fen
FROM moved JOIN made USING (business_type),
     LATERAL (VALUES (moved.debit_fen, 0::bigint), (0::bigint, moved.credit_fen))
         AS side (debit_fen, credit_fen)
WHERE side.debit_fen + side.credit_fen > 0
"""


async def make_days(connection: Connection, limit: int, now: datetime) -> list[date]:
    """Make the vouchers of sealed days that have none, the oldest first; return the days."""
    await connection.execute(ONE_AT_A_TIME)
    days = [row["booked_on"] for row in await connection.fetch(DAYS_WITHOUT, limit)]
    for day in days:
        await connection.execute(OPEN_PERIOD, day.replace(day=1))
        await connection.execute(MAKE_DAY, day, now)
    return days


CHART = "SELECT code, name, class, by_hand FROM ledger_subject ORDER BY code"


async def chart(connection: Connection) -> dict[str, Subject]:
    """The chart of accounts (会计科目表), by code."""
    return {
        row["code"]: Subject(
            row["code"], row["name"], SubjectClass(row["class"]), by_hand=row["by_hand"]
        )
        for row in await connection.fetch(CHART)
    }


@dataclass(frozen=True)
class NewVoucher:
    """A voucher by hand, or of a year's closing."""

    month: date
    kind: str
    summary: str
    lines: Sequence[Line]
    signed_by: tuple[UUID, UUID]
    receipt: tuple[str, int] | None = None
    """A receipt of nobody's, by its serial, and how much of it is taken: a debit of 219, in fen."""


ADD_TRANSFER = """
INSERT INTO transfer (id, idempotency_key, state, business_type, reference, settled_at)
VALUES ($1, 'voucher:' || $1::uuid, 'posted', '99', $2, $3)
"""
ADD_ENTRIES = """
INSERT INTO entry (transfer_id, ledger_account_id, amount_fen, business_type, value_date, booked_on)
SELECT $1, account.id, wanted.fen, '99', $4, $4
FROM unnest($2::text[], $3::bigint[]) AS wanted (subject, fen)
JOIN subject_of_kind AS behind USING (subject) JOIN ledger_account AS account USING (kind)
WHERE behind.kind NOT IN ('individual', 'employer_suspense', 'loan_transit')
"""
TAKE_RECEIPT = """
WITH taken AS (
    UPDATE receipt SET taken_fen = taken_fen + $2
    WHERE bank_serial = $1 AND employer_number IS NULL AND list_id IS NULL AND loan_claim IS NULL
      AND amount_fen - taken_fen >= $2 RETURNING bank_serial
)
INSERT INTO receipt_part (id, bank_serial, transfer_id, amount_fen, allotted_at)
SELECT gen_random_uuid(), bank_serial, $3, $2, $4 FROM taken RETURNING id
"""
ADD_VOUCHER = """
INSERT INTO voucher (month, number, kind, booked_on, transfer_id, summary, proposed_by, decided_by, made_at)
SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6, $7, $8 FROM voucher WHERE month = $1
RETURNING id, number
"""
ADD_LINES = """
INSERT INTO voucher_line (voucher_id, position, subject, debit_fen, credit_fen)
SELECT $1, position, subject, debit_fen, credit_fen
FROM unnest($2::text[], $3::bigint[], $4::bigint[]) WITH ORDINALITY
    AS line (subject, debit_fen, credit_fen, position)
"""


async def post(connection: Connection, new: NewVoucher, now: datetime, today: date) -> int | None:
    """Book a voucher in the ledger and in the books; return its number in the period.

    None where the receipt that it takes is not nobody's, or has less left.
    """
    await connection.execute(ONE_AT_A_TIME)
    transfer_id = uuid4()
    lines = list(new.lines)
    await connection.execute(ADD_TRANSFER, transfer_id, new.summary, now)
    if new.receipt is not None:
        serial, fen = new.receipt
        if await connection.fetchval(TAKE_RECEIPT, serial, fen, transfer_id, now) is None:
            return None
        lines.insert(0, debit(SUSPENSE, fen))
    subjects, sums = [line.subject for line in lines], [line.credit for line in lines]
    await connection.execute(ADD_ENTRIES, transfer_id, subjects, sums, today)
    await connection.execute(OPEN_PERIOD, new.month)
    voucher = await connection.fetchrow(
        ADD_VOUCHER, new.month, new.kind, today, transfer_id, new.summary, *new.signed_by, now
    )
    assert voucher is not None
    columns = ([line.debit_fen for line in lines], [line.credit_fen for line in lines])
    await connection.execute(ADD_LINES, voucher["id"], subjects, *columns)
    number: int = voucher["number"]
    return number


COUNT_DIFFERENCES = "SELECT count(*) FROM books_difference"
LOCK_PERIOD = "SELECT state FROM accounting_period WHERE month = $1 FOR UPDATE"
STANDING = """
SELECT (SELECT count(*) FROM accounting_period WHERE month < $1 AND state = 'open') AS earlier_open,
       (SELECT count(*) FROM generate_series($1::date, ($1::date + interval '1 month' - interval '1 day'),
                                             interval '1 day') AS day
        WHERE EXISTS (SELECT FROM entry WHERE booked_on = day::date)
          AND NOT EXISTS (SELECT FROM vouchered_day WHERE booked_on = day::date))
       + (SELECT count(*) FROM ledger_day LEFT JOIN vouchered_day AS made USING (booked_on)
          WHERE ledger_day.booked_on < $1 AND made.booked_on IS NULL) AS days_without
"""


async def standing(connection: Connection, data: PersonalData, month: date) -> Standing:
    """Let nobody else close or post meanwhile; return what a period's closing rests on.

    A verification counts if the service itself wrote it: what somebody put into the table does not.
    """
    await connection.execute(ONE_AT_A_TIME)
    state = await connection.fetchval(LOCK_PERIOD, month)
    row = await connection.fetchrow(STANDING, month)
    assert row is not None
    differences: int = await connection.fetchval(COUNT_DIFFERENCES)
    verified = await verifications.last(connection, data)
    return Standing(
        closed=state == "closed",
        earlier_open=row["earlier_open"],
        days_without=row["days_without"],
        differences=differences,
        verified_on=verified.business_date if verified else None,
        found_by_verification=verified.differences if verified else 0,
    )


PERIOD_STATE = "SELECT state FROM accounting_period WHERE month = $1"


async def is_closed(connection: Connection, month: date) -> bool:
    """Whether a period takes no voucher any more."""
    return bool(await connection.fetchval(PERIOD_STATE, month) == "closed")


CLOSE = """
INSERT INTO accounting_period AS known (month, state, proposed_by, decided_by, closed_at)
VALUES ($1, 'closed', $2, $3, $4)
ON CONFLICT (month) DO UPDATE SET state = 'closed', proposed_by = $2, decided_by = $3, closed_at = $4
"""


async def close(
    connection: Connection, month: date, signed_by: tuple[UUID, UUID], now: datetime
) -> None:
    """Close a locked period for good."""
    await connection.execute(CLOSE, month, *signed_by, now)


RESULTS = """
SELECT line.subject, sum(line.credit_fen - line.debit_fen)::bigint AS fen
FROM voucher_line AS line JOIN voucher ON voucher.id = line.voucher_id
JOIN ledger_subject AS subject ON subject.code = line.subject
WHERE voucher.month <= $1 AND subject.class IN ('income', 'expense') GROUP BY 1
"""
BALANCE = """
SELECT coalesce(sum(line.credit_fen - line.debit_fen), 0)::bigint FROM voucher_line AS line
JOIN voucher ON voucher.id = line.voucher_id
WHERE voucher.month <= $1 AND line.subject = ANY($2::text[])
"""


async def results(connection: Connection, until: date) -> dict[str, int]:
    """What income and expense stand at after a month, in fen of credit, by subject."""
    return {row["subject"]: row["fen"] for row in await connection.fetch(RESULTS, until)}


async def balance(connection: Connection, subjects: Sequence[str], until: date) -> int:
    """What subjects stand at after a month, in fen of credit."""
    fen: int = await connection.fetchval(BALANCE, until, subjects)
    return fen


POLICY_ON = """
SELECT reserve_share_bp, reserve_loans_bp FROM distribution_policy
WHERE effective_from <= $1 ORDER BY effective_from DESC LIMIT 1
"""


async def distribution_policy_on(connection: Connection, day: date) -> DistributionPolicy:
    """The policy of a day."""
    row = await connection.fetchrow(POLICY_ON, day)
    assert row is not None
    return DistributionPolicy(**dict(row))


WAITING = """
SELECT (SELECT count(*) FROM ledger_day LEFT JOIN vouchered_day AS made USING (booked_on)
        WHERE made.booked_on IS NULL) AS days,
       (SELECT count(*) FROM accounting_period
        WHERE state = 'open' AND month < date_trunc('month', $1::date)) AS months
"""


async def waiting(connection: Connection, today: date) -> tuple[int, int]:
    """How many sealed days have no voucher, and how many months are over and not closed."""
    row = await connection.fetchrow(WAITING, today)
    assert row is not None
    return row["days"], row["months"]
