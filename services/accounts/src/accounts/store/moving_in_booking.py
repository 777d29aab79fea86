"""An older system's accounts booked (期初): all employers of a portion at once, a transfer for each."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID, uuid4

from accounts.store.rows import BatchRow, MovedAccountRow, MovedPersonRow, SealedRow
from shared.base.db import Connection, typed, typed_or_none

NEXT_BATCH = """
SELECT id, as_of, source, state FROM moving_in_batch
WHERE state = 'signed' ORDER BY signed_at LIMIT 1 FOR UPDATE SKIP LOCKED
"""
TAKE = """
SELECT employer_number FROM (
    SELECT employer_number, sum(people) OVER (ORDER BY employer_number) - people AS before
    FROM moving_in_control WHERE batch_id = $1 AND booked_at IS NULL AND held_why IS NULL
    ORDER BY employer_number LIMIT $2
) AS next WHERE before < $2 ORDER BY employer_number
"""
LOCK_EMPLOYERS = "SELECT FROM employer WHERE number = ANY($1::text[]) ORDER BY number FOR UPDATE"


async def next_batch(connection: Connection) -> BatchRow | None:
    """Lock the batch that is to be booked first, unless another process books it."""
    return typed_or_none(BatchRow, await connection.fetchrow(NEXT_BATCH))


async def take(connection: Connection, batch_id: UUID, people: int) -> list[str]:
    """Lock the next employers, of about so many people, at least one."""
    found = [row["employer_number"] for row in await connection.fetch(TAKE, batch_id, people)]
    await connection.execute(LOCK_EMPLOYERS, found)
    return found


BUSY = """
SELECT row.employer_number, count(*) AS people FROM moving_in_row AS row
JOIN person ON person.id_number_hash = row.id_number_hash
JOIN individual_account AS account ON account.person_id = person.id
WHERE row.batch_id = $1 AND row.employer_number = ANY($2::text[])
  AND account.state NOT IN ('03', '04', '05')
GROUP BY 1
"""
HOLD = """
UPDATE moving_in_control AS control SET held_why = held.why
FROM unnest($2::text[], $3::text[]) AS held (number, why)
WHERE control.batch_id = $1 AND control.employer_number = held.number
"""


async def busy(connection: Connection, batch_id: UUID, employers: Sequence[str]) -> dict[str, int]:
    """Count for each employer the people who have got an open account meanwhile."""
    rows = await connection.fetch(BUSY, batch_id, employers)
    return {row["employer_number"]: row["people"] for row in rows}


async def hold(connection: Connection, batch_id: UUID, why: dict[str, str]) -> None:
    """Keep why employers cannot be booked."""
    await connection.execute(HOLD, batch_id, list(why), list(why.values()))


PEOPLE = """
SELECT file_id, row_number, person_sealed, id_number_hash, base_fen, opened_on
FROM moving_in_row WHERE batch_id = $1 AND employer_number = ANY($2::text[])
ORDER BY employer_number, file_id, row_number
"""


async def people(
    connection: Connection, batch_id: UUID, employers: Sequence[str]
) -> list[MovedPersonRow]:
    """Return the people of employers, sealed."""
    return typed(MovedPersonRow, await connection.fetch(PEOPLE, batch_id, employers))


# Interest runs from the day of moving in: what was due before is in the balance.
OPEN = """
WITH wanted AS (
    SELECT '3714' || nextval('account_number')::text AS number, row.file_id, row.row_number,
           person.id AS person_id, row.employer_number, row.base_fen, row.opened_on, person.name_sealed,
           person.id_number_sealed,
           person.id_number_hash, person.phone_sealed, person.phone_hash, person.id_type
    FROM (SELECT * FROM moving_in_row WHERE batch_id = $1 AND employer_number = ANY($2::text[])
          ORDER BY employer_number, file_id, row_number) AS row
    JOIN person USING (id_number_hash)
), ledger AS (
    INSERT INTO ledger_account (kind, number) SELECT 'individual', number FROM wanted RETURNING id, number
), opened AS (
    INSERT INTO individual_account (number, person_id, employer_number, ledger_account_id, state, base_fen,
                                    opened_on, interest_from, entered_on)
    SELECT wanted.number, person_id, employer_number, ledger.id, '01', base_fen, opened_on,
           greatest(opened_on, $3::date), $4
    FROM wanted JOIN ledger USING (number) RETURNING number
), noted AS (
    INSERT INTO account_history (account_number, business_type, state_after, on_date, reason, actor)
    SELECT number, '03', '01', opened_on, '期初移入', $5 FROM wanted
), kept AS (
    UPDATE moving_in_row AS row SET account_number = wanted.number, person_sealed = ''
    FROM wanted WHERE (row.file_id, row.row_number) = (wanted.file_id, wanted.row_number)
)
SELECT number, person_id, employer_number, opened_on, base_fen, name_sealed, id_number_sealed, id_number_hash,
       phone_sealed, phone_hash, id_type
FROM wanted JOIN opened USING (number) ORDER BY number
"""


async def open_accounts(
    connection: Connection,
    batch: BatchRow,
    employers: Sequence[str],
    today: date,
    actor: str,
) -> list[MovedAccountRow]:
    """Open the accounts of employers whose people are added and locked."""
    rows = await connection.fetch(OPEN, batch["id"], employers, batch["as_of"], today, actor)
    return typed(MovedAccountRow, rows)


SEAL = """
WITH wanted AS (
    SELECT account_number AS number, seal_reason, sealed_on,
           (paid_up_to + interval '1 month')::date AS sealed_month
    FROM moving_in_row
    WHERE batch_id = $1 AND employer_number = ANY($2::text[]) AND sealed_on IS NOT NULL
), changed AS (
    UPDATE individual_account AS account
    SET state = '02', seal_reason = wanted.seal_reason, sealed_on = wanted.sealed_on,
        sealed_month = wanted.sealed_month
    FROM wanted WHERE account.number = wanted.number
    RETURNING account.number, account.person_id, account.seal_reason, account.sealed_on, account.sealed_month,
              account.paid_up_to
), noted AS (
    INSERT INTO account_history (account_number, business_type, state_after, on_date, reason, actor)
    SELECT number, '05', '02', sealed_on, seal_reason, $3 FROM wanted
)
SELECT * FROM changed ORDER BY number
"""


async def seal(
    connection: Connection, batch_id: UUID, employers: Sequence[str], actor: str
) -> list[SealedRow]:
    """Seal the accounts that were sealed before (封存)."""
    return typed(SealedRow, await connection.fetch(SEAL, batch_id, employers, actor))


BOOKS = """
WITH summed AS (
    SELECT employer_number, count(*) AS people, sum(carried_fen + year_fen + interest_fen)::bigint AS fen
    FROM moving_in_row
    WHERE batch_id = $1 AND employer_number = ANY($2::text[]) AND carried_fen + year_fen + interest_fen > 0
    GROUP BY 1
), named AS (
    SELECT summed.*, new.id, new.transfer_id FROM summed
    JOIN unnest($2::text[], $3::uuid[], $4::uuid[]) AS new (employer_number, id, transfer_id)
         USING (employer_number)
), opened AS (
    INSERT INTO transfer (id, idempotency_key, state, business_type, reference, settled_at)
    SELECT transfer_id, 'moving-in:' || id::text, 'posted', '77', employer_number, now() FROM named
    RETURNING id
)
INSERT INTO moving_in (id, employer_number, as_of, head_count, total_fen, source, maker_id, checker_id,
                       transfer_id, booked_at, batch_id)
SELECT named.id, employer_number, batch.as_of, people, fen, batch.source, batch.maker_id, batch.checker_id,
       transfer_id, $5, batch.id
FROM named JOIN opened ON opened.id = named.transfer_id JOIN moving_in_batch AS batch ON batch.id = $1
"""
LINES = """
INSERT INTO moving_in_line (account_number, moving_in_id, balance_fen, paid_up_to)
SELECT row.account_number, moved.id, carried_fen + year_fen + interest_fen, row.paid_up_to
FROM moving_in_row AS row
JOIN moving_in AS moved ON (moved.batch_id, moved.employer_number) = (row.batch_id, row.employer_number)
WHERE row.batch_id = $1 AND row.employer_number = ANY($2::text[])
  AND carried_fen + year_fen + interest_fen > 0
"""
POST = """
WITH moved AS (
    SELECT id, transfer_id, as_of, total_fen FROM moving_in
    WHERE batch_id = $1 AND employer_number = ANY($2::text[])
)
INSERT INTO entry (transfer_id, ledger_account_id, amount_fen, business_type, value_date, booked_on)
SELECT transfer_id, account.ledger_account_id, line.balance_fen, '77', as_of, $3::date
FROM moved JOIN moving_in_line AS line ON line.moving_in_id = moved.id
JOIN individual_account AS account ON account.number = line.account_number
UNION ALL
SELECT transfer_id, (SELECT id FROM ledger_account WHERE kind = 'opening_balance'), -total_fen, '77', as_of,
       $3
FROM moved
"""
# What was contributed before is not owed here.
ADVANCE_ACCOUNTS = """
WITH row AS (
    SELECT account_number, paid_up_to, (paid_up_to + interval '1 month')::date AS following,
           sealed_on IS NOT NULL AS is_sealed
    FROM moving_in_row WHERE batch_id = $1 AND employer_number = ANY($2::text[])
), begun AS (
    UPDATE contribution_period AS period
    SET from_month = greatest(period.from_month, row.following),
        until_month = CASE WHEN row.is_sealed THEN greatest(period.from_month, row.following) END
    FROM row WHERE period.account_number = row.account_number
)
UPDATE individual_account AS account SET paid_up_to = row.paid_up_to
FROM row WHERE account.number = row.account_number
"""
ADVANCE_EMPLOYERS = """
UPDATE employer SET state = '01', paid_up_to = greatest(employer.paid_up_to, moved.paid_up_to)
FROM (SELECT employer_number, max(paid_up_to) AS paid_up_to FROM moving_in_row
      WHERE batch_id = $1 AND employer_number = ANY($2::text[]) GROUP BY 1) AS moved
WHERE employer.number = moved.employer_number
"""
BOOKED = """
UPDATE moving_in_control SET booked_at = $3 WHERE batch_id = $1 AND employer_number = ANY($2::text[])
"""


async def book(
    connection: Connection,
    batch_id: UUID,
    employers: Sequence[str],
    now: datetime,
    today: date,
) -> None:
    """Book the opening entries of employers whose accounts are open."""
    ids = [uuid4() for _ in employers]
    transfers = [uuid4() for _ in employers]
    await connection.execute(BOOKS, batch_id, employers, ids, transfers, now)
    await connection.execute(LINES, batch_id, employers)
    await connection.execute(POST, batch_id, employers, today)
    await connection.execute(ADVANCE_ACCOUNTS, batch_id, employers)
    await connection.execute(ADVANCE_EMPLOYERS, batch_id, employers)
    await connection.execute(BOOKED, batch_id, employers, now)


END = """
UPDATE moving_in_batch SET state = 'booked', ended_at = $2
WHERE id = $1 AND NOT EXISTS (SELECT FROM moving_in_control WHERE batch_id = $1 AND booked_at IS NULL)
"""
FORGET_PIECES = """
DELETE FROM moving_in_piece USING moving_in_file AS file, moving_in_batch AS batch
WHERE file.id = moving_in_piece.file_id AND batch.id = file.batch_id AND batch.id = $1
  AND batch.state = 'booked'
"""


async def end(connection: Connection, batch_id: UUID, now: datetime) -> None:
    """End a batch of which every employer is booked; its files are deleted, what was read of them stays."""
    await connection.execute(END, batch_id, now)
    await connection.execute(FORGET_PIECES, batch_id)
