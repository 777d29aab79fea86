"""Lists that others keep (R-CRD-26, R-CRD-27), in the answers of checks, and their uses (R-CRD-28)."""

import asyncpg
import pytest
from tests.support.credit import code_of, listed
from tests.support.two_people import holds_against_insiders

from .conftest import REASON, Bureau
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
