"""Rows of a restored database made again of our own events, with the numbers that they had. Set-based."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from accounts.domain import AccountNumber, AccountState, Month
from accounts.sealed import OPERATOR_ID_NUMBER, OPERATOR_NAME, OPERATOR_PHONE
from accounts.store.transfers import MOVE
from shared.base.db import Connection
from shared.messages.accounts import EmployerRegistered, IndividualAccountOpened
from shared.messages.changes import IndividualAccountTransferred
from shared.sealing.personal_data import PersonalData

ADD_EMPLOYERS = """
WITH told AS (
    SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::smallint[], $5::integer[],
                         $6::integer[], $7::text[], $8::text[], $9::text[], $10::date[])
        AS told (number, name, code, payday, employer_ratio_bp, employee_ratio_bp, operator_name,
                 operator_id_number, operator_phone, registered_on)
), ledger AS (
    INSERT INTO ledger_account (kind, number) SELECT 'employer_suspense', number FROM told ORDER BY number
    RETURNING id, number
)
INSERT INTO employer (number, name, social_credit_code, state, payday, employer_ratio_bp,
                      employee_ratio_bp, operator_name_sealed, operator_id_number_sealed,
                      operator_phone_sealed, registered_on, ledger_account_id)
SELECT told.number, name, code, '02', payday, employer_ratio_bp, employee_ratio_bp, operator_name,
       operator_id_number, operator_phone, registered_on, ledger.id
FROM told JOIN ledger USING (number)
"""


async def add_employers(
    connection: Connection, data: PersonalData, told: Sequence[EmployerRegistered]
) -> None:
    """Register employers under the numbers that they had; each signs its agreement again."""
    seal = data.seal
    await connection.execute(
        ADD_EMPLOYERS,
        [event.employer_number for event in told],
        [event.name for event in told],
        [event.social_credit_code for event in told],
        [event.payday for event in told],
        [event.employer_ratio_bp for event in told],
        [event.employee_ratio_bp for event in told],
        [seal(one.operator_name, OPERATOR_NAME, one.social_credit_code) for one in told],
        [seal(one.operator_id_number, OPERATOR_ID_NUMBER, one.social_credit_code) for one in told],
        [seal(one.operator_phone, OPERATOR_PHONE, one.social_credit_code) for one in told],
        [event.registered_on for event in told],
    )


ADD_ACCOUNTS = """
WITH told AS (
    SELECT told.*, person.id AS person_id
    FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::date[])
        AS told (number, id_number_hash, employer_number, base_fen, opened_on)
    JOIN person USING (id_number_hash)
), ledger AS (
    INSERT INTO ledger_account (kind, number) SELECT 'individual', number FROM told ORDER BY number
    RETURNING id, number
), noted AS (
    INSERT INTO account_history (account_number, business_type, state_after, on_date, actor)
    SELECT number, '03', '01', opened_on, $6 FROM told
)
INSERT INTO individual_account (number, person_id, employer_number, ledger_account_id, state, base_fen,
                                opened_on, interest_from)
SELECT told.number, person_id, employer_number, ledger.id, '01', base_fen, opened_on, opened_on
FROM told JOIN ledger USING (number)
"""


async def add_accounts(
    connection: Connection,
    told: Sequence[IndividualAccountOpened],
    id_number_hashes: Sequence[str],
    actor: str,
) -> None:
    """Open accounts of known persons, given by hashes, under the numbers that they had."""
    await connection.execute(
        ADD_ACCOUNTS,
        [event.account_number for event in told],
        id_number_hashes,
        [event.employer_number for event in told],
        [event.base_fen for event in told],
        [event.opened_on for event in told],
        actor,
    )


KNOWN = """
SELECT number FROM employer WHERE number = ANY($1::text[])
UNION ALL SELECT number FROM individual_account WHERE number = ANY($1::text[])
"""


async def known_numbers(connection: Connection, numbers: Sequence[str]) -> set[str]:
    """Return which numbers of employers or accounts there are."""
    return {row["number"] for row in await connection.fetch(KNOWN, numbers)}


NEXT = "SELECT nextval($1::regclass)"
SKIP = "SELECT max(nextval($1::regclass)) FROM generate_series(1, $2)"


async def number_beyond(connection: Connection, sequence: str, highest: int) -> None:
    """Give no number again that was given."""
    reached = await connection.fetchval(NEXT, sequence)
    if reached < highest:
        await connection.fetchval(SKIP, sequence, highest - reached)


@dataclass(frozen=True)
class Purse:
    """An account of which money is to be frozen."""

    person_id: UUID
    account_number: AccountNumber
    ledger_account_id: int
    available_fen: int
    overpaid_fen: int
    """Interest that was booked too much, up to the day of its price."""
    reserved_for: UUID | None
    """The application that has money of it frozen already."""


PURSES = """
SELECT account.person_id, account.number AS account_number, account.ledger_account_id,
       balance.posted_fen - balance.frozen_fen AS available_fen,
       coalesce(overpaid.overpaid_fen, 0) AS overpaid_fen,
       (SELECT application_id FROM reservation
        WHERE reservation.account_number = account.number AND reservation.state = 'reserved'
       ) AS reserved_for
FROM unnest($1::text[], $2::date[]) AS wanted (number, priced_on)
JOIN individual_account AS account USING (number)
JOIN ledger_balance AS balance USING (ledger_account_id)
LEFT JOIN LATERAL interest_overpaid(ARRAY[account.ledger_account_id], priced_on) AS overpaid ON true
"""


async def purses(
    connection: Connection, numbers: Sequence[str], priced_on: Sequence[date]
) -> dict[str, Purse]:
    """Return accounts by number, with what of their money is free, each as of the day of its price."""
    rows = await connection.fetch(PURSES, numbers, priced_on)
    return {row["account_number"]: Purse(**row) for row in rows}


WHERE_THEY_ARE = """
SELECT number, employer_number, state FROM individual_account WHERE number = ANY($1::text[])
ORDER BY number FOR UPDATE
"""
# A request that the backup still has open is the one that was done.
TOLD_TO_HAVE_MOVED = """
INSERT INTO account_transfer (id, account_number, person_id, from_employer, to_employer, first_month,
                              base_fen, state, asked_by, asked_at, consent_by, release_by, consented_at,
                              ended_at)
SELECT coalesce(open.id, gen_random_uuid()), account.number, account.person_id, account.employer_number,
       told.to_employer, told.month, told.base_fen, 'done', $6, $5, $7, $7, $5, $5
FROM unnest($1::text[], $2::text[], $3::date[], $4::bigint[]) AS told (number, to_employer, month, base_fen)
JOIN individual_account AS account USING (number)
LEFT JOIN account_transfer AS open ON open.account_number = account.number
    AND open.to_employer = told.to_employer AND open.state IN ('asked', 'consented')
ON CONFLICT (id) DO UPDATE SET state = 'done', first_month = excluded.first_month,
    base_fen = excluded.base_fen, ended_at = excluded.ended_at,
    consented_at = coalesce(account_transfer.consented_at, excluded.consented_at)
RETURNING id
"""


async def where_they_are(
    connection: Connection, numbers: Sequence[str]
) -> dict[str, tuple[str, AccountState]]:
    """Lock accounts; return by number the employer of each, and its state."""
    rows = await connection.fetch(WHERE_THEY_ARE, numbers)
    return {row["number"]: (row["employer_number"], AccountState(row["state"])) for row in rows}


async def move(
    connection: Connection,
    told: Sequence[IndividualAccountTransferred],
    *,
    now: datetime,
    today: date,
    actor: str,
) -> None:
    """Move locked, sealed accounts to the employers that they had gone to, from the months that were told."""
    moved = await connection.fetch(
        TOLD_TO_HAVE_MOVED,
        [event.account_number for event in told],
        [event.to_employer for event in told],
        [Month.parse(event.effective_month).first for event in told],
        [event.base_fen for event in told],
        now,
        actor,
        today,
    )
    await connection.execute(MOVE, [row["id"] for row in moved], today, now, actor)


OPEN_ACCOUNTS = """
SELECT account.person_id, account.number
FROM unnest($1::uuid[], $2::text[]) AS wanted (person_id, tail)
JOIN individual_account AS account USING (person_id)
WHERE account.state NOT IN ('03', '04', '05') AND right(account.number, length(tail)) = tail
"""


async def open_accounts(
    connection: Connection, person_ids: Sequence[UUID], tails: Sequence[str]
) -> dict[UUID, AccountNumber]:
    """Return the open account of each person (R-ACC-8: one), where its number ends as told."""
    rows = await connection.fetch(OPEN_ACCOUNTS, person_ids, tails)
    return {row["person_id"]: row["number"] for row in rows}
