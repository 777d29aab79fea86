"""The audit trail goes into months while services of the release before write it; nothing of it changes."""

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import date, timedelta
from typing import Any

import asyncpg
import pytest
from prometheus_client import REGISTRY
from tests.support.workbench import Workbench

from shared.audit.trail import INSERT
from shared.base.migrate import migrations_of, perform
from shared.operations import months
from shared.operations.audit_chain import differences

BEFORE = 11
"""Files of the plumbing that the release before has."""
RECORD = ([None], *([word] for word in ("x", "x", "x", "x", "x", "x", "done", "x", "x")))
CONTENT = """
SELECT md5(string_agg(to_jsonb(one)::text, ',' ORDER BY id)) FROM audit_record AS one WHERE id <= $1
"""
PIECES = """
SELECT inhrelid::regclass::text AS name, pg_get_expr(relpartbound, inhrelid) AS bound
FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
WHERE inhparent = 'audit_record'::regclass ORDER BY 1
"""
NEXT_MONTH = "(date_trunc('month', now() AT TIME ZONE 'Asia/Shanghai') + interval '1 month')"


@pytest.fixture
async def connected(platform: Workbench) -> AsyncIterator[tuple[Any, Any]]:
    """A database of the release before; its owner's connection and the service's."""
    database = await platform.create_empty_database("hotline")
    owner = await asyncpg.connect(database.owner_url)
    for migration in migrations_of("shared")[:BEFORE]:
        await perform(owner, migration)
    runtime = await asyncpg.connect(database.url)
    yield owner, runtime
    await runtime.close()
    await owner.close()
    await platform.drop_database(database)


async def upgraded(owner: Any) -> None:
    for migration in migrations_of("shared")[BEFORE:]:
        await perform(owner, migration)


async def test_what_there_is_stays_as_it_is_and_a_writer_of_before_goes_on(
    connected: tuple[Any, Any],
) -> None:
    owner, runtime = connected
    for _ in range(3):
        await runtime.execute(INSERT, *RECORD)
        await runtime.fetch("SELECT audit_seal_new()")
    before = await owner.fetchval(CONTENT, 3)
    stop, written = asyncio.Event(), 3

    async def write() -> int:
        """A statement that the release before has prepared."""
        nonlocal written
        prepared = await runtime.prepare(INSERT)
        while not stop.is_set():
            await prepared.fetch(*RECORD)
            written += 1
        return written

    writing = asyncio.create_task(write())
    await upgraded(owner)
    seen = written
    async with asyncio.timeout(30):
        while written < seen + 5:
            await asyncio.sleep(0.01)
    stop.set()
    assert await owner.fetchval("SELECT count(*) FROM audit_record") == await writing
    assert await owner.fetchval("SELECT max(id) FROM audit_record") == written
    assert await owner.fetchval(CONTENT, 3) == before
    await runtime.fetch("SELECT audit_seal_new()")
    assert await differences(owner) == []
    pieces = {row["name"]: row["bound"] for row in await owner.fetch(PIECES)}
    assert pieces["audit_record_before"].startswith("FOR VALUES FROM (MINVALUE) TO (")
    assert pieces["audit_record_rest"] == "DEFAULT"
    for piece in pieces:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await runtime.fetch(f"SELECT FROM {piece}")
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await runtime.fetch(f"DELETE FROM {piece}")


async def test_months_are_made_ahead_and_one_whose_rows_lie_in_the_rest_is_told(
    connected: tuple[Any, Any],
) -> None:
    owner, runtime = connected
    await upgraded(owner)
    made = [row["name"] for row in await owner.fetch(PIECES)]
    this: date = await owner.fetchval("SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date")
    expected = [this.replace(day=1)]
    while len(expected) < 1 + months.MONTHS_AHEAD:
        expected.append((expected[-1] + timedelta(days=31)).replace(day=1))
    assert made == [*(f"audit_record_{day:%Y%m%d}" for day in expected), "audit_record_rest"]
    assert await months.make(runtime) == []

    coming = f"audit_record_{expected[1]:%Y%m%d}"
    await owner.execute(f"DROP TABLE {coming}")
    await owner.execute(
        f"""
        INSERT INTO audit_record
            (recorded_at, role, actor, channel, address, action, subject, outcome, reason, trace_id)
        SELECT {NEXT_MONTH} AT TIME ZONE 'Asia/Shanghai', 'x', 'x', 'x', 'x', 'x', 'x', 'done', 'x', 'x'
        """
    )
    assert await months.make(runtime) == [coming]
    assert REGISTRY.get_sample_value("months_missing") == 1
    await owner.execute("ALTER TABLE audit_record DISABLE TRIGGER USER")
    await owner.execute("DELETE FROM audit_record")
    assert await months.make(runtime) == []
    assert REGISTRY.get_sample_value("months_missing") == 0
    bounds = {row["name"]: row["bound"] for row in await owner.fetch(PIECES)}
    assert re.match(r"FOR VALUES FROM \('\d{4}-\d\d-", bounds[coming])
