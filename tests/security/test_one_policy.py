"""Somebody writes policy with a database password, and has no key: it counts not, and is told of (ADR 55)."""

import json
from datetime import date
from typing import Any

import asyncpg
import pytest
from prometheus_client import REGISTRY
from tests.integration.accounts import conftest as accounts_
from tests.integration.withdrawals import conftest as withdrawals_
from tests.support.policies import drafted
from tests.support.rules import OWNERS, put_in_force

from accounts.policies import POLICIES as OF_ACCOUNTS
from shared.operations.policies import check
from shared.sealing.policies import proofs_of
from withdrawals.policies import POLICIES
from withdrawals.rules.book import Rulebook
from withdrawals.store import rulebooks

withdrawals = withdrawals_.withdrawals
accounts = accounts_.accounts
"""The fixtures of the services' own tests."""
LATER = date(2026, 10, 1)
EASIER = """
INSERT INTO policy (kind, effective_from, document_number, parameters)
SELECT kind, $1, 'forged', parameters FROM policy
WHERE kind = 'retirement' ORDER BY effective_from DESC LIMIT 1
"""
THE_LAST = """kind = 'retirement'
  AND effective_from = (SELECT max(effective_from) FROM policy WHERE kind = 'retirement')"""


def refused(table: str) -> float:
    return REGISTRY.get_sample_value("rows_refused_total", {"table": table}) or 0.0


async def book(withdrawals: Any) -> Rulebook:
    async with withdrawals.context.unit() as unit:
        return (await rulebooks.moment(unit)).book


def documents(found: Rulebook) -> set[str]:
    return {one.document_number for rows in found._policies.values() for one in rows}


async def owner_of(context: Any) -> Any:
    return await asyncpg.connect(OWNERS[str(context.settings.database_url).rpartition("/")[2]])


async def test_the_runtime_role_writes_no_policy(withdrawals: Any, accounts: Any) -> None:
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await withdrawals.context.pool.execute(EASIER, LATER)
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await accounts.pool.execute("INSERT INTO interest_rate VALUES ('2026-06-11', 0.3, 'x')")
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await withdrawals.context.pool.execute("INSERT INTO adopted_policy VALUES ('d', 's')")


@pytest.mark.parametrize(
    "change",
    [
        EASIER,
        f"UPDATE policy SET effective_from = $1 WHERE {THE_LAST}",
        f"UPDATE policy SET kind = 'sentenced', effective_from = $1 WHERE {THE_LAST}",
    ],
)
async def test_a_row_that_the_owners_password_wrote_changed_or_moved_counts_not(
    withdrawals: Any, change: str
) -> None:
    before = refused("policy")
    owner = await owner_of(withdrawals.context)
    try:
        assert await check(withdrawals.context, POLICIES) == 0
        await owner.execute(change, LATER)
        await owner.execute("INSERT INTO adopted_policy SELECT repeat('a', 32), repeat('b', 64)")
    finally:
        await owner.close()
    found = await book(withdrawals)
    assert "forged" not in documents(found)
    assert all(one.effective_from != LATER for rows in found._policies.values() for one in rows), (
        "neither for its own kind nor for another"
    )
    assert refused("policy") > before
    assert await check(withdrawals.context, POLICIES) >= 1


CALL = "SELECT put_policy_in_force($1, $2, $3, $4, $5)"
FORGED = {"effective_from": "2026-06-11", "rate": "0.3", "document_number": "forged"}


async def test_the_runtime_role_puts_in_force_only_what_it_can_prove(accounts: Any) -> None:
    """The service proves each row under its key; a password has none, and a proof is of one row."""
    told, data = json.dumps(FORGED), accounts.context.personal_data
    digest = "d" * 32
    good = proofs_of(data, "interest_rate", told, digest, "s")
    other = json.dumps(FORGED | {"rate": "0.4"})
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await accounts.pool.fetch("SELECT * FROM policy_desk")
    for table, row, seal, proofs in (
        ("interest_rate", told, "s", []),
        ("interest_rate", told, "s", [b"", b"\0" * 32]),
        ("interest_rate", other, "s", good),
        ("interest_rate", told, "other", good),
        ("deposit_policy", told, "s", good),
    ):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await accounts.pool.execute(CALL, table, row, digest, seal, proofs)
    await accounts.pool.execute(CALL, "interest_rate", told, digest, "s", good)
    assert await check(accounts.context, OF_ACCOUNTS) == 1, "and its seal is not ours"


async def test_without_the_owners_word_the_desk_puts_nothing_in_force(accounts: Any) -> None:
    owner = await owner_of(accounts.context)
    try:
        await owner.execute("DELETE FROM policy_desk")
    finally:
        await owner.close()
    listed = (await accounts.staff.get("/policies")).json()["items"]
    today = accounts.context.clock.today()
    draft = drafted(listed, "interest_rate", "rate", "0.016", today=today)
    grounds = {"reason": "管委会已审议", "evidence": ["会议纪要1号"]}
    answer = await accounts.staff.post("/policies", draft | grounds)
    assert answer.json()["title"] == "policy-desk-shut"


async def test_what_a_centre_adopts_counts_and_nothing_beside_it(withdrawals: Any) -> None:
    await put_in_force(withdrawals.context, EASIER, LATER)
    assert "forged" in documents(await book(withdrawals))
    owner = await owner_of(withdrawals.context)
    try:
        await owner.execute(
            "UPDATE policy SET effective_from = '2020-01-01' WHERE document_number = 'forged'"
        )
        await owner.execute("UPDATE rule_book SET version = gen_random_uuid()")
    finally:
        await owner.close()
    assert "forged" not in documents(await book(withdrawals))


async def test_an_interest_rate_of_ones_own_is_named_by_the_check(accounts: Any) -> None:
    assert await check(accounts.context, OF_ACCOUNTS) == 0
    owner = await owner_of(accounts.context)
    try:
        await owner.execute("INSERT INTO interest_rate VALUES ('2026-06-11', 0.3, 'x')")
        await owner.execute("DELETE FROM deposit_policy")
    finally:
        await owner.close()
    assert await check(accounts.context, OF_ACCOUNTS) == 2
    await put_in_force(accounts.context, "SELECT 1")
    assert await check(accounts.context, OF_ACCOUNTS) == 1, "what is gone stays gone"
