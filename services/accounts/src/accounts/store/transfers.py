"""Same-city transfers: asked, answered, and the account moved between two employers' books. Set-based."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from accounts.rules.transfer import NewTransfer, Term
from accounts.store.rows import OwnedRow, TransferRow
from shared.base.db import Connection, Pool, typed, typed_or_none

TERM = """
SELECT consent_days, release_working_days FROM transfer_policy
WHERE effective_from <= $1 ORDER BY effective_from DESC LIMIT 1
"""


async def term_on(connection: Connection, day: date) -> Term:
    """Return how long person and former employer have, by the policy of a day."""
    row = await connection.fetchrow(TERM, day)
    assert row is not None
    return Term(**dict(row))


ACCOUNT_OF = """
SELECT account.number, account.employer_number, account.person_id, person.name_sealed
FROM person JOIN individual_account AS account ON account.person_id = person.id
WHERE person.id_number_hash = $1 AND account.state NOT IN ('03', '04', '05')
"""


async def account_of(connection: Connection, id_number_hash: str) -> OwnedRow | None:
    """Return the open account of a document's owner, with the sealed name."""
    return typed_or_none(OwnedRow, await connection.fetchrow(ACCOUNT_OF, id_number_hash))


ASK = """
INSERT INTO account_transfer (id, account_number, person_id, from_employer, to_employer, first_month,
                              base_fen, state, asked_by, asked_at, consent_by, release_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, 'asked', $8, $9, $10, $11)
ON CONFLICT (account_number) WHERE state IN ('asked', 'consented') DO NOTHING RETURNING id
"""


async def ask(connection: Connection, new: NewTransfer) -> bool:
    """Keep a request; False where another one is open for the account."""
    values = (
        new.id, new.account_number, new.person_id, new.from_employer, new.to_employer, new.first_month,
        new.base_fen, new.asked_by, new.asked_at, new.consent_by, new.release_by,
    )  # fmt: skip
    return await connection.fetchval(ASK, *values) is not None


READ = """
SELECT moved.*, giving.name AS from_name, taking.name AS to_name
FROM account_transfer AS moved
JOIN employer AS giving ON giving.number = moved.from_employer
JOIN employer AS taking ON taking.number = moved.to_employer
"""
ONE = READ + "WHERE moved.id = $1"
LOCK = ONE + " FOR UPDATE OF moved"
OF_EMPLOYER = (
    READ
    + "WHERE $1 IN (moved.from_employer, moved.to_employer) ORDER BY moved.asked_at DESC LIMIT $2"
)
OF_PERSON = READ + "WHERE moved.person_id = $1 ORDER BY moved.asked_at DESC LIMIT $2"


async def lock(connection: Connection, transfer_id: UUID) -> TransferRow | None:
    """Lock one that is about to be answered."""
    return typed_or_none(TransferRow, await connection.fetchrow(LOCK, transfer_id))


async def read(connection: Connection | Pool, transfer_id: UUID) -> TransferRow | None:
    """Read one."""
    return typed_or_none(TransferRow, await connection.fetchrow(ONE, transfer_id))


async def of_employer(pool: Pool, number: str, limit: int) -> list[TransferRow]:
    """Return what an employer gives and takes, latest first."""
    return typed(TransferRow, await pool.fetch(OF_EMPLOYER, number, limit))


async def of_person(pool: Pool, person_id: UUID, limit: int) -> list[TransferRow]:
    """Return a person's transfers, latest first."""
    return typed(TransferRow, await pool.fetch(OF_PERSON, person_id, limit))


CONSENT = "UPDATE account_transfer SET state = 'consented', consented_at = $2 WHERE id = $1"
END = "UPDATE account_transfer SET state = $2, ended_at = $3 WHERE id = $1"


async def consent(connection: Connection, transfer_id: UUID, now: datetime) -> None:
    """Note that the person agrees."""
    await connection.execute(CONSENT, transfer_id, now)


async def end(connection: Connection, transfer_id: UUID, state: str, now: datetime) -> None:
    """Write down how it ended."""
    await connection.execute(END, transfer_id, state, now)


EXPIRE = """
UPDATE account_transfer SET state = 'expired', ended_at = $2
WHERE state = 'asked' AND consent_by < $1 RETURNING id
"""
READY = """
SELECT moved.id FROM account_transfer AS moved
JOIN individual_account AS account ON account.number = moved.account_number
WHERE moved.state = 'consented'
  AND (account.state IN ('02', '03', '04', '05') OR account.employer_number <> moved.from_employer)
ORDER BY moved.id LIMIT $1
"""


async def expire(connection: Connection, today: date, now: datetime) -> int:
    """End what the person did not answer in time; return how many."""
    return len(await connection.fetch(EXPIRE, today, now))


async def ready(pool: Pool, limit: int) -> list[UUID]:
    """Return transfers that the person agreed to and whose account is not in contribution any more."""
    return [row["id"] for row in await pool.fetch(READY, limit)]


FIRST_MONTH = """
UPDATE account_transfer AS moved
SET first_month = greatest(moved.first_month, account.sealed_month,
                           (account.paid_up_to + interval '1 month')::date)
FROM individual_account AS account WHERE account.number = moved.account_number AND moved.id = $1
RETURNING moved.first_month
"""
MOVE = """
WITH moved AS (SELECT * FROM account_transfer WHERE id = ANY($1::uuid[])), account AS (
    UPDATE individual_account AS account
    SET employer_number = moved.to_employer, state = '01', sealed_on = NULL, sealed_month = NULL,
        seal_reason = NULL, unsealed_month = moved.first_month
    FROM moved WHERE account.number = moved.account_number
    RETURNING account.number, account.ledger_account_id
), period AS (
    INSERT INTO contribution_period (account_number, from_month, employer_number)
    SELECT account_number, first_month, to_employer FROM moved
    ON CONFLICT (account_number, from_month)
        DO UPDATE SET until_month = NULL, employer_number = excluded.employer_number
), base AS (
    INSERT INTO base_change (account_number, effective_month, base_fen, reason, actor, changed_at)
    SELECT account_number, first_month, base_fen, '同城转移', asked_by, $3 FROM moved
    ON CONFLICT (account_number, effective_month) DO UPDATE
        SET base_fen = excluded.base_fen, reason = excluded.reason, actor = excluded.actor,
            changed_at = excluded.changed_at
), history AS (
    INSERT INTO account_history (account_number, business_type, state_after, on_date, reason, actor)
    SELECT account_number, '06', '01', $2, from_employer || ' → ' || to_employer, $4 FROM moved
), balance AS (
    SELECT account.number, ledger.posted_fen, coalesce((SELECT max(entry.id) FROM entry
               WHERE entry.ledger_account_id = account.ledger_account_id), 0) AS last_entry_id
    FROM account JOIN ledger_balance AS ledger USING (ledger_account_id)
)
INSERT INTO employer_movement (account_transfer_id, employer_number, account_number, amount_fen,
                               last_entry_id, booked_on)
SELECT moved.id, side.number, moved.account_number, side.sign * balance.posted_fen, balance.last_entry_id, $2
FROM moved JOIN balance ON balance.number = moved.account_number,
     LATERAL (VALUES (moved.from_employer, -1), (moved.to_employer, 1)) AS side (number, sign)
"""


async def move(
    connection: Connection, transfer_id: UUID, *, today: date, now: datetime, actor: str
) -> date:
    """Move a locked account, and its balance between the books of both employers (R-TRF-2).

    Returns the first month at the new one, later than asked for where the former one seals or books later.
    """
    month: date = await connection.fetchval(FIRST_MONTH, transfer_id)
    await connection.execute(MOVE, [transfer_id], today, now, actor)
    return month


OPEN_OF = """
SELECT DISTINCT account_number FROM account_transfer
WHERE account_number = ANY($1::text[]) AND state IN ('asked', 'consented')
"""


async def open_of(connection: Connection, numbers: Sequence[str]) -> set[str]:
    """Return which accounts have a transfer that has not ended."""
    return {row["account_number"] for row in await connection.fetch(OPEN_OF, numbers)}
