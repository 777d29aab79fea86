"""Lists that others keep (R-CRD-26, R-CRD-27), in the answers of checks, and their uses (R-CRD-28).

What a court's ruling hides: R-CRD-24.
"""

from datetime import timedelta

import asyncpg
import pytest
from tests.support.credit import code_of, listed, penalty, permit
from tests.support.two_people import holds_against_insiders

from credit import tasks

from .conftest import ID_NUMBER, REASON, Bureau
from .test_checks import about_employer, ask, told

NAME = "德州某某纺织有限公司"
PROCUREMENT = "procurement.tax_offender.manual"


async def test_r_crd_26_to_28_a_membership_has_its_basis_and_only_measures_of_the_national_list(
    bureau: Bureau,
) -> None:
    code, maker = code_of(1), bureau.caller(bureau.maker)
    subject_id = await bureau.subject(NAME, code=code)
    own = await maker.post("/lists/entries", {**listed(subject_id, "our_blacklist"), **REASON})
    assert (own.status_code, own.json()["title"]) == (422, "list-unknown")
    no_basis = await maker.post("/lists/entries", {**listed(subject_id, basis=""), **REASON})
    assert no_basis.status_code == 422
    body = {**listed(subject_id, out_on="2027-08-31"), **REASON}
    done = await holds_against_insiders(bureau.desk, "/lists/entries", body)
    entry_id = done["result"]["entry_id"]
    assert (await maker.post("/lists/entries", body)).json()["title"] == "listed-already"
    await bureau.by_two("/lists/entries", **listed(subject_id, "tax_a"))
    await bureau.by_two("/lists/entries", **listed(subject_id, out_on="2026-10-11"))
    await bureau.by_two("/lists/entries", **listed(subject_id, in_on="2026-10-13"))
    asked = about_employer(code)
    await ask(bureau, asked)
    (answer,) = await told(bureau)
    counts = {one.category: one.count for one in answer.categories}
    assert (answer.result, counts) == ("hits", {"red_list": 1, "serious_list": 1})
    (shown,) = (await maker.get("/checks", matter_id=asked.matter_id)).json()["items"]
    by_colour = {one["colour"]: one for one in shown["lists"]}
    assert by_colour["serious"]["out_on"] == "2027-08-31"
    assert {one["kind"] for one in by_colour["serious"]["measures"]} == {"restriction"}
    # of a deferral a reward only speeds things up (R-CRD-27)
    assert {one["words"] for one in by_colour["red"]["measures"]} == {
        "容缺受理，减少纸质材料", "优先办理",
    }  # fmt: skip
    path = f"/checks/{asked.check_id}/feedback"
    said = {
        "entry_id": entry_id,
        "measure_code": "convenience.tax_offender.deferral",
        "applied": True,
    }
    beyond = {**said, "measure_code": PROCUREMENT, "why": "不在此事项"}
    assert (await maker.post(path, beyond)).json()["title"] == "measure-beyond"
    assert (await maker.post(path, {**said, "why": ""})).status_code == 422, "with a reason"
    (after,) = (await maker.done(path, {**said, "why": "按一般程序审核"}))["items"]
    uses = [use for one in after["lists"] for use in one["uses"]]
    assert [(one["applied"], one["why"]) for one in uses] == [(True, "按一般程序审核")]
    again = await maker.post(path, {**said, "why": "再次反馈"})
    assert again.json()["title"] == "fed-back"
    await holds_against_insiders(bureau.desk, f"/lists/entries/{entry_id}/leaving", REASON)
    renewed = (await told(bureau))[-1]
    assert (renewed.round, [one.category for one in renewed.categories]) == (2, ["red_list"])
    gone = await maker.post(f"/lists/entries/{entry_id}/leaving", REASON)
    assert gone.json()["title"] == "not-listed"
    left = (await maker.get(f"/subjects/{subject_id}/lists")).json()["items"]
    assert [one["list_code"] for one in left] == ["tax_a"]
    other = await bureau.subject("德州另一纺织有限公司", code=code_of(2))
    await bureau.by_two(f"/subjects/{subject_id}/merger", into=other)
    moved = (await maker.get(f"/subjects/{other}/lists")).json()["items"]
    assert [one["list_code"] for one in moved] == ["tax_a"]
    measures = (await maker.get("/lists")).json()["items"]
    restricted = {
        one["matter"] for it in measures for one in it["measures"] if one["kind"] == "restriction"
    }
    assert restricted == {"manual", "deferral"}, "no withdrawal, no registration (R-CRD-3)"
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await bureau.context.pool.execute("INSERT INTO list_kind VALUES ('x', 'x', 'serious', 'x')")


async def test_r_crd_24_a_courts_reorganisation_hides_penalties_and_measures_for_the_plans_time(
    bureau: Bureau,
) -> None:
    code, maker = code_of(1), bureau.caller(bureau.maker)
    subject_id = await bureau.subject(NAME, code=code)
    for row in (penalty(NAME, code), permit(NAME, code)):
        await bureau.published(row)
    for of_list in ("tax_offender", "tax_a"):
        await bureau.by_two("/lists/entries", **listed(subject_id, of_list))
    await ask(bureau, about_employer(code))
    ruling = {
        "court_name": "德州市中级人民法院", "ruling_no": "（2026）鲁14破3号之二",
        "ruled_on": "2026-10-09", "plan_until": "2026-12-31", **REASON,
    }  # fmt: skip
    path = f"/subjects/{subject_id}/shields"
    for wrong in ({"ruled_on": "2026-10-13"}, {"plan_until": "2026-10-11"}):
        assert (await maker.post(path, {**ruling, **wrong})).json()["title"] == "no-shield"
    person = await bureau.subject("张三", id_number=ID_NUMBER)
    nobody = await maker.post(f"/subjects/{person}/shields", ruling)
    assert nobody.json()["title"] == "no-shield", "only firms are reorganised"
    done = await holds_against_insiders(bureau.desk, path, ruling)
    assert (await maker.post(path, ruling)).json()["title"] == "shield-known"

    async def standing() -> tuple[int, int]:
        public = await bureau.look(f"/subjects/{code}")
        return public["permits"], public["penalties"]

    assert await standing() == (1, 0)
    answer = (await told(bureau))[-1]
    counts = {one.category: one.count for one in answer.categories}
    assert (answer.round, counts) == (2, {"permit": 1, "red_list": 1}), "what helps stays"
    (listing,) = (await maker.get(path)).json()["items"]
    assert (listing["ruling_no"], listing["ended_at"]) == (ruling["ruling_no"], None)
    ending = f"/shields/{done['result']['shield_id']}/ending"
    await holds_against_insiders(bureau.desk, ending, {"reason": "法院裁定终止重整程序"})
    assert await standing() == (1, 1), "the plan failed: shown again"
    await bureau.by_two(path, **ruling)
    other = await bureau.subject("德州另一纺织有限公司", code=code_of(2))
    await bureau.by_two(f"/subjects/{subject_id}/merger", into=other)
    assert await standing() == (1, 0), "whoever it is now"
    # the last day of the plan is 31 December, which is not over as it begins
    for days, penalties in ((80, 0), (1, 1)):
        bureau.clock.advance(timedelta(days=days))
        await tasks.look(bureau.context)
        assert await standing() == (1, penalties)
    ended = (await maker.get(f"/subjects/{other}/shields")).json()["items"]
    assert [one["ended_reason"] for one in ended] == ["重整计划执行期满", "法院裁定终止重整程序"]
