"""The books of disbursed loans as they are written: accounts, entries, allocations, plan versions.

However many loans a batch changes, the number of statements is the same.
"""

import uuid
from collections.abc import Sequence
from datetime import date, datetime

import asyncpg

from loans.errors import Reason, Refused
from loans.rules.account import LoanAccount
from loans.rules.booking import Change
from loans.rules.terms import Plan
from shared.base.db import Connection

SYSTEM = uuid.UUID(int=0)
"""Who recorded what no person did: the instalment day and the answers of other services."""
STAFF = "staff"
"""The source of what staff recorded of the past."""


INSERT_ACCOUNTS = """
INSERT INTO account (contract_number, amount_fen, disbursed_on, version, annual_rate, level_fen,
                     rate_year, paid_through, entries, principal_repaid_fen, interest_repaid_fen,
                     penalty_repaid_fen)
SELECT *, 0, 1, 0, 0, 0
FROM unnest($1::text[], $2::bigint[], $3::date[], $4::integer[], $5::numeric[], $6::bigint[],
            $7::integer[])
ON CONFLICT (contract_number) DO UPDATE
    SET disbursed_on = excluded.disbursed_on, version = excluded.version,
        annual_rate = excluded.annual_rate, level_fen = excluded.level_fen,
        rate_year = excluded.rate_year, entries = account.entries + 1, returned_on = NULL
    WHERE account.returned_on IS NOT NULL
RETURNING contract_number, entries
"""
INSERT_DISBURSEMENTS = """
INSERT INTO entry (contract_number, entry_number, serial, kind, booked_on, amount_fen, principal_fen,
                   interest_fen, penalty_fen, balance_after_fen, recorded_by, recorded_at)
SELECT contract_number, entry_number, serial, '01', disbursed_on, amount_fen, amount_fen, 0, 0,
       amount_fen, $6, $7
FROM unnest($1::text[], $2::integer[], $3::text[], $4::date[], $5::bigint[])
    AS given (contract_number, entry_number, serial, disbursed_on, amount_fen)
"""


async def open_accounts(
    connection: Connection,
    opened: Sequence[tuple[LoanAccount, str]],
    by: uuid.UUID,
    at: datetime,
) -> None:
    """Store disbursed loans, each with the serial of its disbursement: account, first entry, first plan."""
    accounts = [account for account, _ in opened]
    entries = await connection.fetch(
        INSERT_ACCOUNTS,
        [account.loan.contract_number for account in accounts],
        [account.loan.amount_fen for account in accounts],
        [account.loan.disbursed_on for account in accounts],
        [account.version for account in accounts],
        [account.annual_rate for account in accounts],
        [account.level_fen for account in accounts],
        [account.rate_year for account in accounts],
    )
    assert len(entries) == len(opened), "a loan is disbursed once"
    numbers = {row["contract_number"]: row["entries"] for row in entries}
    try:
        await connection.execute(
            INSERT_DISBURSEMENTS,
            [account.loan.contract_number for account in accounts],
            [numbers[account.loan.contract_number] for account in accounts],
            [serial for _, serial in opened],
            [account.loan.disbursed_on for account in accounts],
            [account.loan.amount_fen for account in accounts],
            by,
            at,
        )
    except asyncpg.UniqueViolationError as error:
        raise _serial_taken() from error
    await _add_plans(connection, [(account, {}) for account in accounts])


UPDATE_ACCOUNTS = """
UPDATE account SET version = new.version, annual_rate = new.annual_rate, level_fen = new.level_fen,
       rate_year = new.rate_year, paid_through = new.paid_through, entries = new.entries,
       principal_repaid_fen = new.principal_repaid_fen,
       interest_repaid_fen = new.interest_repaid_fen, penalty_repaid_fen = new.penalty_repaid_fen,
       penalty_settled_on = new.penalty_settled_on, last_repayment_on = new.last_repayment_on,
       settled_on = new.settled_on
FROM unnest($1::text[], $2::integer[], $3::numeric[], $4::bigint[], $5::integer[], $6::integer[],
            $7::integer[], $8::bigint[], $9::bigint[], $10::bigint[], $11::date[], $12::date[],
            $13::date[])
    AS new (contract_number, version, annual_rate, level_fen, rate_year, paid_through, entries,
            principal_repaid_fen, interest_repaid_fen, penalty_repaid_fen, penalty_settled_on,
            last_repayment_on, settled_on)
WHERE account.contract_number = new.contract_number
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
    "source",
    "source_id",
    "reverses",
)
ALLOCATION_COLUMNS = (
    "contract_number", "entry_number", "number", "principal_fen", "interest_fen"
)  # fmt: skip


async def save(
    connection: Connection, changes: Sequence[Change], *, by: uuid.UUID, at: datetime
) -> None:
    """Store what repayments did to accounts, however many there are, in five statements."""
    entries = [
        (change, number, position)
        for change in changes
        for position, number in enumerate(
            range(change.entries_before + 1, change.entries_before + 1 + len(change.booked))
        )
    ]
    try:
        await connection.copy_records_to_table(
            "entry",
            records=[_entry_row(*entry, by, at) for entry in entries],
            columns=ENTRY_COLUMNS,
        )
    except asyncpg.UniqueViolationError as error:
        raise _serial_taken() from error
    await connection.copy_records_to_table(
        "allocation",
        records=[
            (change.number, number, part.number, part.principal_fen, part.interest_fen)
            for change, number, position in entries
            for part in change.booked[position].allocations
        ],
        columns=ALLOCATION_COLUMNS,
    )
    made_by: dict[str, dict[int, int]] = {change.number: {} for change in changes}
    for change, number, position in entries:
        version = change.booked[position].plan_version
        if version is not None:
            made_by[change.number][version] = number
    await _add_plans(connection, [(each.account, made_by[each.number]) for each in changes])
    await _update_accounts(connection, changes)


async def _update_accounts(connection: Connection, changes: Sequence[Change]) -> None:
    accounts = [change.account for change in changes]
    await connection.execute(
        UPDATE_ACCOUNTS,
        [change.number for change in changes],
        [account.version for account in accounts],
        [account.annual_rate for account in accounts],
        [account.level_fen for account in accounts],
        [account.rate_year for account in accounts],
        [account.paid_through for account in accounts],
        [change.entries_before + len(change.booked) for change in changes],
        [account.principal_repaid_fen for account in accounts],
        [account.interest_repaid_fen for account in accounts],
        [account.penalty_repaid_fen for account in accounts],
        [account.penalty_settled_on for account in accounts],
        [account.last_repayment_on for account in accounts],
        [account.settled_on for account in accounts],
    )


def _entry_row(
    change: Change, entry_number: int, position: int, by: uuid.UUID, at: datetime
) -> tuple[str | int | date | uuid.UUID | None, ...]:
    one = change.booked[position]
    origin = change.origins[position] if change.origins else None
    repayment = one.repayment
    return (
        change.number,
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
        origin.source if origin else STAFF,
        origin.source_id if origin else None,
        one.reverses,
    )


PLAN_COLUMNS = (
    "contract_number",
    "version",
    "cause",
    "effective_on",
    "annual_rate",
    "level_fen",
    "first_number",
    "entry_number",
)
INSTALMENT_COLUMNS = (
    "contract_number",
    "version",
    "number",
    "due_on",
    "principal_fen",
    "interest_fen",
)


async def _add_plans(
    connection: Connection, accounts: Sequence[tuple[LoanAccount, dict[int, int]]]
) -> None:
    """Store the new versions of plans; each account comes with version → entry that made it."""
    plans: list[tuple[str, Plan, int | None]] = [
        (account.loan.contract_number, plan, made_by.get(plan.version))
        for account, made_by in accounts
        for plan in account.new_plans
    ]
    if not plans:
        return
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
                entry_number,
            )
            for number, plan, entry_number in plans
        ],
        columns=PLAN_COLUMNS,
    )
    await connection.copy_records_to_table(
        "instalment",
        records=[
            (number, plan.version, line.number, line.due_on, line.principal_fen, line.interest_fen)
            for number, plan, _ in plans
            for line in plan.instalments
        ],
        columns=INSTALMENT_COLUMNS,
    )


def _serial_taken() -> Refused:
    return Refused(Reason.SERIAL_TAKEN)
