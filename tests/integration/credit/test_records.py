"""Permits and penalties (R-CRD-2) from entry to their end, and what anybody sees of them meanwhile."""

import uuid
from datetime import UTC, datetime

from tests.support.callers import by_two
from tests.support.credit import code_of, penalty, permit
from tests.support.two_people import AGREED, holds_against_insiders, staff

from credit import tasks
from shared.identity.principal import Role

from .conftest import ID_NUMBER, REASON, Bureau

NAME = "德州某某纺织有限公司"


async def test_r_crd_6_a_register_grows_by_two_people_and_never_by_a_look(bureau: Bureau) -> None:
    code, staff_ = code_of(1), bureau.caller(bureau.maker)
    looked = await staff_.post("/subjects/lookup", {"name": NAME, "code": code})
    assert looked.json() == {"match": "none", "subject_id": None, "name": None}
    assert await bureau.context.pool.fetchval("SELECT count(*) FROM subject") == 0
    done = await holds_against_insiders(
        bureau.desk, "/subjects", {"name": NAME, "code": code, **REASON}
    )
    subject_id = done["result"]["subject_id"]
    again = await staff_.post("/subjects", {"name": NAME, "code": code, **REASON})
    assert again.json()["title"] == "subject-known"
    wrong = {"name": NAME, "code": f"{code[:-1]}{'0' if code[-1] != '0' else '1'}", **REASON}
    assert (await staff_.post("/subjects", wrong)).status_code == 422
    exact = await staff_.post("/subjects/lookup", {"name": NAME, "code": code})
    assert exact.json() == {"match": "exact", "subject_id": subject_id, "name": NAME}
    await bureau.by_two(
        f"/subjects/{subject_id}/changes", name="德州新某纺织有限公司", code=code_of(2)
    )
    shown = (await staff_.get(f"/subjects/{subject_id}")).json()
    assert [(one["what"], one["code"]) for one in shown["history"]] == [
        ("registered", code), ("changed", code_of(2)),
    ]  # fmt: skip
    former = await staff_.post("/subjects/lookup", {"name": NAME, "code": code})
    assert former.json()["match"] == "code_only", "the old key still finds it"
    other = await bureau.subject("德州另一纺织有限公司", code=code_of(3))
    await bureau.by_two(f"/subjects/{subject_id}/merger", into=other)
    assert (await bureau.look(f"/subjects/{code}"))["code"] == code_of(3)


async def test_r_crd_10_a_row_matches_by_name_and_code_together(bureau: Bureau) -> None:
    maker, code = bureau.caller(bureau.maker), code_of(1)
    await bureau.subject(NAME, code=code)
    answer = await maker.post("/records", penalty("德州改名纺织有限公司", code))
    assert answer.status_code == 422
    (error,) = answer.json()["errors"]
    assert (error["row"], error["field"], "1001" in error["message"]) == (1, "subject_code", True)
    assert (await maker.post("/records", penalty(NAME, code, facts=""))).json()["errors"] == [
        {"row": 1, "field": "facts", "message": "必填"}
    ]
    row = penalty(NAME, code)
    assert (await maker.post("/records", row)).status_code == 201
    twice = await maker.post("/records", {**row, "remark": "重复报送"})
    assert twice.json()["title"] == "record-known"


async def test_r_crd_11_a_record_is_public_when_another_person_agrees(bureau: Bureau) -> None:
    code, maker = code_of(1), bureau.caller(bureau.maker)
    await bureau.subject(NAME, code=code)
    entered = await bureau.enter(penalty(NAME, code))
    # decided on Tuesday 1 September: seven working days later it is the 10th
    assert (entered["due_on"], entered["late"]) == ("2026-09-10", True)
    assert (await bureau.look(f"/subjects/{code}"))["records"] == []
    due = (await maker.get("/records")).json()["items"]
    assert [one["record_id"] for one in due] == [entered["record_id"]]
    await tasks.look(bureau.context)
    body = {"record_ids": [entered["record_id"]], **REASON}
    proposed = await bureau.caller(staff(Role.STAFF_MAKER)).done("/records/publications", body)
    own = staff(Role.STAFF_CHECKER, own_person_id=None)
    entered_it = await bureau.caller(
        type(own)(bureau.maker.identity_id, Role.STAFF_CHECKER, None, None, "李*", "web")
    ).post(f"/proposals/{proposed['proposal_id']}/decision", AGREED)
    assert entered_it.json()["title"] == "own-entry"
    decided = await bureau.desk.decide(proposed["proposal_id"], staff(Role.STAFF_CHECKER))
    assert decided.json()["result"] == {"records": 1}
    (shown,) = (await bureau.look(f"/subjects/{code}"))["records"]
    # a fine under the rules of 2026: three months at least, one year at most
    assert (shown["repair_from"], shown["public_until"]) == ("2026-12-01", "2027-09-01")
    assert shown["content"]["fine_fen"] == 500_000


async def test_r_crd_15_a_record_is_versions_and_one_decision_hides_it(bureau: Bureau) -> None:
    code, maker = code_of(1), bureau.caller(bureau.maker)
    await bureau.subject(NAME, code=code)
    row = penalty(NAME, code)
    record_id = await bureau.published(row)
    right = {**row, "content": "罚款人民币6,000.00元", "fine_fen": 600_000}
    wrong = await by_two(
        maker, bureau.caller(bureau.checker), f"/records/{record_id}/correction",
        {"record": {**right, "fine_fen": 1}},
    )  # fmt: skip
    assert wrong.json()["errors"][0]["field"] == "content"
    await bureau.by_two(f"/records/{record_id}/correction", record=right)
    (shown,) = (await bureau.look(f"/subjects/{code}"))["records"]
    assert shown["content"]["fine_fen"] == 600_000
    await bureau.by_two(f"/records/{record_id}/withdrawal")
    assert (await bureau.look(f"/subjects/{code}"))["records"] == []
    detail = (await maker.get(f"/records/{record_id}")).json()
    steps = [one["step"] for one in detail["versions"]]
    assert steps == ["enter", "publish", "correct", "withdraw"]
    told = await bureau.context.pool.fetchval(
        "SELECT body::jsonb->>'how' FROM outbox WHERE type = 'credit_record.hidden.v1'"
    )
    assert told == "withdrawn"
    again = await by_two(maker, bureau.caller(bureau.checker), f"/records/{record_id}/withdrawal")
    assert again.json()["title"] == "record-state"


async def test_r_crd_16_and_17_what_is_over_ends_and_new_rules_shorten_what_is_open(
    bureau: Bureau,
) -> None:
    code = code_of(1)
    await bureau.subject(NAME, code=code)
    bureau.clock.advance(datetime(2026, 3, 2, tzinfo=UTC) - bureau.clock.now())
    # under the rules of 2023 three years; by those of 2026 one year, which is over in April
    fine = await bureau.published(penalty(NAME, code, decided_on="2025-04-10"))
    warned = await bureau.published(
        penalty(NAME, code, penalty_types=["警告"], content="警告", decided_on="2026-02-02")
    )
    await bureau.published(
        permit(
            NAME, code, decided_on="2026-02-02", valid_from="2026-02-02", valid_until="2026-04-05"
        )
    )
    seen = await bureau.look(f"/subjects/{code}")
    assert {one["public_until"] for one in seen["records"]} == {
        "2028-04-10", "2029-02-02", "2026-04-05",
    }  # fmt: skip
    bureau.clock.advance(datetime(2026, 4, 6, tzinfo=UTC) - bureau.clock.now())
    assert (await bureau.look(f"/subjects/{code}"))["permits"] == 0, "over, before any task looked"
    while await tasks.look(bureau.context):
        pass
    (shown,) = (await bureau.look(f"/subjects/{code}"))["records"]
    assert (shown["record_id"], shown["public_until"]) == (fine, "2026-04-10")
    bureau.clock.advance(datetime(2026, 4, 11, tzinfo=UTC) - bureau.clock.now())
    await tasks.look(bureau.context)
    detail = (await bureau.caller(bureau.maker).get(f"/records/{fine}")).json()
    told = [(one["step"], one["public_until"]) for one in detail["versions"]]
    assert told == [
        ("enter", "2028-04-10"), ("publish", "2028-04-10"), ("recompute", "2026-04-10"),
        ("end", "2026-04-10"),
    ]  # fmt: skip
    minor = (await bureau.caller(bureau.maker).get(f"/records/{warned}")).json()
    assert (minor["state"], minor["public"]) == ("published", False)


async def test_r_crd_18_a_natural_person_is_two_hashes_and_on_no_page(bureau: Bureau) -> None:
    person_id = uuid.uuid4()
    await bureau.known(person_id)
    assert await bureau.context.pool.fetchval("SELECT count(*) FROM subject") == 0
    await bureau.subject("张三", id_number=ID_NUMBER)
    row = penalty(
        "张三", "", subject_category="自然人", legal_representative="", id_number=ID_NUMBER
    )
    record_id = await bureau.published(row)
    own = staff(Role.STAFF_CHECKER, own_person_id=person_id)
    proposed = await bureau.caller(bureau.maker).done(f"/records/{record_id}/withdrawal", REASON)
    assert await bureau.desk.refused(proposed["proposal_id"], own) == "own-affair"
    for where in ("subject", "record", "record_version", "person_link", "subject_history"):
        kept = await bureau.context.pool.fetchval(
            f"SELECT string_agg(t::text, '') FROM {where} AS t"
        )
        assert ID_NUMBER not in kept, where
        assert "张三" not in kept, where
    assert (await bureau.look("/subjects", name="张三三"))["items"] == []
    figures = await bureau.look("/statistics")
    assert (figures["penalties"], figures["by_year"]) == (0, [])
    mine = (await bureau.person(person_id).get("/personal-data/record")).json()["items"]
    assert [one["document_no"] for one in mine] == [row["document_no"]]
    assert ID_NUMBER in mine[0]["content"], "opened to the person"


async def test_r_crd_6_firms_are_found_with_one_wrong_character(bureau: Bureau) -> None:
    names = ("德州市德城区宏远纺织有限公司", "德州华鲁恒升化工股份有限公司", "禹城通裕重工")
    for serial, name in enumerate(names, start=1):
        await bureau.subject(name, code=code_of(serial))
    for typed, meant in (
        ("德州市德城区红远纺织有限公司", 0), ("宏远纺织", 0), ("德州华鲁恒生化工股份有限公司", 1),
        ("禹城通裕重公", 2), ("通裕重", 2),
    ):  # fmt: skip
        found = (await bureau.look("/subjects", name=typed))["items"]
        assert found[0]["name"] == names[meant], typed
    assert (await bureau.look("/subjects", code=code_of(2)))["items"][0]["name"] == names[1]
    short = await bureau.client.get("/api/credit/public/subjects", params={"name": "德州"})
    assert short.json()["title"] == "search-too-short"
    assert (await bureau.look("/subjects", name="%%%"))["items"] == []
