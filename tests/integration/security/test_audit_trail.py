"""Whoever acts, or looks at what is somebody else's, stands in the audit trail; nobody bends it unseen."""

import asyncio
import os
import sys
import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import asyncpg
import httpx
import pytest
from prometheus_client import REGISTRY
from tests.support.apps import app_of
from tests.support.callers import LOOK
from tests.support.issuer import Issuer, confirmed
from tests.support.waiting import until
from tests.support.workbench import Workbench

from shared.audit import trail as audit
from shared.base.clock import FixedClock
from shared.identity.principal import Principal, Role
from shared.messaging.unit import Context
from shared.operations import audit_chain
from shared.operations.audit_chain import OLDEST_UNSEALED, SEAL_NEW, differences
from withdrawals.main import service as make_service
from withdrawals.settings import Settings
from withdrawals.store import rulebooks

BASE = "/api/withdrawals"
CARD = "6222021612003456788"
TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
TRAIL = """
SELECT actor_id, role, actor, channel, address, action, subject, outcome, reason, trace_id
FROM audit_record ORDER BY id
"""


@dataclass
class Office:
    """Withdrawals with its HTTP edge, and people who call it."""

    context: Context
    client: httpx.AsyncClient
    keys: Issuer
    admin_url: str

    async def call(
        self, who: Principal, method: str, path: str, body: Any = None, key: str | None = None
    ) -> httpx.Response:
        token = self.keys.token(who)
        return await self.client.request(
            method,
            f"{BASE}{path}",
            json=body,
            headers={
                **LOOK,
                **confirmed(token, f"{BASE}{path}", body),
                "Authorization": f"Bearer {token}",
                "Idempotency-Key": key or uuid.uuid4().hex,
                "traceparent": TRACE,
            },
        )

    async def trail(self) -> list[asyncpg.Record]:
        return await self.context.pool.fetch(TRAIL)


@pytest.fixture
async def office(platform: Workbench, service_context: Any, keys: Issuer) -> AsyncIterator[Office]:
    context = await service_context(
        "withdrawals",
        Settings,
        clock=FixedClock(datetime(2026, 10, 12, 1, 0, tzinfo=UTC)),
        jwks_url=keys.jwks_url,
        audit_seal_seconds=0.05,
    )
    async with context.unit() as unit:
        await rulebooks.load_packaged_days(unit)
    app = app_of(make_service(context.settings), context)
    transport = httpx.ASGITransport(app=app, client=("203.0.113.7", 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://edge") as client:
        (name,) = await context.pool.fetchrow("SELECT current_database()")
        url = platform.platform.postgres.url_of(name)
        yield Office(context, client, keys, url)


def somebody(role: Role) -> Principal:
    person_id = uuid.uuid4() if role is Role.INDIVIDUAL else None
    return Principal(uuid.uuid4(), role, person_id, None, "王*", "web")


APPLICATION = {"kind": "retirement", "card_number": CARD}


async def test_what_a_person_does_is_recorded_with_it_whoever_shares_the_transaction(
    office: Office,
) -> None:
    citizens = [somebody(Role.INDIVIDUAL) for _ in range(8)]
    answers = await asyncio.gather(
        *(office.call(who, "POST", "/applications", APPLICATION) for who in citizens)
    )
    assert {answer.status_code for answer in answers} == {202}
    made = {
        who.identity_id: answer.json()["id"] for who, answer in zip(citizens, answers, strict=True)
    }
    trail = await office.trail()
    assert {row["actor_id"]: row["subject"] for row in trail} == made
    assert {tuple(row.values())[1:6] + tuple(row.values())[7:] for row in trail} == {
        (
            "individual", "王*", "web", "203.0.113.7", "POST /applications",
            "done", "", TRACE[3:35],
        )
    }  # fmt: skip
    assert await office.context.pool.fetchval(
        "SELECT count(DISTINCT transaction_id) < count(*) FROM audit_record"
    ), "the hot path shares its transactions"
    looked = await office.call(citizens[0], "GET", f"/applications/{made[citizens[0].identity_id]}")
    assert looked.status_code == 200
    assert len(await office.trail()) == len(citizens), "what is one's own one may look at"


async def test_refusals_denials_and_looks_are_recorded_before_their_answer(office: Office) -> None:
    citizen, maker = somebody(Role.INDIVIDUAL), somebody(Role.STAFF_MAKER)
    first = await office.call(citizen, "POST", "/applications", APPLICATION, key="k")
    again = await office.call(citizen, "POST", "/applications", APPLICATION)
    ban = {"person_id": str(uuid.uuid4()), "cause": "false_materials", "found_on": "2026-10-09"}
    denied = await office.call(citizen, "POST", "/bans", ban)
    looked = await office.call(maker, "GET", "/bans")
    strange = uuid.uuid4()
    missing = await office.call(maker, "GET", f"/reviews/{strange}")
    statuses = [answer.status_code for answer in (first, again, denied, looked, missing)]
    assert statuses == [202, 409, 403, 200, 404]
    found = [
        (row["actor_id"], row["action"], row["outcome"], row["reason"])
        for row in await office.trail()
    ]
    code = again.json()["title"]
    assert found == [
        (citizen.identity_id, "POST /applications", "done", ""),
        (citizen.identity_id, "POST /applications", "refused", code),
        (citizen.identity_id, "POST /bans", "denied", "not-allowed"),
        (maker.identity_id, "GET /bans", "done", ""),
        (maker.identity_id, "GET /reviews/{application_id}", "refused", "not-found"),
    ]
    assert (await office.trail())[-1]["subject"] == str(strange)


async def test_an_auditor_reads_the_trail_and_that_is_recorded_too(office: Office) -> None:
    auditor, maker = somebody(Role.STAFF_AUDITOR), somebody(Role.STAFF_MAKER)
    for _ in range(3):
        await office.call(maker, "GET", "/bans")
    page = (await office.call(auditor, "GET", "/audit?limit=2")).json()
    assert len(page["items"]) == 2
    rest = (
        await office.call(auditor, "GET", f"/audit?limit=9&cursor={page['next_cursor']}")
    ).json()
    assert [line["actor_id"] for line in rest["items"]] == [str(maker.identity_id)]
    assert rest["next_cursor"] is None
    mine = (await office.call(auditor, "GET", f"/audit?actor_id={auditor.identity_id}")).json()
    assert {line["action"] for line in mine["items"]} == {"GET /audit"}
    assert (await office.call(auditor, "GET", "/audit?cursor=WzEsMl0x")).status_code == 400
    for role in (Role.STAFF_MAKER, Role.STAFF_CHECKER, Role.STAFF_ADMIN, Role.INDIVIDUAL):
        assert (await office.call(somebody(role), "GET", "/audit")).status_code == 403


async def sealed(office: Office, lines: int) -> None:
    """Look at something so often, and wait until that is sealed."""
    await asyncio.gather(
        *(office.call(somebody(Role.STAFF_MAKER), "GET", "/bans") for _ in range(lines))
    )
    assert len(await office.context.pool.fetch(SEAL_NEW)) == 1


async def test_a_running_service_seals_by_itself(office: Office) -> None:
    await office.call(somebody(Role.STAFF_MAKER), "GET", "/bans")
    stop = asyncio.Event()
    sealing = asyncio.create_task(audit_chain.keep_sealed(office.context, stop))
    await until(lambda: office.context.pool.fetchval("SELECT sum(records) = 1 FROM audit_seal"))
    stop.set()
    await sealing


async def test_who_still_writes_is_sealed_later_and_holds_up_nobody(office: Office) -> None:
    await sealed(office, 2)
    pool = office.context.pool
    async with pool.acquire() as slow:
        writing = slow.transaction()
        await writing.start()
        await audit.append(slow, [audit.Record("slow", "")])
        assert (await office.call(somebody(Role.STAFF_MAKER), "GET", "/bans")).status_code == 200
        assert len(await pool.fetch(SEAL_NEW)) == 1
        await writing.commit()
    assert await pool.fetchval(OLDEST_UNSEALED) > 0, "it was not there to be sealed"
    await sealed(office, 1)
    assert await pool.fetchval(OLDEST_UNSEALED) == 0
    assert await pool.fetchval("SELECT sum(records) FROM audit_seal WHERE number > 1") == 3
    async with pool.acquire() as connection:
        assert await differences(connection) == []


def refused() -> float:
    return REGISTRY.get_sample_value("rows_refused_total", {"table": "audit_seal"}) or 0.0


@pytest.mark.parametrize(
    "poison",
    [
        "(number, from_transaction, before_transaction, records, previous_hash, hash)"
        " VALUES (2, 0, 4611686018427387904, 0, '', sha256('x'))",
        "(number, records, previous_hash, hash) VALUES (9223372036854775807, 0, '', sha256('x'))",
    ],
)
async def test_a_poisoned_seal_stops_no_sealing_and_is_named(office: Office, poison: str) -> None:
    """It was to say that all there will ever be is covered already: nothing was sealed, the gauge said 0."""
    await sealed(office, 1)
    pool = office.context.pool
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await pool.execute(f"INSERT INTO audit_seal {poison}")
    admin = await administrator(office)
    await admin.execute(f"INSERT INTO audit_seal {poison}")
    await office.call(somebody(Role.STAFF_MAKER), "GET", "/bans")
    assert await pool.fetchval(OLDEST_UNSEALED) > 0
    before = refused()
    await audit_chain.seal(office.context)
    assert await pool.fetchval(OLDEST_UNSEALED) == 0
    assert refused() == before + 1
    assert any("does not follow" in line for line in await differences(admin))
    await admin.close()


async def test_in_another_cluster_the_trail_goes_on(office: Office) -> None:
    """Where a dump is restored transactions may begin at lower numbers than those that it tells of."""
    admin = await administrator(office)
    await admin.execute(
        "INSERT INTO audit_record (transaction_id, role, actor, channel, address, action, subject,"
        " outcome, reason, trace_id)"
        " VALUES (1000000000000, '', '', '', '', 'before the restore', '', 'done', '', '')"
    )
    await sealed(office, 1)
    await sealed(office, 2)
    assert await differences(admin) == []
    await admin.close()
    auditor = somebody(Role.STAFF_AUDITOR)
    shown = (await office.call(auditor, "GET", "/audit?limit=9")).json()["items"]
    assert [line["action"] for line in shown] == ["GET /bans"] * 3 + ["before the restore"]


BENT = {
    "altered": ("UPDATE audit_record SET outcome = 'refused' WHERE id = 2", "a record was altered"),
    "cut out": ("DELETE FROM audit_record WHERE id = 2", "seal 1: 3 records, now 2"),
    "put in": (
        "INSERT INTO audit_record (seal_number, role, actor, channel, address, action, subject,"
        " outcome, reason, trace_id) SELECT seal_number, role, actor, channel, address, action,"
        " subject, outcome, reason, trace_id FROM audit_record WHERE id = 2",
        "seal 1: 3 records, now 4",
    ),
    "moved": (
        "UPDATE audit_record SET recorded_at = recorded_at - interval '1 day' WHERE id = 2",
        "a record was altered",
    ),
    "seal cut out": ("DELETE FROM audit_seal WHERE number = 1", "seal 2 does not follow"),
    "seal made anew": ("UPDATE audit_seal SET hash = sha256('') WHERE number = 1", "seal 2 does not follow"),
    "end cut off": (
        "DELETE FROM audit_record WHERE seal_number = 2; DELETE FROM audit_seal WHERE number = 2",
        "seal 2 is not the one that was kept",
    ),
    "let go": ("UPDATE audit_record SET seal_number = NULL WHERE id = 2", "seal 1: 3 records, now 2"),
    "of no seal": ("UPDATE audit_record SET seal_number = 7 WHERE id = 2", "1 records are of a seal"),
    "made anew from here on": (
        "UPDATE audit_record SET actor = 'x' WHERE id > 3; UPDATE audit_seal SET"
        " hash = audit_hash(number, previous_hash) WHERE number = 2",
        "seal 2 is not the one that was kept",
    ),
}  # fmt: skip


async def test_the_verifier_finds_whatever_even_the_administrator_bends(
    office: Office, tmp_path: Path
) -> None:
    await sealed(office, 3)
    await sealed(office, 2)
    admin = await administrator(office)
    try:
        last = await audit_chain.head(admin)
        assert last is not None
        assert last.number == 2
        assert await differences(admin, [last]) == []
        for what, (statement, expected) in BENT.items():
            bending = admin.transaction()
            await bending.start()
            for table in ("audit_record", "audit_seal"):
                await admin.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            await admin.execute(statement)
            found = await _differences_inside(admin, last)
            assert any(expected in line for line in found), (what, found)
            await bending.rollback()
    finally:
        await admin.close()
    await _command_keeps_anchors(office, tmp_path / "anchors")


async def _differences_inside(admin: Any, last: audit_chain.Anchor) -> list[str]:
    """The verifier on a connection that is in a transaction already: it would open one of its own."""

    class Inside:
        fetch, fetchval, fetchrow = admin.fetch, admin.fetchval, admin.fetchrow

        def transaction(self, **_options: object) -> Any:
            return admin.transaction()

    return await differences(Inside(), [last])  # type: ignore[arg-type]


async def administrator(office: Office) -> Any:
    return await asyncpg.connect(office.admin_url)


async def _command_keeps_anchors(office: Office, anchors: Path) -> None:
    """As an operator runs it: twice, then after the end was cut off."""

    async def command() -> tuple[int, str]:
        process = await asyncio.create_subprocess_exec(
            str(Path(sys.executable).parent / "ops"), "audit", "--anchors", str(anchors),
            env={**os.environ, "DATABASE_URL": str(office.context.settings.database_url)},
            stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        output, _ = await process.communicate()
        assert process.returncode is not None
        return process.returncode, output.decode()

    status, said = await command()
    (kept,) = audit_chain.read_anchors(anchors)
    assert (status, said) == (0, f"{kept}: 0 differences\n")
    audit_chain.add_anchor(anchors, kept._replace(digest="00" * 32))
    status, said = await command()
    assert status == 1
    assert "DIFFERENCE seal 2 is not the one that was kept" in said
