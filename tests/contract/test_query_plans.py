"""No statement finds its rows by looking at every one of a table that grows for ever."""

import importlib
import json
from collections.abc import Iterator
from typing import Any

import asyncpg
import pytest
from tests.contract.test_queries import Statement, statements_of

GROWING = {
    "accounts": {
        "account_history", "back_payment", "base_change", "contribution_period", "entry", "hold",
        "individual_account", "ledger_account", "ledger_balance", "loan_money", "person", "receipt",
        "remittance_line", "remittance_list", "reservation", "transfer",
    },
    "withdrawals": {"application", "application_history"},
    "loans": {"contract", "debit", "disbursement", "entry", "instalment", "party", "person"},
    "settlement": {"bank_entry", "payment_order"},
    "notifications": {"delivery", "subscriber", "text"},
    "credit": {"look_up", "record", "subject", "subject_history"},
    "gateway": {"identity", "session"},
    "wechat": {"binding", "outgoing"},
}  # fmt: skip
LOOKS_AT_ALL = {
    "accounts.store.merges.FOLLOW": "two accounts become one: seldom, by two people",
    "accounts.views.verification.WEIGHT": "all balances together, once a night",
    "credit.store.subjects.MERGE": "two firms become one: seldom, by two people",
    "credit.views.public.REGISTERS": "counts all of them; kept by its caller",
    "gateway.store.corrections.ON_FILE": "identities are given by id; joined with them",
    "gateway.store.identities.FIND_IDENTITY": "each role has an index of its own: planned anew for each",
    "loans.views.figures.MONTHS": "a figure of the year, asked for once a day",
    "settlement.store.entries.SETTLE_ENTRIES": "two people end an order that contradicts the bank: seldom",
    "settlement.store.entries.STANDING": "two people end an order that contradicts the bank: seldom",
    "withdrawals.views.figures.PAID": "a figure of the year, asked for once a day",
}
INDEXES_FIRST = "SET enable_seqscan = off; SET plan_cache_mode = force_generic_plan"
PARAMETERS = """
SELECT coalesce(array_length(parameter_types, 1), 0) FROM pg_prepared_statements WHERE name = 'looked_at'
"""


def read_whole(plan: dict[str, Any]) -> Iterator[str]:
    """The tables that a plan reads from end to end though it would rather not: no index leads to the rows."""
    if plan["Node Type"] == "Seq Scan":
        yield plan["Relation Name"]
    for part in plan.get("Plans", ()):
        yield from read_whole(part)


async def plan_of(
    connection: "asyncpg.Connection[asyncpg.Record]", statement: Statement
) -> dict[str, Any]:
    await connection.execute(f"PREPARE looked_at AS {statement.sql}")
    given = ", ".join(["NULL"] * await connection.fetchval(PARAMETERS))
    call = f"looked_at({given})" if given else "looked_at"
    explained = await connection.fetchval(f"EXPLAIN (FORMAT JSON) EXECUTE {call}")
    await connection.execute("DEALLOCATE looked_at")
    plan: dict[str, Any] = json.loads(explained)[0]["Plan"]
    return plan


def plannable(service: str) -> list[Statement]:
    """What has a plan: neither locks nor what is composed where it is used."""
    found = statements_of(importlib.import_module(service))
    return [
        one
        for one in found
        if one.sql.split()[0] in ("SELECT", "WITH", "INSERT", "UPDATE", "DELETE")
    ]


@pytest.mark.parametrize("service", GROWING)
async def test_rows_of_what_grows_are_found_by_an_index(service: str, platform: Any) -> None:
    database = await platform.create_database(service)
    connection = await asyncpg.connect(database.url)
    await connection.execute(INDEXES_FIRST)
    found = set()
    for statement in plannable(service):
        if GROWING[service] & {*read_whole(await plan_of(connection, statement))}:
            found.add(f"{statement.module}.{statement.name}")
    await connection.close()
    expected = {name for name in LOOKS_AT_ALL if name.startswith(f"{service}.")}
    assert found == expected
