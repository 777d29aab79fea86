"""Employers, persons and individual accounts: registered, opened, sealed, unsealed, frozen. Set-based."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import asyncpg

from shared.db import Connection

ADD_EMPLOYER = """
WITH numbered AS (SELECT nextval('employer_number')::text AS number),
ledger AS (
    INSERT INTO ledger_account (kind, number) SELECT 'employer_suspense', number FROM numbered
    RETURNING id, number
), balance AS (
    INSERT INTO ledger_balance (ledger_account_id, may_be_negative) SELECT id, false FROM ledger
)
INSERT INTO employer (number, name, social_credit_code, state, payday, employer_ratio_bp,
                      employee_ratio_bp, operator_name_sealed, operator_id_number_sealed,
                      operator_phone_sealed, registered_on, ledger_account_id)
SELECT ledger.number, $1, $2, '02', $3, $4, $5, $6, $7, $8, $9, ledger.id FROM ledger
RETURNING number
"""


@dataclass(frozen=True)
class NewEmployer:
    """An employer to be registered."""

    name: str
    social_credit_code: str
    payday: int
    employer_ratio_bp: int
    employee_ratio_bp: int
    operator_name_sealed: str
    operator_id_number_sealed: str
    operator_phone_sealed: str
    registered_on: date


async def add_employer(connection: Connection, new: NewEmployer) -> str:
    """Register an employer; return its number (单位账号)."""
    number: str = await connection.fetchval(
        ADD_EMPLOYER,
        new.name,
        new.social_credit_code,
        new.payday,
        new.employer_ratio_bp,
        new.employee_ratio_bp,
        new.operator_name_sealed,
        new.operator_id_number_sealed,
        new.operator_phone_sealed,
        new.registered_on,
    )
    return number


SIGN_AGREEMENT = """
UPDATE employer
SET agreement_version = $2, agreement_signed_on = $3, agreement_revoked_on = NULL WHERE number = $1
"""
REVOKE_AGREEMENT = "UPDATE employer SET agreement_revoked_on = $2 WHERE number = $1"


async def sign_agreement(connection: Connection, number: str, version: str, on: date) -> None:
    """Record the online agreement (网上业务协议)."""
    await connection.execute(SIGN_AGREEMENT, number, version, on)


async def revoke_agreement(connection: Connection, number: str, on: date) -> None:
    """End the online agreement; what was confirmed before still completes (R-ACC-9)."""
    await connection.execute(REVOKE_AGREEMENT, number, on)


@dataclass(frozen=True)
class NewPerson:
    """A person whose account is to be opened; sealed, with look-up hashes."""

    person_id: UUID
    name_sealed: str
    id_number_sealed: str
    id_number_hash: str
    id_number_tail: str
    phone_sealed: str
    phone_hash: str
    base_fen: int
    opened_on: date


ADD_PERSONS = """
INSERT INTO person (id, name_sealed, id_number_sealed, id_number_hash, id_number_tail, phone_sealed,
                    phone_hash)
SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
                     $7::text[])
ON CONFLICT (id_number_hash) DO NOTHING
"""
PERSONS_WITH_OPEN_ACCOUNT = """
SELECT person.id_number_hash FROM person
JOIN individual_account AS account ON account.person_id = person.id
WHERE person.id_number_hash = ANY($1::text[]) AND account.state NOT IN ('03', '04', '05')
"""
OPEN_ACCOUNTS = """
WITH wanted AS (
    SELECT '3714' || nextval('account_number')::text AS number, person.id AS person_id, base_fen,
           opened_on, person.name_sealed, person.id_number_sealed, person.id_number_hash,
           person.phone_sealed, person.phone_hash
    FROM unnest($1::text[], $2::bigint[], $3::date[]) WITH ORDINALITY
        AS wanted (id_number_hash, base_fen, opened_on, position)
    JOIN person USING (id_number_hash)
    ORDER BY position
), ledger AS (
    INSERT INTO ledger_account (kind, number) SELECT 'individual', number FROM wanted
    RETURNING id, number
), balance AS (
    INSERT INTO ledger_balance (ledger_account_id, may_be_negative) SELECT id, false FROM ledger
), opened AS (
    INSERT INTO individual_account (number, person_id, employer_number, ledger_account_id, state,
                                    base_fen, opened_on, interest_from)
    SELECT wanted.number, person_id, $4, ledger.id, '01', base_fen, opened_on, opened_on
    FROM wanted JOIN ledger USING (number)
    RETURNING number
), noted AS (
    INSERT INTO account_history (account_number, business_type, state_after, on_date, actor)
    SELECT wanted.number, '03', '01', opened_on, $5 FROM wanted
)
SELECT wanted.* FROM wanted JOIN opened USING (number) ORDER BY number
"""


async def open_accounts(
    connection: Connection, employer_number: str, new: Sequence[NewPerson], actor: str
) -> list[asyncpg.Record]:
    """Open accounts for persons, known or new; return them in the order given."""
    await connection.execute(
        ADD_PERSONS,
        [person.person_id for person in new],
        [person.name_sealed for person in new],
        [person.id_number_sealed for person in new],
        [person.id_number_hash for person in new],
        [person.id_number_tail for person in new],
        [person.phone_sealed for person in new],
        [person.phone_hash for person in new],
    )
    return await connection.fetch(
        OPEN_ACCOUNTS,
        [person.id_number_hash for person in new],
        [person.base_fen for person in new],
        [person.opened_on for person in new],
        employer_number,
        actor,
    )


async def with_open_account(connection: Connection, id_number_hashes: Sequence[str]) -> set[str]:
    """Return those of the ID hashes that have an open account already (R-ACC-8)."""
    rows = await connection.fetch(PERSONS_WITH_OPEN_ACCOUNT, id_number_hashes)
    return {row["id_number_hash"] for row in rows}


LOCK_ACCOUNTS = """
SELECT account.number, account.person_id, account.employer_number, account.state,
       account.state_before_freeze, account.opened_on, account.paid_up_to, account.sealed_on,
       balance.frozen_fen,
       EXISTS (SELECT FROM remittance_line AS line JOIN remittance_list AS list ON list.id = line.list_id
               WHERE line.account_number = account.number AND list.state = 'confirmed') AS in_confirmed_list
FROM individual_account AS account JOIN ledger_balance AS balance USING (ledger_account_id)
WHERE account.number = ANY($1::text[])
ORDER BY account.number FOR UPDATE OF account
"""


async def lock_accounts(
    connection: Connection, numbers: Sequence[str]
) -> dict[str, asyncpg.Record]:
    """Lock accounts by number, in sorted order."""
    rows = await connection.fetch(LOCK_ACCOUNTS, numbers)
    return {row["number"]: row for row in rows}


SEAL = """
WITH wanted AS (
    SELECT * FROM unnest($1::text[], $2::text[], $3::date[], $4::text[])
        AS wanted (number, reason, sealed_on, evidence)
), changed AS (
    UPDATE individual_account AS account
    SET state = '02', seal_reason = wanted.reason, sealed_on = wanted.sealed_on
    FROM wanted WHERE account.number = wanted.number
)
INSERT INTO account_history (account_number, business_type, state_after, on_date, reason, evidence, actor)
SELECT number, '05', '02', sealed_on, reason, evidence, $5 FROM wanted
"""
UNSEAL = """
WITH wanted AS (
    SELECT * FROM unnest($1::text[], $2::date[]) AS wanted (number, month)
), changed AS (
    UPDATE individual_account AS account
    SET state = '01', seal_reason = NULL, sealed_on = NULL, unsealed_month = wanted.month
    FROM wanted WHERE account.number = wanted.number
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


async def seal(
    connection: Connection, items: Sequence[tuple[str, str, date, str]], actor: str
) -> None:
    """Seal accounts: `(number, reason, sealed on, evidence)` each (R-SEAL-3)."""
    numbers, reasons, days, evidence = zip(*items, strict=True)
    await connection.execute(SEAL, numbers, reasons, days, evidence, actor)


async def unseal(
    connection: Connection, items: Sequence[tuple[str, date]], today: date, actor: str
) -> None:
    """Unseal accounts: `(number, first of the month from which contributions resume)` each."""
    numbers, months = zip(*items, strict=True)
    await connection.execute(UNSEAL, numbers, months, today, actor)


async def freeze(
    connection: Connection, number: str, today: date, reason: str, actor: str
) -> None:
    """Freeze an account (冻结): nothing leaves it."""
    await connection.execute(FREEZE, number, today, reason, actor)


async def unfreeze(
    connection: Connection, number: str, today: date, reason: str, actor: str
) -> None:
    """Lift a freeze (解冻); the state before it comes back."""
    await connection.execute(UNFREEZE, number, today, reason, actor)
