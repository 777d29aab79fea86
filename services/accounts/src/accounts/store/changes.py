"""Changes of accounts besides money: sealed, unsealed, frozen, another base. Set-based."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from accounts.store.rows import AccountRow
from shared.base.db import Connection, typed

ACCOUNTS = """
SELECT account.number, account.person_id, account.employer_number, account.state,
       account.opened_on, account.paid_up_to, balance.frozen_fen,
       (SELECT max(list.month) FROM remittance_line AS line
        JOIN remittance_list AS list ON list.id = line.list_id
        WHERE line.account_number = account.number AND list.state = 'confirmed') AS frozen_month
FROM individual_account AS account JOIN ledger_balance AS balance USING (ledger_account_id)
WHERE account.number = ANY($1::text[])
"""
EMPLOYERS_OF = """
SELECT DISTINCT employer_number FROM individual_account WHERE number = ANY($1::text[])
"""
LOCK_ROWS = """
SELECT number FROM individual_account WHERE number = ANY($1::text[]) ORDER BY number FOR UPDATE
"""


async def employers_of(connection: Connection, numbers: Sequence[str]) -> list[str]:
    """Return the employers of accounts."""
    rows = await connection.fetch(EMPLOYERS_OF, numbers)
    return [row["employer_number"] for row in rows]


async def lock_accounts(connection: Connection, numbers: Sequence[str]) -> dict[str, AccountRow]:
    """Lock accounts in sorted order, then read what stands once the locks are held."""
    await connection.execute(LOCK_ROWS, numbers)
    rows = typed(AccountRow, await connection.fetch(ACCOUNTS, numbers))
    return {row["number"]: row for row in rows}


SEAL = """
WITH wanted AS (
    SELECT * FROM unnest($1::text[], $2::text[], $3::date[], $4::date[], $5::text[])
        AS wanted (number, reason, sealed_on, sealed_month, evidence)
), changed AS (
    UPDATE individual_account AS account
    SET state = '02', seal_reason = wanted.reason, sealed_on = wanted.sealed_on,
        sealed_month = wanted.sealed_month
    FROM wanted WHERE account.number = wanted.number
), ended AS (
    UPDATE contribution_period AS period
    SET until_month = greatest(period.from_month, wanted.sealed_month)
    FROM wanted WHERE period.account_number = wanted.number AND period.until_month IS NULL
), answered AS (
    UPDATE seal_request SET state = 'done', ended_at = $7
    FROM wanted WHERE seal_request.account_number = wanted.number AND seal_request.state = 'open'
)
INSERT INTO account_history (account_number, business_type, state_after, on_date, reason, evidence, actor)
SELECT number, '05', '02', sealed_on, reason, evidence, $6 FROM wanted
"""
UNSEAL = """
WITH wanted AS (
    SELECT * FROM unnest($1::text[], $2::date[]) AS wanted (number, month)
), changed AS (
    UPDATE individual_account AS account
    SET state = '01', seal_reason = NULL, sealed_on = NULL, sealed_month = NULL,
        unsealed_month = wanted.month
    FROM wanted WHERE account.number = wanted.number
), last AS (
    SELECT number, month, max(period.from_month) AS from_month, max(period.until_month) AS until_month
    FROM wanted LEFT JOIN contribution_period AS period ON period.account_number = number
    GROUP BY number, month
), resumed AS (
    INSERT INTO contribution_period (account_number, from_month, employer_number)
    SELECT number, CASE WHEN month <= until_month THEN last.from_month ELSE month END, employer_number
    FROM last JOIN individual_account USING (number)
    ON CONFLICT (account_number, from_month) DO UPDATE SET until_month = NULL
)
INSERT INTO account_history (account_number, business_type, state_after, on_date, reason, actor)
SELECT number, '04', '01', $3, to_char(month, 'YYYY-MM'), $4 FROM wanted
"""
FREEZE = """
WITH changed AS (
    UPDATE individual_account SET state_before_freeze = state, state = '06' WHERE number = $1
)
INSERT INTO account_history (account_number, business_type, state_after, on_date, reason, actor)
VALUES ($1, '14', '06', $2, $3, $4)
"""
UNFREEZE = """
WITH changed AS (
    UPDATE individual_account SET state = state_before_freeze, state_before_freeze = NULL
    WHERE number = $1 RETURNING state
)
INSERT INTO account_history (account_number, business_type, state_after, on_date, reason, actor)
SELECT $1, '15', state, $2, $3, $4 FROM changed
"""


@dataclass(frozen=True)
class Seal:
    """One account to be sealed, checked."""

    account_number: str
    reason: str
    sealed_on: date
    from_month: date
    evidence: str
    months_behind: int = 0
    """How many months before the seal are not contributed (R-SEAL-4)."""


async def seal(connection: Connection, items: Sequence[Seal], actor: str, now: datetime) -> None:
    """Seal accounts (R-SEAL-3); what their owners asked for is done by it (R-SEAL-7)."""
    await connection.execute(
        SEAL,
        [item.account_number for item in items],
        [item.reason for item in items],
        [item.sealed_on for item in items],
        [item.from_month for item in items],
        [item.evidence for item in items],
        actor,
        now,
    )


async def unseal(
    connection: Connection, items: Sequence[tuple[str, date]], today: date, actor: str
) -> None:
    """Unseal accounts: `(number, first of the month from which contributions resume)` each."""
    numbers, months = zip(*items, strict=True)
    await connection.execute(UNSEAL, numbers, months, today, actor)


async def freeze(connection: Connection, number: str, today: date, reason: str, actor: str) -> None:
    """Freeze an account (冻结): nothing leaves it."""
    await connection.execute(FREEZE, number, today, reason, actor)


async def unfreeze(
    connection: Connection, number: str, today: date, reason: str, actor: str
) -> None:
    """Lift a freeze (解冻); the state before it comes back."""
    await connection.execute(UNFREEZE, number, today, reason, actor)


CHANGE_BASES = """
WITH wanted AS (
    SELECT * FROM unnest($1::text[], $2::date[], $3::bigint[], $4::text[])
        AS wanted (number, month, base_fen, reason)
), changed AS (
    INSERT INTO base_change (account_number, effective_month, base_fen, reason, actor, changed_at)
    SELECT number, month, base_fen, reason, $5, $6 FROM wanted
    ON CONFLICT (account_number, effective_month) DO UPDATE
        SET base_fen = excluded.base_fen, reason = excluded.reason, actor = excluded.actor,
            changed_at = excluded.changed_at
)
INSERT INTO account_history (account_number, business_type, state_after, on_date, reason, actor)
SELECT number, '10', account.state, $7, to_char(month, 'YYYY-MM') || ' ' || wanted.base_fen, $5
FROM wanted JOIN individual_account AS account USING (number)
"""


@dataclass(frozen=True)
class NewBase:
    """A contribution base from a month on."""

    account_number: str
    month: date
    base_fen: int
    reason: str


async def change_bases(
    connection: Connection, items: Sequence[NewBase], actor: str, now: datetime, today: date
) -> None:
    """Set bases from a month on (R-CHG-2)."""
    await connection.execute(
        CHANGE_BASES,
        [item.account_number for item in items],
        [item.month for item in items],
        [item.base_fen for item in items],
        [item.reason for item in items],
        actor,
        now,
        today,
    )


OWNERS_OF = "SELECT DISTINCT person_id FROM individual_account WHERE number = ANY($1::text[])"


async def owners_of(connection: Connection, numbers: Sequence[str]) -> set[UUID]:
    """Return whose accounts these are."""
    return {row["person_id"] for row in await connection.fetch(OWNERS_OF, numbers)}


BALANCE_OF = """
SELECT balance.posted_fen FROM individual_account AS account
JOIN ledger_balance AS balance USING (ledger_account_id) WHERE account.number = $1
"""


async def balance_of(connection: Connection, number: str) -> int:
    """Return the balance of an account, in fen."""
    fen: int = await connection.fetchval(BALANCE_OF, number)
    return fen
