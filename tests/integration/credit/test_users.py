"""Authorised users (R-CRD-1, R-CRD-32) and the chain of their look-ups (R-CRD-33)."""

import uuid
from datetime import timedelta
from typing import Any

from tests.support.credit import code_of, many, penalty, user
from tests.support.two_people import AGREED, holds_against_insiders, staff
from tests.support.workbench import Workbench

from credit import metrics, tasks
from local.databases import administrator
from shared.identity.principal import Principal, Role

from .conftest import REASON, Bureau, let_in
from .test_checks import COMMITTED

NAME = "德州某某纺织有限公司"


def question(matter_id: str, *serials: int) -> dict[str, Any]:
    firms = [{"name": NAME, "code": code_of(serial)} for serial in serials]
    return {"matter_id": matter_id, "purpose": "政府采购供应商核查", "subjects": firms}


async def test_r_crd_32_users_come_by_two_are_confirmed_each_quarter_and_shut_when_idle(
    bureau: Bureau,
) -> None:
    asker = staff(Role.STAFF_MAKER)
    checker, administrator = bureau.caller(bureau.checker), bureau.caller(bureau.maker)
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
    assert {one["confirmed_until"] for one in shown["items"]} == {"2027-03-31"}
    assert shown["in_force"] == len((await checker.get("/users")).json()["items"])
    nobody = await administrator.post(f"/users/{uuid.uuid4()}/confirmation")
    assert nobody.status_code == 404
    bureau.clock.advance(timedelta(days=89))
    await bureau.caller(asker).done("/checks", question("B", 1))
    confirmed = await administrator.post(f"/users/{asker.identity_id}/confirmation")
    assert confirmed.json()["confirmed_until"] == "2027-06-30"
    bureau.clock.advance(timedelta(days=2))
    await tasks.look(bureau.context)
    reasons = {
        one["role"]: one["shut_reason"]
        for one in (await checker.get("/users")).json()["items"]
        if one["role"] != "unit_admin"
    }
    assert reasons == {"asker": None, "reporter": "长期未使用"}
    stopped = await checker.post(f"/users/{asker.identity_id}/shutting", {"reason": "调离岗位"})
    assert stopped.json()["shut_reason"] == "调离岗位"
    refused = await bureau.caller(asker).post("/checks", question("C", 1))
    assert refused.json()["title"] == "credit-user-shut"
    late = await administrator.post(f"/users/{asker.identity_id}/confirmation")
    assert late.json()["title"] == "credit-user-shut", "coming back takes two"


async def test_r_crd_33_each_look_up_is_chained_and_many_at_once_take_two(
    bureau: Bureau, platform: Workbench
) -> None:
    asker, auditing = staff(Role.STAFF_MAKER), staff(Role.STAFF_CHECKER)
    auditor = bureau.bare(auditing)
    await let_in(bureau.context, auditing.identity_id, "auditor")
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


OTHER = {
    "unit_code": code_of(70, "11371482"),
    "unit_name": "禹城市市场监督管理局",
    "county": "禹城市",
}
"""Another unit."""


async def appointed(bureau: Bureau, who: Principal, **other: str) -> None:
    """Two administrators let somebody in; neither does it alone, nor to themselves."""
    one, another = staff(Role.STAFF_ADMIN), staff(Role.STAFF_ADMIN)
    body = {**user(who.identity_id, **other), **REASON}
    own = await bureau.bare(who).post("/users/appointments", body)
    assert own.status_code == 403
    to_oneself = {**body, "identity_id": str(one.identity_id)}
    refused = await bureau.bare(one).post("/users/appointments", to_oneself)
    assert refused.json()["title"] == "own-credit-user"
    made = await bureau.bare(one).done("/users/appointments", body)
    assert await bureau.desk.refused(made["proposal_id"], one) == "same-person"
    assert (await bureau.desk.decide(made["proposal_id"], another)).status_code == 200


async def test_r_crd_32_a_units_administrator_has_the_users_of_the_own_unit_and_nothing_else(
    bureau: Bureau,
) -> None:
    ours, theirs, asker, stranger = (staff(Role.STAFF_MAKER) for _ in range(4))
    await appointed(bureau, ours, role="unit_admin")
    await appointed(bureau, theirs, role="unit_admin", **OTHER)
    await appointed(bureau, stranger, **OTHER)
    administrator, other = bureau.bare(ours), bureau.bare(theirs)

    async def refused(by: Principal, **told: str) -> str:
        body = {**user(told.pop("identity_id", uuid.uuid4()), **told), **REASON}
        answer = await bureau.bare(by).post("/users", body)
        assert answer.status_code == 403, answer.text
        return str(answer.json()["title"])

    assert await refused(asker) == "no-credit-user"
    assert await refused(ours, **OTHER) == "other-unit"
    assert await refused(ours, unit_name="德州市审计局") == "other-unit", "under our code"
    assert await refused(ours, role="unit_admin") == "unit-admin-by-administrators"
    of_theirs = str(stranger.identity_id)
    assert await refused(ours, identity_id=of_theirs) == "other-unit", "they would lose a user"
    assert await refused(ours, identity_id=str(ours.identity_id)) == "unit-admin-by-administrators"
    body = {**user(asker.identity_id), **REASON}
    checking_oneself = staff(Role.STAFF_CHECKER)
    made = await administrator.done(
        "/users", {**body, "identity_id": str(checking_oneself.identity_id)}
    )
    assert await bureau.desk.refused(made["proposal_id"], checking_oneself) == "own-credit-user"
    made = await administrator.done("/users", body)
    assert (await bureau.desk.decide(made["proposal_id"], bureau.checker)).status_code == 200
    await bureau.bare(asker).done("/checks", question("A", 1, 2))
    bureau.clock.advance(timedelta(days=2))
    await bureau.bare(asker).done("/checks", question("B", 3))
    shown = (await administrator.get("/users")).json()
    volume = {one["role"]: (one["looked_up_day"], one["looked_up_month"]) for one in shown["items"]}
    assert volume == {"unit_admin": (0, 0), "asker": (1, 3)}, "and nobody of another unit"
    assert shown["in_force"] == 2
    for path in ("/checks", "/records"):
        body = question("C", 1) if path == "/checks" else penalty(NAME, code_of(1))
        assert (await administrator.post(path, body)).json()["title"] == "no-credit-user"
    assert (await administrator.get("/look-ups")).json()["title"] == "no-credit-user"
    for step, body in (("confirmation", None), ("shutting", REASON)):
        path = f"/users/{asker.identity_id}/{step}"
        assert (await other.post(path, body)).json()["title"] == "not-found"
        assert (await bureau.bare(asker).post(path, body)).json()["title"] in (
            "own-credit-user", "no-credit-user",
        )  # fmt: skip
        assert (await administrator.post(path, body)).status_code == 200
    own = await administrator.post(f"/users/{ours.identity_id}/confirmation")
    assert own.json()["title"] == "own-credit-user"
    back = await administrator.done("/users", {**user(asker.identity_id), **REASON})
    await bureau.caller(bureau.checker).post(f"/users/{ours.identity_id}/shutting", REASON)
    late = await bureau.desk.decide(back["proposal_id"], bureau.checker)
    assert late.json()["title"] == "credit-user-shut", "what they proposed meanwhile is not done"
    bureau.clock.advance(timedelta(days=91))
    assert (await other.get("/users")).json()["title"] == "credit-user-shut", "dormant"


async def test_r_crd_33_an_auditor_reads_look_ups_and_does_nothing_else(bureau: Bureau) -> None:
    deciding, entering = staff(Role.STAFF_CHECKER), staff(Role.STAFF_MAKER)
    auditor, another = bureau.bare(deciding), bureau.bare(entering)
    assert (await auditor.get("/look-ups")).json()["title"] == "no-credit-user"
    proposed = await bureau.proposed("/subjects", name=NAME, code=code_of(1))
    for who in (deciding, entering):
        await let_in(bureau.context, who.identity_id, "auditor")
    for one in (auditor, another):
        assert (await one.get("/look-ups")).json() == {"items": []}
        assert (await one.get("/look-ups/verification")).json()["broken_at"] is None
        for path in (
            "/records",
            "/users",
            "/lists",
            "/imports",
            "/proposals",
            "/checks?matter_id=A",
        ):
            assert (await one.get(path)).json()["title"] == "auditor-looks-only", path
    decision = await auditor.post(f"/proposals/{proposed}/decision", AGREED)
    assert decision.json()["title"] == "auditor-looks-only"
    changes: list[tuple[str, Any]] = [
        ("/subjects", {"name": NAME, "code": code_of(2), **REASON}),
        ("/checks", question("A", 1)),
        (f"/proposals/{proposed}/withdrawal", None),
    ]
    for path, body in changes:
        assert (await another.post(path, body)).json()["title"] == "auditor-looks-only", path
    assert (await bureau.desk.decide(proposed, bureau.checker)).status_code == 200
    await bureau.caller(bureau.checker).post(f"/users/{deciding.identity_id}/shutting", REASON)
    assert (await auditor.get("/look-ups")).json()["title"] == "credit-user-shut"
