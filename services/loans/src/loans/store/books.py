"""The books of disbursed loans as they are read: rates and policies, accounts with what is unpaid."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import asyncpg

from loans.domain.contracts import Contract, Home, Loan, PrepaymentEffect
from loans.rules.account import Level, LoanAccount
from loans.rules.agreements import Agreement
from loans.rules.rates import Rate, RateTable, RateType
from loans.rules.repayment import Owed, Policy
from loans.rules.terms import Rulebook
from shared.base.db import Connection
from shared.base.money import Fen

READ_RATES = "SELECT effective_from, home, rate_type, annual_rate FROM loan_rate"
READ_POLICIES = """
SELECT effective_from, penalty_factor, penalty_on_interest, debit_days, due_soon_days,
       early_per_month, early_minimum_fen, decide_days
FROM loan_policy
"""


async def rulebook(connection: Connection) -> Rulebook:
    """Read the effective-dated rates and policies; both are short tables."""
    rates = RateTable(
        Rate(
            row["effective_from"], Home(row["home"]), RateType(row["rate_type"]), row["annual_rate"]
        )
        for row in await connection.fetch(READ_RATES)
    )
    return Rulebook(rates, [Policy(*row) for row in await connection.fetch(READ_POLICIES)])


@dataclass(frozen=True)
class Books:
    """An account as it is stored, and how many entries it has."""

    account: LoanAccount
    entries: int


READ_ACCOUNTS = """
SELECT contract_number, disbursed_on, version, annual_rate, level_fen, rate_year, paid_through,
       entries, principal_repaid_fen, interest_repaid_fen, penalty_repaid_fen, penalty_settled_on,
       last_repayment_on, settled_on
FROM account WHERE contract_number = ANY($1::text[]) AND returned_on IS NULL
"""
# Of a loan whose rate was not looked at this year the whole plan is read: it may have to be made anew. Else
# no instalment due by a day has a number beyond the months since the disbursement. Numbers come before
# the join, else the index would not stop there; and what is paid is summed once for all loans.
READ_UNPAID = """
WITH reach AS MATERIALIZED (
    SELECT account.contract_number, paid_through, plan.version, rate.old AS whole,
           CASE WHEN rate.old THEN 2147483647
                ELSE ((extract(year FROM $2::date) - extract(year FROM disbursed_on)) * 12
                      + extract(month FROM $2::date) - extract(month FROM disbursed_on))::integer
           END AS last_number
    FROM unnest($1::text[]) AS wanted (contract_number)
    JOIN account USING (contract_number)
    JOIN plan_version AS plan USING (contract_number)
    CROSS JOIN LATERAL (
        SELECT $2::date IS NULL OR account.rate_year < extract(year FROM $2::date) AS old
    ) AS rate
    WHERE account.settled_on IS NULL OR $3::boolean
), paid AS MATERIALIZED (
    SELECT part.contract_number, part.number, sum(part.principal_fen)::bigint AS principal_fen,
           sum(part.interest_fen)::bigint AS interest_fen
    FROM (SELECT DISTINCT contract_number, paid_through FROM reach) AS account
    JOIN allocation AS part
        ON part.contract_number = account.contract_number AND part.number > account.paid_through
    GROUP BY part.contract_number, part.number
)
SELECT reach.contract_number, line.number, line.due_on,
       line.principal_fen - coalesce(paid.principal_fen, 0) AS principal_fen,
       line.interest_fen - coalesce(paid.interest_fen, 0) AS interest_fen
FROM reach
JOIN instalment AS line
    ON line.contract_number = reach.contract_number AND line.version = reach.version
    AND line.number BETWEEN reach.paid_through + 1 AND reach.last_number
    AND (reach.whole OR line.due_on <= $2)
LEFT JOIN paid ON paid.contract_number = line.contract_number AND paid.number = line.number
WHERE NOT EXISTS (SELECT FROM plan_version AS later
                  WHERE later.contract_number = reach.contract_number
                    AND later.version > reach.version AND later.first_number <= line.number)
ORDER BY reach.contract_number, line.number
"""
READ_LEVELS = """
SELECT contract_number, effective_on, level_fen FROM plan_version
WHERE contract_number = ANY($1::text[]) ORDER BY contract_number, version
"""
READ_AGREEMENTS = """
SELECT contract_number, signed_on, ended_on, prepayment_effect FROM offset_agreement
WHERE contract_number = ANY($1::text[])
"""


async def accounts_of(
    connection: Connection,
    contracts: Iterable[Contract],
    *,
    until: date | None = None,
    settled_too: bool = False,
) -> dict[str, Books]:
    """Read the accounts of disbursed loans, however many, in six statements at most.

    With `until`, only what is due by then is read: enough to collect and book instalments.
    """
    wanted = {contract.contract_number: contract for contract in contracts}
    numbers = list(wanted)
    rows = await connection.fetch(READ_ACCOUNTS, numbers)
    if not rows:
        return {}
    unpaid: defaultdict[str, list[Owed]] = defaultdict(list)
    for number, *line in await connection.fetch(READ_UNPAID, numbers, until, settled_too):
        unpaid[number].append(Owed(*line))
    levels = await _levels(connection, numbers) if until is None else {}
    agreements: defaultdict[str, list[Agreement]] = defaultdict(list)
    for number, signed, ended, effect in await connection.fetch(READ_AGREEMENTS, numbers):
        agreements[number].append(Agreement(signed, ended, PrepaymentEffect(effect)))
    book = await rulebook(connection)
    found: dict[str, Books] = {}
    for row in rows:
        number = row["contract_number"]
        account = _account(row, wanted[number].lent_on(row["disbursed_on"]), book, unpaid[number])
        account.agreements = agreements[number]
        account.levels = levels.get(number, [])
        account.known_until = until if until and row["rate_year"] >= until.year else None
        found[number] = Books(account, row["entries"])
    return found


async def _levels(connection: Connection, numbers: Sequence[str]) -> dict[str, list[Level]]:
    """Read the level amounts of every version of the plans, in the order in which they were made."""
    levels: defaultdict[str, list[Level]] = defaultdict(list)
    for number, effective_on, level_fen in await connection.fetch(READ_LEVELS, numbers):
        levels[number].append(Level(effective_on, level_fen))
    return levels


def _account(row: asyncpg.Record, loan: Loan, book: Rulebook, unpaid: list[Owed]) -> LoanAccount:
    return LoanAccount(
        loan,
        book,
        row["version"],
        row["annual_rate"],
        Fen(row["level_fen"]),
        row["rate_year"],
        unpaid,
        Fen(row["principal_repaid_fen"]),
        Fen(row["interest_repaid_fen"]),
        Fen(row["penalty_repaid_fen"]),
        row["penalty_settled_on"],
        row["last_repayment_on"],
        row["settled_on"],
        paid_through=row["paid_through"],
    )


async def account_of(connection: Connection, contract: Contract) -> Books | None:
    """Read the account of a disbursed loan with its whole plan."""
    found = await accounts_of(connection, [contract])
    return found.get(contract.contract_number)
