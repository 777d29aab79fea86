"""The books of disbursed loans: rates, accounts, plan versions, entries and their allocations."""

import uuid
from collections.abc import Sequence
from datetime import date, datetime

import asyncpg

from loans.domain import Contract
from loans.errors import Conflict
from loans.rules.account import LoanAccount
from loans.rules.agreements import Agreement, PrepaymentEffect
from loans.rules.rates import Home, Rate, RateTable, RateType
from loans.rules.repayment import Booked, Owed, Policy
from loans.rules.terms import Loan, Plan, Rulebook
from shared.db import Connection
from shared.money import Fen

READ_RATES = "SELECT effective_from, home, rate_type, annual_rate FROM loan_rate"
READ_POLICIES = "SELECT effective_from, penalty_factor, penalty_on_interest FROM loan_policy"


async def rulebook(connection: Connection) -> Rulebook:
    """Read the effective-dated rates and policies; both are short tables."""
    rates = RateTable(
        Rate(
            row["effective_from"], Home(row["home"]), RateType(row["rate_type"]), row["annual_rate"]
        )
        for row in await connection.fetch(READ_RATES)
    )
    return Rulebook(rates, [Policy(*row) for row in await connection.fetch(READ_POLICIES)])


INSERT_ACCOUNT = """
INSERT INTO account (contract_number, amount_fen, disbursed_on, version, annual_rate, level_fen,
                     rate_year, paid_through, entries, principal_repaid_fen, interest_repaid_fen,
                     penalty_repaid_fen)
VALUES ($1, $2, $3, $4, $5, $6, $7, 0, 1, 0, 0, 0)
"""
INSERT_DISBURSEMENT = """
INSERT INTO entry (contract_number, entry_number, serial, kind, booked_on, amount_fen, principal_fen,
                   interest_fen, penalty_fen, balance_after_fen, recorded_by, recorded_at)
VALUES ($1, 1, $2, '01', $3, $4, $4, 0, 0, $4, $5, $6)
"""


async def open_account(
    connection: Connection, account: LoanAccount, serial: str, by: uuid.UUID, at: datetime
) -> None:
    """Store a disbursed loan: its account, first entry and first plan."""
    loan = account.loan
    await connection.execute(
        INSERT_ACCOUNT,
        loan.contract_number,
        loan.amount_fen,
        loan.disbursed_on,
        account.version,
        account.annual_rate,
        account.level_fen,
        account.rate_year,
    )
    try:
        await connection.execute(
            INSERT_DISBURSEMENT,
            loan.contract_number,
            serial,
            loan.disbursed_on,
            loan.amount_fen,
            by,
            at,
        )
    except asyncpg.UniqueViolationError as error:
        raise _serial_taken() from error
    await _add_plans(connection, loan.contract_number, account.new_plans)


READ_ACCOUNT = """
SELECT disbursed_on, version, annual_rate, level_fen, rate_year, paid_through, entries,
       principal_repaid_fen, interest_repaid_fen, penalty_repaid_fen, penalty_settled_on,
       last_repayment_on, settled_on
FROM account WHERE contract_number = $1
"""
READ_UNPAID = """
SELECT number, due_on, line.principal_fen - coalesce(sum(paid.principal_fen), 0)::bigint,
       line.interest_fen - coalesce(sum(paid.interest_fen), 0)::bigint
FROM instalment AS line
LEFT JOIN allocation AS paid USING (contract_number, number)
WHERE contract_number = $1 AND number > $2
  AND NOT EXISTS (SELECT FROM plan_version AS later
                  WHERE later.contract_number = $1 AND later.version > line.version
                    AND later.first_number <= line.number)
GROUP BY contract_number, version, number
ORDER BY number
"""
READ_AGREEMENTS = """
SELECT signed_on, ended_on, prepayment_effect FROM offset_agreement WHERE contract_number = $1
"""


async def account_of(connection: Connection, contract: Contract) -> tuple[LoanAccount, int] | None:
    """Read the account of a disbursed loan, and how many entries it has."""
    number = contract.contract_number
    row = await connection.fetchrow(READ_ACCOUNT, number)
    if row is None:
        return None
    unpaid = []
    if row["settled_on"] is None:
        lines = await connection.fetch(READ_UNPAID, number, row["paid_through"])
        unpaid = [Owed(*line) for line in lines]
    agreements = await connection.fetch(READ_AGREEMENTS, number)
    account = LoanAccount(
        Loan(
            number,
            contract.amount_fen,
            contract.method,
            contract.periods,
            contract.home,
            row["disbursed_on"],
        ),
        await rulebook(connection),
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
        [
            Agreement(signed, ended, PrepaymentEffect(effect))
            for signed, ended, effect in agreements
        ],
    )
    return account, row["entries"]


UPDATE_ACCOUNT = """
UPDATE account SET version = $2, annual_rate = $3, level_fen = $4, rate_year = $5,
       paid_through = coalesce($6, paid_through), entries = $7, principal_repaid_fen = $8,
       interest_repaid_fen = $9, penalty_repaid_fen = $10, penalty_settled_on = $11,
       last_repayment_on = $12, settled_on = $13
WHERE contract_number = $1
"""
ENTRY_COLUMNS = (
    "contract_number",
    "entry_number",
    "serial",
    "kind",
    "booked_on",
    "amount_fen",
    "principal_fen",
    "interest_fen",
    "penalty_fen",
    "balance_after_fen",
    "recorded_by",
    "recorded_at",
)
ALLOCATION_COLUMNS = (
    "contract_number", "entry_number", "number", "principal_fen", "interest_fen"
)  # fmt: skip


async def save_repayments(
    connection: Connection,
    account: LoanAccount,
    entries_before: int,
    booked: Sequence[Booked],
    *,
    by: uuid.UUID,
    at: datetime,
) -> None:
    """Store what repayments did to an account, however many there are, in five statements."""
    number = account.loan.contract_number
    entries = list(enumerate(booked, entries_before + 1))
    try:
        await connection.copy_records_to_table(
            "entry",
            records=[_entry_row(number, at_number, one, by, at) for at_number, one in entries],
            columns=ENTRY_COLUMNS,
        )
    except asyncpg.UniqueViolationError as error:
        raise _serial_taken() from error
    await connection.copy_records_to_table(
        "allocation",
        records=[
            (number, at_number, part.number, part.principal_fen, part.interest_fen)
            for at_number, one in entries
            for part in one.allocations
        ],
        columns=ALLOCATION_COLUMNS,
    )
    await _add_plans(connection, number, account.new_plans)
    await connection.execute(
        UPDATE_ACCOUNT,
        number,
        account.version,
        account.annual_rate,
        account.level_fen,
        account.rate_year,
        account.unpaid[0].number - 1 if account.unpaid else None,
        entries_before + len(booked),
        account.principal_repaid_fen,
        account.interest_repaid_fen,
        account.penalty_repaid_fen,
        account.penalty_settled_on,
        account.last_repayment_on,
        account.settled_on,
    )


def _entry_row(
    number: str, entry_number: int, one: Booked, by: uuid.UUID, at: datetime
) -> tuple[str | int | date | uuid.UUID, ...]:
    repayment = one.repayment
    return (
        number,
        entry_number,
        repayment.serial,
        repayment.kind,
        repayment.on,
        repayment.amount_fen,
        one.principal_fen,
        one.interest_fen,
        one.penalty_fen,
        one.balance_after_fen,
        by,
        at,
    )


PLAN_COLUMNS = (
    "contract_number",
    "version",
    "cause",
    "effective_on",
    "annual_rate",
    "level_fen",
    "first_number",
)
INSTALMENT_COLUMNS = (
    "contract_number",
    "version",
    "number",
    "due_on",
    "principal_fen",
    "interest_fen",
)


async def _add_plans(connection: Connection, number: str, plans: Sequence[Plan]) -> None:
    await connection.copy_records_to_table(
        "plan_version",
        records=[
            (
                number,
                plan.version,
                plan.cause,
                plan.effective_on,
                plan.annual_rate,
                plan.level_fen,
                plan.instalments[0].number,
            )
            for plan in plans
        ],
        columns=PLAN_COLUMNS,
    )
    await connection.copy_records_to_table(
        "instalment",
        records=[
            (number, plan.version, line.number, line.due_on, line.principal_fen, line.interest_fen)
            for plan in plans
            for line in plan.instalments
        ],
        columns=INSTALMENT_COLUMNS,
    )


def _serial_taken() -> Conflict:
    return Conflict("serial-taken", "R-BK-2", "该业务流水号已登记过。")
