"""Credit is killed, and cut off from its servers, in mid-import and in mid-repair: each happens once."""

import asyncio
import uuid
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import asyncpg
import pytest
from tests.support.credit import code_of, penalty, user
from tests.support.credit_files import as_json
from tests.support.workbench import Workbench

from city.clients import AGREED, by_two
from local.databases import administrator
from local.system import System

from .evidence import Evidence, until
from .test_kill_each_service import connections
from .town import Town

ROWS, PORTION = 10_000, 1_000
HELD_AT = 5_500
"""The row at which the taker is held: its portion begins behind row 5,000."""
FIRST = 100_000
NAME = "德州第{}中途纺织有限公司"
A_YEAR_AGO = timedelta(days=365)
WAITS_FOR_US = """
SELECT pid FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid)) LIMIT 1
"""
HOLD_FIRM = """
INSERT INTO subject (subject_id, kind, code, name, registered_at, source)
VALUES (gen_random_uuid(), 'legal_person', $1, '占位', now(), '测试')
"""
HOLD_CHECK = "SELECT round FROM credit_check WHERE matter_id = $1 FOR UPDATE"
HISTORIES = """
SELECT count(*), count(DISTINCT subject_id) FROM subject JOIN subject_history USING (subject_id)
WHERE subject.name LIKE '%中途纺织%'
"""
STANDING = """
SELECT repair.state, record.state, round FROM repair JOIN record USING (record_id), credit_check
WHERE repair_id = $1 AND matter_id = $2
"""


@pytest.fixture
async def owner(system: System) -> AsyncIterator[asyncpg.Connection]:
    """Whoever owns credit's tables, to hold what a killed process is in the middle of."""
    connection = await asyncpg.connect(system.environments.databases["credit"].owner_url)
    yield connection
    await connection.close()


async def acts_as(town: Town, role: str) -> None:
    me = await town.maker.get("gateway/me")
    body = {**user(me["identity_id"], role=role), "reason": "平台授权"}
    await by_two(town.office.admin, town.office.other_admin, "credit/users/appointments", body)


async def previewed(town: Town, evidence: Evidence) -> Any:
    """A register of ten thousand firms that was handed in and read."""
    rows = [
        {"ZTMC": NAME.format(serial), "TYSHXYDM": code_of(serial)}
        for serial in range(FIRST, FIRST + ROWS)
    ]
    answer = await evidence.client.post(
        f"{evidence.city.edge_url}/api/credit/imports/uploads?what=subjects",
        content=as_json(rows),
        headers={
            **town.maker.headers, "Idempotency-Key": uuid.uuid4().hex,
            "Content-Type": "application/octet-stream",
        },
    )  # fmt: skip
    assert answer.status_code == 202, answer.text
    return await file_is(town, answer.json()["file_id"], "ready")


async def file_is(town: Town, file_id: str, state: str) -> Any:
    return await until(
        lambda: town.maker.get(f"credit/imports/{file_id}"),
        f"the file is {state}",
        lambda found: found["state"] == state,
    )


async def waiting_for(owner: asyncpg.Connection) -> int:
    """Who waits for what we hold; its process is in the middle."""

    async def pid() -> int:
        return int(await owner.fetchval(WAITS_FOR_US) or 0)

    return await until(pid, "somebody is in the middle")


async def test_r_crd_35_and_25_killed_in_mid_import_and_mid_repair_credit_does_each_once(
    platform: Workbench, system: System, town: Town, evidence: Evidence, owner: asyncpg.Connection
) -> None:
    await acts_as(town, "reporter")
    file = await previewed(town, evidence)
    path = f"credit/imports/{file['file_id']}"
    database = system.environments.databases["credit"].url.rpartition("/")[2]

    held = owner.transaction()
    await held.start()
    await owner.execute(HOLD_FIRM, code_of(FIRST + HELD_AT))
    await by_two(town.maker, town.checker, f"{path}/acceptance", {"digest": file["digest"]})
    first = await waiting_for(owner)
    async with administrator(platform.platform.postgres, database) as postgres:
        await postgres.execute("SELECT pg_terminate_backend($1)", first)
    await until(lambda: waiting_for(owner), "another try", lambda pid: pid != first)
    await system.kill("credit")
    await held.rollback()
    taken = "SELECT taken_to FROM import_file WHERE file_id = $1"
    assert await owner.fetchval(taken, uuid.UUID(file["file_id"])) == HELD_AT // PORTION * PORTION
    await system.bring_back("credit")
    done = await file_is(town, file["file_id"], "taken")
    assert (done["taken"], done["left_out"]) == (ROWS, 0)
    assert tuple(await owner.fetchrow(HISTORIES)) == (ROWS, ROWS), "nobody twice, nobody left out"

    name, code = NAME.format(FIRST), code_of(FIRST)
    row = penalty(name, code, decided_on=(town.today - A_YEAR_AGO).isoformat())
    record_id = (await town.maker.post("credit/records", row))["record_id"]
    await town.by_two("credit/records/publications", {"record_ids": [record_id]})
    await acts_as(town, "asker")
    matter = f"CG-{code}"
    question = {
        "matter_id": matter,
        "purpose": "采购核查",
        "subjects": [{"name": name, "code": code}],
    }
    await town.maker.post("credit/checks", question)
    await acts_as(town, "repair_officer")
    applied = {"applicant": "李四", "commitment": "情况属实，愿承担责任", "evidence": ["缴款书1号"]}
    repair_id = (await town.maker.post(f"credit/records/{record_id}/repairs", applied))["repair_id"]
    accepted = {"accepted": True, "reason": "材料齐全"}
    await town.maker.post(f"credit/repairs/{repair_id}/acceptance", accepted)
    agreeing = {"agree": True, "reason": "已履行"}
    proposed = await town.maker.post(f"credit/repairs/{repair_id}/decision-proposals", agreeing)

    held = owner.transaction()
    await held.start()
    await owner.execute(HOLD_CHECK, matter)
    decision = f"credit/proposals/{proposed['proposal_id']}/decision"
    deciding = asyncio.create_task(town.checker.post(decision, AGREED))
    await waiting_for(owner)
    await system.kill("credit")
    await held.rollback()

    async def standing() -> tuple[Any, ...]:
        return tuple(await owner.fetchrow(STANDING, uuid.UUID(repair_id), matter))

    assert await standing() == ("verifying", "published", 1), "decided, hidden and woken, or none"
    await system.bring_back("credit")
    await deciding
    async with platform.platform.rabbitmq.management() as management:
        users = await connections(management, evidence.city.vhost)
        await asyncio.gather(
            *(management.delete(f"/api/connections/{one}") for one, who in users.items() if "credit" in who)
        )  # fmt: skip
    assert await standing() == ("agreed", "repaired", 2)

    async def told() -> bool:
        return not await owner.fetchval("SELECT count(*) FROM outbox")

    await until(told, "everybody is told that it is hidden")
    shown = (await town.maker.get("credit/checks", matter_id=matter))["items"]
    assert [one["items"] for one in shown] == [[]]
    seen = await evidence.client.get(f"{evidence.city.edge_url}/api/credit/public/subjects/{code}")
    assert seen.json()["records"] == []
    assert await evidence.parked() == []
