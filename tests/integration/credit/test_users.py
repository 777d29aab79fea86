"""Authorised users (R-CRD-1, R-CRD-32) and the chain of their look-ups (R-CRD-33)."""

import uuid
from datetime import timedelta
from typing import Any

from tests.support.credit import code_of, many, penalty, user
from tests.support.two_people import holds_against_insiders, staff
from tests.support.workbench import Workbench

from credit import metrics, tasks
from local.databases import administrator
from shared.identity.principal import Role

from .conftest import REASON, Bureau
from .test_checks import COMMITTED

NAME = "德州某某纺织有限公司"


def question(matter_id: str, *serials: int) -> dict[str, Any]:
    firms = [{"name": NAME, "code": code_of(serial)} for serial in serials]
    return {"matter_id": matter_id, "purpose": "政府采购供应商核查", "subjects": firms}


async def test_r_crd_32_users_come_by_two_are_confirmed_each_quarter_and_shut_when_idle(
    bureau: Bureau,
) -> None:
    asker = staff(Role.STAFF_MAKER)
    checker = bureau.caller(bureau.checker)
    refused = await bureau.caller(asker).post("/checks", question("A", 1))
    assert (refused.status_code, refused.json()["title"]) == (403, "no-credit-user")
    body = {**user(asker.identity_id), **REASON}
    await holds_against_insiders(bureau.desk, "/users", body)
    reporter = staff(Role.STAFF_MAKER)
    await bureau.by_two("/users", **user(reporter.identity_id, role="reporter", county="禹城市"))
    refused = await bureau.caller(reporter).post("/checks", question("A", 1))
    assert refused.json()["title"] == "no-credit-user", "who reports does not ask"
    assert len((await bureau.caller(asker).done("/checks", question("A", 1)))["items"]) == 1
    shown = (await checker.get("/users", county="德州市")).json()
    # let in on 12 October: until the quarter after that one ends
    assert [one["confirmed_until"] for one in shown["items"]] == ["2027-03-31"]
    assert shown["in_force"] == 2
    own = await bureau.caller(staff(Role.STAFF_CHECKER, own_person_id=None)).post(
        f"/users/{uuid.uuid4()}/confirmation"
    )
    assert own.status_code == 404
    bureau.clock.advance(timedelta(days=89))
    await bureau.caller(asker).done("/checks", question("B", 1))
    confirmed = await checker.post(f"/users/{asker.identity_id}/confirmation")
    assert confirmed.json()["confirmed_until"] == "2027-06-30"
    bureau.clock.advance(timedelta(days=2))
    await tasks.look(bureau.context)
    reasons = {
        one["role"]: one["shut_reason"] for one in (await checker.get("/users")).json()["items"]
    }
    assert reasons == {"asker": None, "reporter": "长期未使用"}
    stopped = await checker.post(f"/users/{asker.identity_id}/shutting", {"reason": "调离岗位"})
    assert stopped.json()["shut_reason"] == "调离岗位"
    refused = await bureau.caller(asker).post("/checks", question("C", 1))
    assert refused.json()["title"] == "credit-user-shut"
    late = await checker.post(f"/users/{asker.identity_id}/confirmation")
    assert late.json()["title"] == "credit-user-shut", "coming back takes two"


async def test_r_crd_33_each_look_up_is_chained_and_many_at_once_take_two(
    bureau: Bureau, platform: Workbench
) -> None:
    asker, auditor = staff(Role.STAFF_MAKER), bureau.caller(bureau.checker)
    await bureau.by_two("/users", **user(asker.identity_id))
    subject_id = await bureau.subject(NAME, code=code_of(1))
    await bureau.caller(asker).done("/checks", question("A", 1, 2))
    too_many = await bureau.caller(asker).post("/checks", {**question("B"), "subjects": many(51)})
    assert too_many.status_code == 422
    body = {**question("B"), "subjects": many(51), **REASON}
    stranger = await bureau.caller(staff(Role.STAFF_MAKER)).post("/checks/bulk", body)
    assert stranger.json()["title"] == "no-credit-user"
    proposed = await bureau.caller(asker).done("/checks/bulk", body)
    assert await bureau.context.pool.fetchval("SELECT count(*) FROM look_up") == 2
    decided = await bureau.desk.decide(proposed["proposal_id"], bureau.checker)
    assert decided.json()["result"] == {"checks": 51}
    assert (await auditor.get("/look-ups/verification")).json() == {
        "looked_through": 53, "broken_at": None,
    }  # fmt: skip
    seen = (await auditor.get("/look-ups", subject_id=subject_id)).json()["items"]
    assert [(one["matter_id"], one["purpose"]) for one in seen] == [
        ("B", "政府采购供应商核查"), ("A", "政府采购供应商核查"),
    ]  # fmt: skip
    object.__setattr__(bureau.context.settings, "odd_look_ups_a_day", 52)
    await tasks.look(bureau.context)
    assert metrics.USERS_ODD._value.get() == 1
    name = str(bureau.context.settings.database_url).rpartition("/")[2]
    async with administrator(platform.platform.postgres, name) as connection:
        await connection.execute("UPDATE look_up SET purpose = '好奇' WHERE number = 7")
    broken = (await auditor.get("/look-ups/verification")).json()
    assert broken == {"looked_through": 6, "broken_at": 7}


async def test_r_crd_32_reporters_report_repair_officers_repair_and_idle_ones_do_neither(
    bureau: Bureau,
) -> None:
    code = code_of(1)
    await bureau.subject(NAME, code=code)
    fine = await bureau.published(penalty(NAME, code, decided_on="2026-06-01"))
    reporter, officer = staff(Role.STAFF_MAKER), staff(Role.STAFF_MAKER)
    applied = await bureau.bare(officer).done(f"/records/{fine}/repairs", COMMITTED)
    accepting = f"/repairs/{applied['repair_id']}/acceptance"
    deciding = f"/repairs/{applied['repair_id']}/decision-proposals"
    accept = {"accepted": True, **REASON}
    for who in (reporter, officer):
        await bureau.by_two("/users", **user(who.identity_id))
    record_id = await bureau.published(penalty(NAME, code))
    reports: list[tuple[str, Any]] = [
        ("/records", penalty(NAME, code)),
        ("/records/publications", {"record_ids": [record_id], **REASON}),
        (f"/records/{record_id}/withdrawal", REASON),
        (f"/imports/{uuid.uuid4()}/acceptance", {"digest": "0" * 64, **REASON}),
    ]
    repairs: list[tuple[str, Any]] = [(accepting, accept), (deciding, {"agree": True, **REASON})]
    for path, body in (*reports, *repairs):
        refused = await bureau.bare(reporter).post(path, body)
        assert refused.json()["title"] == "no-credit-user", f"who asks does not do {path}"
    await bureau.by_two("/users", **user(reporter.identity_id, role="reporter"))
    await bureau.by_two("/users", **user(officer.identity_id, role="repair_officer"))
    for path, body in repairs:
        refused = await bureau.bare(reporter).post(path, body)
        assert refused.json()["detail"].startswith("未获得信用平台的“信用修复”授权")
    for path, body in reports:
        assert (await bureau.bare(officer).post(path, body)).status_code == 403, path
    made = await bureau.bare(reporter).done("/records", penalty(NAME, code))
    await bureau.bare(officer).done(accepting, accept)
    body = {"record_ids": [made["record_id"]], **REASON}
    publication = (await bureau.bare(reporter).done("/records/publications", body))["proposal_id"]
    # what a reporter proposed who is shut by then is not done (R-CRD-32)
    await bureau.caller(bureau.checker).post(f"/users/{reporter.identity_id}/shutting", REASON)
    late = await bureau.desk.decide(publication, bureau.checker)
    assert late.json()["title"] == "credit-user-shut"
    bureau.clock.advance(timedelta(days=91))
    idle = await bureau.bare(officer).post(deciding, {"agree": True, **REASON})
    assert idle.json()["title"] == "credit-user-shut", "dormant before any task looked"
