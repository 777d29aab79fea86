"""A month of the audit trail is taken off into a file and put back, and the chain holds all the while."""

import argparse
import gzip
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import asyncpg
import pytest
from tests.support.workbench import Workbench

from local.databases import ServiceDatabase
from shared.http.audit_api import NEWEST, page
from shared.operations import audit_chain, month_files

ZONE = ZoneInfo("Asia/Shanghai")
BEGINS = (datetime.now(ZONE) - timedelta(days=400)).replace(
    day=1, hour=0, minute=0, second=0, microsecond=0
)
ENDS = (BEGINS + timedelta(days=31)).replace(day=1)
MONTH = f"audit_record_{BEGINS:%Y%m%d}"
PIECE = f"CREATE TABLE {MONTH} PARTITION OF audit_record FOR VALUES FROM ('{BEGINS}') TO ('{ENDS}')"
RECORDED = """
INSERT INTO audit_record
    (recorded_at, role, actor, channel, address, action, subject, outcome, reason, trace_id)
SELECT at, 'x', '张*', 'web', '', 'GET /x', '"a",' || n || E'\\n', 'done', '', ''
FROM unnest($1::timestamptz[]) WITH ORDINALITY AS one (at, n)
"""
SEAL = "SELECT count(*) FROM audit_seal_new()"
CONTENT = "SELECT md5(string_agg(to_jsonb(one)::text, ',' ORDER BY id)) FROM audit_record AS one"


@dataclass
class Trail:
    """A database, its owner's connection, and a folder on the cheap disk."""

    database: ServiceDatabase
    owner: Any
    folder: Path

    async def ops(self, work: str, what: str | None = None) -> int:
        """`ops months`, as the operator types it."""
        arguments = argparse.Namespace(work=work, what=what, folder=str(self.folder))
        return await month_files._run(self.database.owner_url, arguments)

    @property
    def file(self) -> Path:
        return self.folder / f"{MONTH}.csv.gz"


@pytest.fixture
async def trail(platform: Workbench, tmp_path: Path) -> AsyncIterator[Trail]:
    """Three records of a month of last year, sealed by two seals, and two of today."""
    database = await platform.create_database("hotline")
    owner = await asyncpg.connect(database.owner_url)
    await owner.execute(PIECE)
    old = [BEGINS + timedelta(days=day) for day in (1, 2, 3)]
    await owner.execute(RECORDED, old[:2])
    await owner.execute(SEAL)
    now = await owner.fetchval("SELECT now()")
    await owner.execute(RECORDED, [old[2], now])
    await owner.execute(SEAL)
    await owner.execute(RECORDED, [now])
    await owner.execute(SEAL)
    yield Trail(database, owner, tmp_path)
    await owner.close()
    await platform.drop_database(database)


async def test_a_month_goes_into_its_file_and_comes_back_as_it_was(
    trail: Trail, capsys: pytest.CaptureFixture[str]
) -> None:
    before = await trail.owner.fetchval(CONTENT)
    assert await trail.ops("detach", MONTH) == 0
    assert await trail.owner.fetchval("SELECT count(*) FROM audit_record") == 2
    assert await audit_chain.differences(trail.owner) == []
    (told,) = await audit_chain.elsewhere(trail.owner)
    assert told.startswith(f"seals 1 to 2 lie in {MONTH}.csv.gz, sha256 ")
    async with asyncpg.create_pool(trail.database.url, min_size=1, max_size=1) as pool:
        shown = await page(pool, None, None, NEWEST, 9)
    assert (len(shown.items), shown.elsewhere) == (2, [f"{MONTH}.csv.gz"])
    assert await trail.ops("list") == 0
    assert f"{MONTH} in {MONTH}.csv.gz 3 " in capsys.readouterr().out

    assert await trail.ops("attach", str(trail.file)) == 0
    assert await trail.owner.fetchval(CONTENT) == before
    assert await audit_chain.elsewhere(trail.owner) == []
    assert await audit_chain.differences(trail.owner) == []
    runtime = await asyncpg.connect(trail.database.url)
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await runtime.fetch(f"SELECT FROM {MONTH}")
    await runtime.close()


async def test_another_file_is_not_put_back_and_a_month_at_hand_is_not_taken_off(
    trail: Trail, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await trail.ops("detach", MONTH) == 0
    whole = trail.file.read_bytes()
    trail.file.write_bytes(gzip.compress(b"1,2,3\n"))
    assert await trail.ops("attach", str(trail.file)) == 1
    assert "is not what was written" in capsys.readouterr().err
    trail.file.write_bytes(whole)
    assert await trail.ops("attach", str(trail.file)) == 0

    this = f"audit_record_{datetime.now(ZONE):%Y%m}01"
    assert await trail.ops("detach", this) == 1
    assert "stay at hand" in capsys.readouterr().err
    assert await trail.ops("detach", "audit_record_rest") == 1
    await trail.owner.execute(RECORDED, [BEGINS])
    assert await trail.ops("detach", MONTH) == 1
    assert "without a seal" in capsys.readouterr().err
