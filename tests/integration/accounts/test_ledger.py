"""What the ledger itself refuses, whoever writes; and the auditor who finds one fen (R-BK-1, 2)."""

import asyncio
import os
import sys
import uuid
from datetime import date, timedelta
from typing import Any

import asyncpg
import pytest

from accounts.handlers import reservations
from accounts.store import days
from accounts.views import verification
from accounts.work.verification import by_days

from .conftest import TODAY, Accounts, paid, requested, returned

OPEN = """
INSERT INTO transfer (id, idempotency_key, state, business_type, settled_at)
VALUES ($1, $2, $3, '99', CASE WHEN $3 <> 'pending' THEN now() END)
"""
BOOK = """
INSERT INTO entry (transfer_id, ledger_account_id, amount_fen, business_type, value_date, booked_on)
SELECT $1, account, fen, '99', $4, $4 FROM unnest($2::bigint[], $3::bigint[]) AS one (account, fen)
"""
READ_THROUGH = """
SELECT sum(seq_scan) FROM pg_stat_user_tables WHERE relname IN ('entry', 'ledger_balance')
"""


async def transfer(
    connection: Any, amounts: dict[int, int], *, state: str = "posted", on: date = TODAY
) -> uuid.UUID:
    """Write a transfer and its entries as the service's own role."""
    made = uuid.uuid4()
    await connection.execute(OPEN, made, str(made), state)
    await connection.execute(BOOK, made, list(amounts), list(amounts.values()), on)
    return made


@pytest.fixture
async def two(accounts: Accounts) -> tuple[int, int]:
    """Ledger accounts: the bank's, and a fresh one that may not go below 0."""
    bank = await accounts.pool.fetchval("SELECT id FROM ledger_account WHERE kind = 'bank'")
    fresh = await accounts.pool.fetchval(
        "INSERT INTO ledger_account (kind, number) VALUES ('individual', 'x') RETURNING id"
    )
    return bank, fresh


async def balance(accounts: Accounts, ledger_account_id: int) -> tuple[int, int]:
    row = await accounts.pool.fetchrow(
        "SELECT posted_fen, frozen_fen FROM ledger_balance WHERE ledger_account_id = $1",
        ledger_account_id,
    )
    return row["posted_fen"], row["frozen_fen"]


async def test_a_balanced_transfer_moves_the_running_balances(
    accounts: Accounts, two: tuple[int, int]
) -> None:
    bank, mine = two
    async with accounts.pool.acquire() as connection:
        await transfer(connection, {bank: -700, mine: 700})
    assert await balance(accounts, mine) == (700, 0)
    assert await balance(accounts, bank) == (-700, 0)


@pytest.mark.parametrize("amounts", [(-700, 701), (-700, 699), (1, 1)])
async def test_an_unbalanced_transfer_is_refused(
    accounts: Accounts, two: tuple[int, int], amounts: tuple[int, int]
) -> None:
    with pytest.raises(asyncpg.CheckViolationError, match="does not balance"):
        async with accounts.pool.acquire() as connection, connection.transaction():
            await transfer(connection, dict(zip(two, amounts, strict=True)))
    assert await balance(accounts, two[1]) == (0, 0)


async def test_an_entry_of_a_transfer_that_is_not_posted_is_refused(
    accounts: Accounts, two: tuple[int, int]
) -> None:
    bank, mine = two
    for state in ("pending", "voided"):
        with pytest.raises(asyncpg.CheckViolationError, match="not posted"):
            async with accounts.pool.acquire() as connection, connection.transaction():
                await transfer(connection, {bank: -1, mine: 1}, state=state)


async def test_entries_come_once_for_a_transfer(accounts: Accounts, two: tuple[int, int]) -> None:
    bank, mine = two
    async with accounts.pool.acquire() as connection:
        made = await transfer(connection, {bank: -1, mine: 1})
        with pytest.raises(asyncpg.CheckViolationError, match="has its entries already"):
            await connection.execute(BOOK, made, [bank, mine], [-1, 1], TODAY)


async def test_a_posting_does_not_read_the_ledger_through(
    accounts: Accounts, two: tuple[int, int], platform: Any
) -> None:
    """Its checks find what they ask for by the index, also when a few transfers have most entries."""
    bank, mine = two
    async with accounts.as_owner(platform) as owner:
        await transfer(owner, {mine: 10_000, bank: -10_000})
        made = uuid.uuid4()
        await owner.execute(OPEN, made, str(made), "posted")
        accounts_in_turn, amounts = [bank, mine] * 5_000, [-1, 1] * 5_000
        await owner.execute(BOOK, made, accounts_in_turn, amounts, TODAY)
        await owner.execute("ANALYZE")
        before = await owner.fetchval(READ_THROUGH)
        for _ in range(10):
            await transfer(owner, {bank: -1, mine: 1})
        await owner.execute("SELECT pg_stat_force_next_flush()")
        assert await owner.fetchval(READ_THROUGH) == before


async def test_the_available_balance_is_never_negative(
    accounts: Accounts, two: tuple[int, int]
) -> None:
    bank, mine = two
    async with accounts.pool.acquire() as connection:
        await transfer(connection, {bank: -700, mine: 700})
        with pytest.raises(asyncpg.CheckViolationError, match="available_not_negative"):
            async with connection.transaction():
                await transfer(connection, {bank: 701, mine: -701})
        held = uuid.uuid4()
        await connection.execute(OPEN, held, str(held), "pending")
        hold = (
            "INSERT INTO hold (transfer_id, ledger_account_id, amount_fen, active) "
            "VALUES ($1, $2, $3, true)"
        )
        with pytest.raises(asyncpg.CheckViolationError, match="available_not_negative"):
            await connection.execute(hold, held, mine, 701)
        await connection.execute(hold, held, mine, 700)
        with pytest.raises(asyncpg.CheckViolationError, match="available_not_negative"):
            async with connection.transaction():
                await transfer(connection, {bank: 1, mine: -1})
    assert await balance(accounts, mine) == (700, 700)


async def test_a_key_is_used_once(accounts: Accounts) -> None:
    async with accounts.pool.acquire() as connection:
        await connection.execute(OPEN, uuid.uuid4(), "same", "pending")
        with pytest.raises(asyncpg.UniqueViolationError, match="transfer_happens_once"):
            await connection.execute(OPEN, uuid.uuid4(), "same", "pending")


FORBIDDEN = [
    "UPDATE entry SET amount_fen = amount_fen + 1",
    "DELETE FROM entry",
    "TRUNCATE entry",
    "DELETE FROM transfer",
    "DELETE FROM hold",
    "UPDATE ledger_balance SET posted_fen = posted_fen + 1",
    "UPDATE ledger_balance SET may_be_negative = true",
    "INSERT INTO ledger_balance VALUES (99, 5, 0, true)",
    "DELETE FROM ledger_balance",
    "UPDATE ledger_account SET kind = 'bank'",
    "UPDATE ledger_day SET hash = ''",
    "DELETE FROM ledger_day",
    "UPDATE account_history SET reason = ''",
    "DELETE FROM interest_settlement",
    "ALTER TABLE entry DISABLE TRIGGER USER",
]


async def test_r_bk_2_the_service_may_not_touch_what_is_booked(accounts: Accounts) -> None:
    for statement in FORBIDDEN:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await accounts.pool.execute(statement)


async def test_r_bk_2_nor_may_the_owner_while_the_triggers_stand(
    accounts: Accounts, platform: Any
) -> None:
    await accounts.saver(sealed=None)
    async with accounts.as_owner(platform) as owner:
        for statement in (FORBIDDEN[0], FORBIDDEN[1], "TRUNCATE entry", *FORBIDDEN[3:5]):
            with pytest.raises(asyncpg.RestrictViolationError):
                await owner.execute(statement)


async def test_a_settled_transfer_stays_as_it_is(accounts: Accounts, two: tuple[int, int]) -> None:
    bank, mine = two
    async with accounts.pool.acquire() as connection:
        made = await transfer(connection, {bank: -1, mine: 1})
        for change in ("state = 'voided'", "state = 'pending', settled_at = NULL"):
            with pytest.raises(asyncpg.RestrictViolationError):
                await connection.execute(f"UPDATE transfer SET {change} WHERE id = $1", made)


async def test_r_bk_2_a_payment_is_reversed_once(accounts: Accounts) -> None:
    person = await accounts.saver()
    reserved = await accounts.reserve(person)
    await accounts.pay(reserved)
    await accounts.deliver(reservations.restore_funds, returned(reserved))
    reversal = await accounts.pool.fetchrow("SELECT * FROM transfer WHERE reversal_flag = '02'")
    with pytest.raises(asyncpg.UniqueViolationError, match="transfer_is_reversed_once"):
        await accounts.pool.execute(
            "INSERT INTO transfer (id, idempotency_key, state, business_type, reversal_flag, "
            "reverses) VALUES (gen_random_uuid(), 'again', 'pending', '12', '02', $1)",
            reversal["reverses"],
        )


async def seal_all(accounts: Accounts) -> int:
    async with accounts.context.unit() as unit:
        return await days.seal_days_before(unit.connection, accounts.clock.today())


async def test_r_bk_2_days_form_a_chain_and_a_sealed_day_takes_no_entry(
    accounts: Accounts, two: tuple[int, int]
) -> None:
    bank, mine = two
    async with accounts.pool.acquire() as connection:
        for day in (1, 2, 3):
            await transfer(connection, {bank: -day, mine: day}, on=TODAY + timedelta(days=day))
    accounts.on(TODAY + timedelta(days=5))
    assert await seal_all(accounts) == 3
    assert await seal_all(accounts) == 0
    await accounts.verified()
    days = await accounts.pool.fetch("SELECT * FROM ledger_day ORDER BY booked_on")
    assert [day["entries"] for day in days] == [2, 2, 2]
    assert days[1]["previous_hash"] == days[0]["hash"]
    async with accounts.pool.acquire() as connection:
        with pytest.raises(asyncpg.RestrictViolationError, match="sealed"):
            async with connection.transaction():
                await transfer(connection, {bank: -1, mine: 1}, on=TODAY + timedelta(days=2))
        await transfer(connection, {bank: -1, mine: 1}, on=accounts.clock.today())


async def auditor(url: str) -> tuple[int, str]:
    """Run `accounts verify` as operators do."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "accounts",
        "verify",
        env={**os.environ, "DATABASE_URL": url},
        stdout=asyncio.subprocess.PIPE,
    )
    out, _ = await process.communicate()
    return process.returncode or 0, out.decode()


PLANTED = [
    ("entry", "UPDATE entry SET amount_fen = amount_fen + 1 WHERE amount_fen > 0"),
    (
        "ledger_balance",
        "UPDATE ledger_balance SET posted_fen = posted_fen + 1 WHERE posted_fen > 0",
    ),
    ("hold", "UPDATE hold SET amount_fen = amount_fen - 1"),
    (
        "ledger_balance",
        "UPDATE ledger_balance SET frozen_fen = frozen_fen - 1 WHERE frozen_fen > 0",
    ),
    (
        "transfer",
        "UPDATE transfer SET state = 'voided', settled_at = now() WHERE state = 'pending'",
    ),
    ("entry", "DELETE FROM entry WHERE id = (SELECT max(id) FROM entry)"),
    ("receipt", "UPDATE receipt SET amount_fen = amount_fen + 1"),
    ("reservation", "UPDATE reservation SET principal_fen = principal_fen - 1"),
]


@pytest.mark.parametrize(("table", "damage"), PLANTED)
async def test_r_bk_1_the_auditor_finds_one_fen(
    accounts: Accounts, platform: Any, table: str, damage: str
) -> None:
    person = await accounts.saver()
    await accounts.reserve(person)
    url = str(accounts.context.settings.database_url)
    code, said = await auditor(url)
    assert (code, said.rstrip().endswith(": 0 differences")) == (0, True)
    async with accounts.as_owner(platform) as owner:
        await owner.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        await owner.execute(damage)
    code, said = await auditor(url)
    assert code == 1
    assert "DIFFERENCE" in said
    async with accounts.pool.acquire() as connection:
        assert await by_days(accounts.context, connection)


async def test_r_bk_2_the_auditor_finds_a_day_that_was_rewritten(
    accounts: Accounts, platform: Any
) -> None:
    await accounts.saver(sealed=None)
    accounts.on(TODAY + timedelta(days=3))
    await seal_all(accounts)
    async with accounts.as_owner(platform) as owner:
        await owner.execute("ALTER TABLE entry DISABLE TRIGGER USER")
        await owner.execute("UPDATE entry SET value_date = value_date - 30")
    async with accounts.pool.acquire() as connection:
        assert await verification.differences(connection) == [f"the chain is broken on {TODAY}"]


async def test_a_transfer_that_failed_leaves_nothing(accounts: Accounts) -> None:
    person = await accounts.saver()
    reserved = await accounts.reserve(person)
    before = await accounts.pool.fetchval("SELECT count(*) FROM entry")
    _, parked = await accounts.deliver(
        reservations.post_funds, paid(reserved, amount_fen=reserved.amount_fen + 1)
    )
    assert parked == [f"{reserved.amount_fen + 1} fen, but {reserved.amount_fen} fen are frozen"]
    assert await accounts.pool.fetchval("SELECT count(*) FROM entry") == before
    assert (await accounts.facts(person))["frozen_fen"] == reserved.principal_fen
    assert requested(person).person_id == person.person_id
    await accounts.verified()
