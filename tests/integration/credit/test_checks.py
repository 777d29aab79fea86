"""Checks on handling, repair and objection: what the fund asks, and what one decision hides everywhere.

Files of persons are checked by who is authorised (R-CRD-1); a check decides nothing. The form of question and
answer: R-CRD-29, R-CRD-30, R-CRD-31; repair, a right that is decided at one window within its days, hides a
record and wakes the checks that used it: R-CRD-19, R-CRD-20, R-CRD-21, R-CRD-22, R-CRD-25. An objection is a
path of its own: R-CRD-23.
"""

import uuid
from datetime import UTC, date, datetime
from typing import Any

import pytest
from tests.support.credit import code_of, penalty, permit, user
from tests.support.killed import killed
from tests.support.letters import read
from tests.support.telling import received
from tests.support.two_people import holds_against_insiders

from credit.handlers import checks, repairs, subjects
from shared.messages.accounts import IndividualAccountOpened
from shared.messages.credit_checks import (
    CreditChecked,
    CreditMatter,
    EmployerCreditAsked,
    WithdrawalCreditAsked,
)
from shared.messages.erasures import PersonErased
from shared.messages.gateway import PersonIdentityChanged
from shared.proposals.operation import Decision

from .conftest import ID_NUMBER, REASON, Bureau

NAME = "德州某某纺织有限公司"
COMMITTED = {
    "applicant": "李四",
    "commitment": "以上情况属实，愿承担责任",
    "evidence": ["缴款书1号"],
}


async def ask(bureau: Bureau, *events: Any) -> None:
    async with bureau.context.unit() as unit:
        await checks.asked(unit, received(events))


async def told(bureau: Bureau) -> list[CreditChecked]:
    """What credit has answered, in order."""
    rows = await bureau.context.pool.fetch(
        "SELECT body FROM outbox WHERE type = $1 ORDER BY id", CreditChecked.type
    )
    return [read(CreditChecked, row["body"]) for row in rows]


def about_employer(code: str, name: str = NAME) -> EmployerCreditAsked:
    return EmployerCreditAsked(
        check_id=uuid.uuid4(),
        matter=CreditMatter.DEFERRAL,
        matter_id="371400000007",
        asked_on=date(2026, 10, 12),
        social_credit_code=code,
        name=name,
    )


def about_person(person_id: uuid.UUID) -> WithdrawalCreditAsked:
    application = uuid.uuid4()
    return WithdrawalCreditAsked(
        check_id=application,
        matter=CreditMatter.WITHDRAWAL,
        matter_id=str(application),
        asked_on=date(2026, 10, 12),
        person_id=person_id,
    )


async def test_r_crd_29_to_31_a_question_is_answered_once_with_what_is_valid(
    bureau: Bureau,
) -> None:
    code = code_of(1)
    await bureau.subject(NAME, code=code)
    fine = await bureau.published(penalty(NAME, code, decided_on="2026-06-01"))
    await bureau.published(permit(NAME, code))
    await bureau.enter(penalty(NAME, code))
    hit, renamed, unknown = (
        about_employer(code),
        about_employer(code, "德州旧名有限公司"),
        about_employer(code_of(9)),
    )
    await ask(bureau, hit, renamed, unknown, hit)
    await ask(bureau, hit)
    first, second, third = sorted(
        await told(bureau), key=lambda one: (one.result, one.match), reverse=True
    )
    assert (second.match, first.match) == ("exact", "name_only")
    assert {(one.category, one.count) for one in second.categories} == {
        ("penalty", 1), ("permit", 1),
    }  # fmt: skip
    assert (third.result, third.match, third.categories) == ("clear", "none", ())
    shown = (await bureau.caller(bureau.checker).get("/checks", matter_id="371400000007")).json()[
        "items"
    ]
    assert len(shown) == 3
    (asked,) = [one for one in shown if one["check_id"] == str(hit.check_id)]
    assert (asked["purpose"], asked["code_masked"]) == ("缓缴审批", code)
    assert {one["document_no"][0] for one in asked["items"]} == {"德"}
    assert "不作为拒绝办理的依据" in asked["result_text"]
    nobody = await bureau.client.get("/api/credit/checks", params={"matter_id": "371400000007"})
    assert nobody.status_code == 401
    repair_id = await repaired(bureau, fine)
    again = [one for one in await told(bureau) if one.check_id == hit.check_id]
    assert [(one.round, one.result) for one in again] == [(1, "hits"), (2, "hits")]
    assert [one.category for one in again[1].categories] == ["permit"], "not even as a count"
    assert again[0].digest != again[1].digest
    assert (await bureau.look(f"/subjects/{code}"))["penalties"] == 0
    shown = (await bureau.caller(bureau.checker).get("/checks", matter_id="371400000007")).json()
    assert fine not in str(shown), repair_id


async def repaired(bureau: Bureau, record_id: str) -> str:
    """Have a record repaired, the whole way."""
    maker = bureau.caller(bureau.maker)
    made = await maker.done(f"/records/{record_id}/repairs", COMMITTED)
    body = {"accepted": True, "reason": "材料齐全"}
    taken = await maker.done(f"/repairs/{made['repair_id']}/acceptance", body)
    assert (taken["state"], taken["state_text"]) == ("verifying", "核实中")
    await holds_against_insiders(
        bureau.desk, f"/repairs/{made['repair_id']}/decision-proposals", {"agree": True, **REASON}
    )
    return str(made["repair_id"])


async def test_r_crd_3_and_5_who_takes_money_out_is_found_by_a_hash_alone(bureau: Bureau) -> None:
    person_id = uuid.uuid4()
    await bureau.known(person_id)
    await bureau.subject("张三", id_number=ID_NUMBER)
    natural = {"subject_category": "自然人", "legal_representative": "", "id_number": ID_NUMBER}
    await bureau.published(penalty("张三", "", **natural))
    asked = about_person(person_id)
    await ask(bureau, asked)
    (answer,) = await told(bureau)
    assert (answer.result, answer.match) == ("hits", "exact")
    assert ID_NUMBER not in answer.model_dump_json()
    mine = (await bureau.person(person_id).get("/personal-data/credit_check")).json()["items"]
    assert [one["purpose"] for one in mine] == ["提取抽查"], "shown to the subject"


async def test_r_inf_2_credit_finds_a_person_by_the_corrected_number(bureau: Bureau) -> None:
    person_id, at = uuid.uuid4(), datetime(2026, 3, 2, tzinfo=UTC)
    opened: Any = IndividualAccountOpened(
        account_number="371400000000123456", person_id=person_id, employer_number="371400000007",
        name="张三", id_number="371402199001013234", id_number_hash="", phone="", phone_hash="",
        opened_on=at.date(),
    )  # fmt: skip

    def corrected(number: str, minute: int) -> Any:
        return PersonIdentityChanged(
            change_id=uuid.uuid4(), person_id=person_id, name="张三", id_type="01", id_number=number,
            name_changed=False, number_changed=True, by_whom="oneself", changed_at=at.replace(minute=minute),
        )  # fmt: skip

    async with bureau.context.unit() as unit:
        await subjects.people_changed(unit, received([corrected(ID_NUMBER, 2)]))
        await subjects.people_changed(unit, received([corrected("371402199001013269", 1)]))
        await subjects.people_known(unit, received([opened]))
    kept = await bureau.context.pool.fetchval("SELECT code_hash FROM person_link")
    assert kept == bureau.context.personal_data.lookup_hash(ID_NUMBER)


async def test_art_47_an_anonymised_person_is_found_in_no_register_whatever_comes_late(
    bureau: Bureau,
) -> None:
    person_id, at = uuid.uuid4(), datetime(2056, 3, 3, 2, tzinfo=UTC)
    await bureau.known(person_id)
    pool, kept = bureau.context.pool, "SELECT code_hash FROM person_link WHERE person_id = $1"
    before = await pool.fetchval(kept, person_id)
    for whole in (False, True):
        gone = PersonErased(
            person_id=person_id,
            erasure_id=uuid.uuid4(),
            whole=whole,
            erased_at=at,
            erased_on=at.date(),
        )
        async with bureau.context.unit() as unit:
            await subjects.people_erased(unit, received([gone, gone]))
        assert (await pool.fetchval(kept, person_id) == before) is not whole
    await bureau.known(person_id)
    assert await pool.fetchval(kept, person_id) != before


async def test_r_crd_20_to_23_a_repair_has_its_conditions_and_its_days(bureau: Bureau) -> None:
    code, maker = code_of(1), bureau.caller(bureau.maker)
    await bureau.subject(NAME, code=code)
    young = await bureau.published(penalty(NAME, code))
    early = await maker.post(f"/records/{young}/repairs", COMMITTED)
    # decided on 1 September: three months at least
    assert early.json()["title"] == "repair-too-early"
    assert "2026-12-01" in early.json()["detail"]
    paper = await bureau.published(permit(NAME, code))
    none = await maker.post(f"/records/{paper}/repairs", COMMITTED)
    assert none.json()["title"] == "nothing-to-repair"
    old = await bureau.published(penalty(NAME, code, decided_on="2026-06-01"))
    for missing in ({**COMMITTED, "evidence": []}, {**COMMITTED, "commitment": ""}):
        assert (await maker.post(f"/records/{old}/repairs", missing)).status_code == 422
    made = await maker.done(f"/records/{old}/repairs", COMMITTED)
    # Monday 12 October 2026: three and ten working days later
    assert (made["accept_due_on"], made["result_due_on"]) == ("2026-10-15", "2026-10-26")
    twice = await maker.post(f"/records/{old}/repairs", COMMITTED)
    assert twice.json()["title"] == "repair-open"
    path = f"/repairs/{made['repair_id']}"
    hasty = await maker.post(f"{path}/decision-proposals", {"agree": True, **REASON})
    assert hasty.json()["title"] == "repair-state", "what nobody has taken is not decided"
    turned = {"accepted": False, "reason": "缺少缴款证明"}
    assert (await maker.done(f"{path}/acceptance", turned))["state"] == "not_accepted"
    assert (await maker.get("/repairs")).json()["items"] == []
    await maker.done(f"/records/{old}/repairs", COMMITTED)
    words = {"about": "content", "words": "罚款已撤销"}
    objection = await maker.done(f"/records/{old}/objections", words)
    assert objection["result_due_on"] == "2026-10-26"
    await bureau.by_two("/users", **user(bureau.maker.identity_id))
    question = {
        "matter_id": "CG-1", "purpose": "政府采购供应商核查", "subjects": [{"name": NAME, "code": code}],
    }  # fmt: skip
    (check,) = (await maker.done("/checks", question))["items"]
    states = {one["record_id"]: one["state"] for one in check["items"]}
    assert (states[old], states[young]) == ("in_objection", "valid")
    await bureau.by_two(f"/objections/{objection['objection_id']}/decision-proposals", upheld=False)
    shown = (await maker.get("/checks", matter_id="CG-1")).json()["items"][0]["items"]
    assert {one["record_id"]: one["state"] for one in shown}[old] == "in_repair"


async def test_r_crd_25_a_repair_killed_in_the_middle_is_whole_or_not_there(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, maker = code_of(1), bureau.caller(bureau.maker)
    await bureau.subject(NAME, code=code)
    fine = await bureau.published(penalty(NAME, code, decided_on="2026-06-01"))
    await ask(bureau, about_employer(code))
    made = await maker.done(f"/records/{fine}/repairs", COMMITTED)
    await maker.done(f"/repairs/{made['repair_id']}/acceptance", {"accepted": True, **REASON})
    by = Decision(uuid.uuid4(), uuid.uuid4(), "李*", uuid.uuid4(), "王*", "材料齐全", ())

    async def decide() -> None:
        async with bureau.context.unit() as unit:
            await repairs.decide(unit, uuid.UUID(made["repair_id"]), agree=True, decision=by)

    async def standing() -> tuple[Any, ...]:
        (repair,) = await bureau.context.pool.fetch("SELECT state FROM repair")
        seen = len((await bureau.look(f"/subjects/{code}"))["records"])
        return repair["state"], seen, [one.result for one in await told(bureau)]

    moved = ["uuid[]", "text", "timestamptz", "text", "text", "uuid", "uuid"]
    await killed(monkeypatch, "credit.store.records.MOVE", moved, decide)
    assert await standing() == ("verifying", 1, ["hits"])
    answered = ["uuid", "integer", "text", "uuid[]", "uuid[]", "jsonb", "timestamptz", "text"]
    await killed(monkeypatch, "credit.store.checks.ANSWER_ANEW", answered, decide)
    assert await standing() == ("verifying", 1, ["hits"]), (
        "decided, hidden and answered anew, or none"
    )
    await decide()
    assert await standing() == ("agreed", 0, ["hits", "clear"])
