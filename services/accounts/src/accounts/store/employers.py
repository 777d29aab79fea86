"""Employers, their agreements and the individual accounts that they open. Set-based."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from accounts.domain import NewEmployer
from accounts.store.rows import EmployerRow, OpenedRow
from shared.base.db import Connection, typed

ADD_EMPLOYER = """
WITH numbered AS (SELECT nextval('employer_number')::text AS number),
ledger AS (
    INSERT INTO ledger_account (kind, number) SELECT 'employer_suspense', number FROM numbered
    RETURNING id, number
)
INSERT INTO employer (number, name, social_credit_code, state, payday, employer_ratio_bp,
                      employee_ratio_bp, operator_name_sealed, operator_id_number_sealed,
                      operator_phone_sealed, registered_on, ledger_account_id, set_up_on)
SELECT ledger.number, $1, $2, '02', $3, $4, $5, $6, $7, $8, $9, ledger.id, $10 FROM ledger
RETURNING number
"""


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
        new.set_up_on,
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
    id_type: str
    id_number_sealed: str
    id_number_hash: str
    id_number_tail: str
    phone_sealed: str
    phone_hash: str
    base_fen: int
    opened_on: date
    phone_tail: str = ""


ADD_PERSONS = """
INSERT INTO person (id, name_sealed, id_number_sealed, id_number_hash, id_number_tail, phone_sealed,
                    phone_hash, id_type)
SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
                     $7::text[], $8::text[])
    AS new (id, name, id_number, id_number_hash, id_number_tail, phone, phone_hash, id_type)
ORDER BY id_number_hash
ON CONFLICT (id_number_hash) DO NOTHING
"""
LOCK_PERSONS = """
SELECT id FROM person WHERE id_number_hash = ANY($1::text[]) ORDER BY id_number_hash FOR UPDATE
"""
PERSONS_WITH_OPEN_ACCOUNT = """
SELECT person.id_number_hash FROM person
JOIN individual_account AS account ON account.person_id = person.id
WHERE person.id_number_hash = ANY($1::text[]) AND account.state NOT IN ('03', '04', '05')
UNION
SELECT person.id_number_hash FROM person JOIN account_merge AS merged ON merged.goes_person = person.id
WHERE person.id_number_hash = ANY($1::text[]) AND merged.state = 'merged'
"""
OPEN_ACCOUNTS = """
WITH wanted AS (
    SELECT '3714' || nextval('account_number')::text AS number, person.id AS person_id, base_fen,
           opened_on, person.name_sealed, person.id_number_sealed, person.id_number_hash,
           person.phone_sealed, person.phone_hash, person.id_type
    FROM unnest($1::text[], $2::bigint[], $3::date[]) WITH ORDINALITY
        AS wanted (id_number_hash, base_fen, opened_on, position)
    JOIN person USING (id_number_hash)
    ORDER BY position
), ledger AS (
    INSERT INTO ledger_account (kind, number) SELECT 'individual', number FROM wanted
    RETURNING id, number
), opened AS (
    INSERT INTO individual_account (number, person_id, employer_number, ledger_account_id, state,
                                    base_fen, opened_on, interest_from, entered_on)
    SELECT wanted.number, person_id, $4, ledger.id, '01', base_fen, opened_on, opened_on, $6
    FROM wanted JOIN ledger USING (number)
    RETURNING number
), noted AS (
    INSERT INTO account_history (account_number, business_type, state_after, on_date, actor)
    SELECT wanted.number, '03', '01', opened_on, $5 FROM wanted
)
SELECT wanted.* FROM wanted JOIN opened USING (number) ORDER BY number
"""


async def add_persons(connection: Connection, new: Sequence[NewPerson]) -> set[str]:
    """Add who is not known yet and lock all; return the ID hashes with an open account (R-ACC-8)."""
    hashes = [person.id_number_hash for person in new]
    await connection.execute(
        ADD_PERSONS,
        [person.person_id for person in new],
        [person.name_sealed for person in new],
        [person.id_number_sealed for person in new],
        hashes,
        [person.id_number_tail for person in new],
        [person.phone_sealed for person in new],
        [person.phone_hash for person in new],
        [person.id_type for person in new],
    )
    await connection.execute(LOCK_PERSONS, hashes)
    rows = await connection.fetch(PERSONS_WITH_OPEN_ACCOUNT, hashes)
    return {row["id_number_hash"] for row in rows}


HOLD_PHONES = "SELECT pg_advisory_xact_lock(hashtext('phones of people'))"


async def hold_phones(connection: Connection) -> None:
    """Let only this transaction bring people with phones in by an operator until it ends."""
    await connection.execute(HOLD_PHONES)


PHONES_OF_OTHERS = """
SELECT wanted.position FROM unnest($1::uuid[], $2::text[], $3::text[]) WITH ORDINALITY
    AS wanted (person_id, id_number_hash, phone_hash, position)
JOIN person ON person.id = wanted.person_id
WHERE EXISTS (SELECT FROM person AS other WHERE other.phone_hash = wanted.phone_hash
                AND other.id_number_hash <> wanted.id_number_hash)
   OR EXISTS (SELECT FROM unit_operator AS operator WHERE operator.phone_hash = wanted.phone_hash
                AND operator.id_number_hash <> wanted.id_number_hash)
ORDER BY wanted.position
"""


async def phones_of_others(connection: Connection, new: Sequence[NewPerson]) -> list[int]:
    """Return the positions, from 1, of those just added whose phone somebody else or an operator has."""
    rows = await connection.fetch(
        PHONES_OF_OTHERS,
        [person.person_id for person in new],
        [person.id_number_hash for person in new],
        [person.phone_hash for person in new],
    )
    return [row["position"] for row in rows]


async def open_accounts(
    connection: Connection,
    employer_number: str,
    new: Sequence[NewPerson],
    actor: str,
    today: date,
) -> list[OpenedRow]:
    """Open accounts for locked persons; return them in the order given."""
    rows = await connection.fetch(
        OPEN_ACCOUNTS,
        [person.id_number_hash for person in new],
        [person.base_fen for person in new],
        [person.opened_on for person in new],
        employer_number,
        actor,
        today,
    )
    return typed(OpenedRow, rows)


LOCK_EMPLOYERS = """
SELECT number, name, state, employer_ratio_bp, employee_ratio_bp, paid_up_to, registered_on,
       agreement_signed_on, agreement_revoked_on, social_credit_code, operator_phone_sealed
FROM employer WHERE number = ANY($1::text[]) ORDER BY number FOR UPDATE
"""


async def lock_employers(connection: Connection, numbers: Sequence[str]) -> dict[str, EmployerRow]:
    """Lock employers by number, in sorted order."""
    rows = typed(EmployerRow, await connection.fetch(LOCK_EMPLOYERS, numbers))
    return {row["number"]: row for row in rows}


async def lock_employer(connection: Connection, number: str) -> EmployerRow | None:
    """Lock one employer."""
    return (await lock_employers(connection, [number])).get(number)


PERSON_OF = "SELECT id FROM person WHERE id_number_hash = $1"


async def person_of(connection: Connection, id_number_hash: str) -> UUID | None:
    """Return whose document this is, if the fund knows that person."""
    found: UUID | None = await connection.fetchval(PERSON_OF, id_number_hash)
    return found


KNOWN_PERSONS = "SELECT id FROM person WHERE id = ANY($1::uuid[])"


async def known_persons(connection: Connection, ids: Sequence[UUID]) -> set[UUID]:
    """Return which of these the fund knows."""
    return {row["id"] for row in await connection.fetch(KNOWN_PERSONS, ids)}
