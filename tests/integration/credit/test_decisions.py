"""The fund's bans and fines as rows of 双公示 (R-CRD-4): in any order, published by two, and lifted."""

import uuid
from datetime import date
from typing import Any

from tests.support.credit import CENTRE_CODE, FIRM_CODE
from tests.support.telling import received

from credit import tasks
from credit.handlers import decisions, penalties
from shared.messages.penalties import EmployerPenaltyImposed, EmployerPenaltyLifted, PenaltyCause
from shared.messages.withdrawals import BanCause, BanImposed, BanLifted

from .conftest import ID_NUMBER, Bureau
from .test_checks import about_employer, about_person, ask, told


def a_ban(person_id: uuid.UUID, **other: Any) -> BanImposed:
    usual: dict[str, Any] = {
        "ban_id": uuid.uuid4(), "person_id": person_id, "cause": BanCause.LOAN_FRAUD,
        "found_on": date(2026, 10, 9), "ends_on": date(2031, 10, 8),
        "document_number": "德公积金限〔2026〕1号",
    }  # fmt: skip
    return BanImposed(**usual | other)


def undone(ban: BanImposed) -> BanLifted:
    return BanLifted(**ban.model_dump() | {"document_number": None})


async def tell(bureau: Bureau, *events: BanImposed | BanLifted) -> None:
    """Each in a transaction of its own, as a hearer that was killed hears them again."""
    for event in events:
        async with bureau.context.unit() as unit:
            if isinstance(event, BanImposed):
                await decisions.imposed(unit, received([event]))
            else:
                await decisions.lifted(unit, received([event]))


async def states(bureau: Bureau) -> dict[str, str]:
    items = (await bureau.caller(bureau.checker).get("/fund-decisions")).json()["items"]
    return {one["decision_id"]: one["state"] for one in items}


async def test_r_crd_4_a_ban_waits_for_the_register_is_published_by_two_and_lifted_everywhere(
    bureau: Bureau,
) -> None:
    person_id, checker = uuid.uuid4(), bureau.caller(bureau.checker)
    ban = a_ban(person_id)
    await tell(bureau, ban, ban)
    assert await states(bureau) == {str(ban.ban_id): "waiting"}
    await bureau.subject("张三", id_number=ID_NUMBER)
    await tasks.look(bureau.context)
    assert await states(bureau) == {str(ban.ban_id): "waiting"}, (
        "nobody has told whose number it is"
    )
    await bureau.known(person_id)
    await tasks.look(bureau.context)
    await tell(bureau, ban)
    (decision,) = (await checker.get("/fund-decisions", state="drafted")).json()["items"]
    (draft,) = (await checker.get("/records")).json()["items"]
    assert (draft["record_id"], draft["subject_name"]) == (decision["record_id"], None)
    assert (draft["document_no"], draft["decided_on"]) == ("德公积金限〔2026〕1号", "2026-10-09")
    # decided on Friday 9 October: the seventh working day; Saturday the 10th is worked, for the holiday
    assert draft["due_on"] == "2026-10-19"
    shown = (await checker.get(f"/records/{draft['record_id']}")).json()["content"]
    assert (shown["authority_code"], shown["what"]) == (CENTRE_CODE, "骗取住房公积金贷款")
    assert "自2026-10-09至2031-10-08" in shown["content"]
    await ask(bureau, about_person(person_id))
    await bureau.publish(draft["record_id"])
    assert (await bureau.look("/statistics"))["penalties"] == 0, "no natural person (R-CRD-18)"
    await ask(bureau, about_person(person_id))
    assert [one.result for one in await told(bureau)] == ["clear", "hits"]
    await tell(bureau, undone(ban), undone(ban), ban)
    assert await states(bureau) == {str(ban.ban_id): "lifted"}
    record = (await checker.get(f"/records/{draft['record_id']}")).json()
    assert (record["state"], record["versions"][-1]["reason"]) == (
        "withdrawn",
        "资金使用限制已解除",
    )
    assert (await told(bureau))[-1].result == "clear", "what rested on it is answered anew"


async def test_r_crd_4_the_wrong_order_a_late_word_and_a_row_by_hand_end_in_one_state_each(
    bureau: Bureau,
) -> None:
    person_id = uuid.uuid4()
    await bureau.known(person_id)
    await bureau.subject("张三", id_number=ID_NUMBER)
    lifted_first = a_ban(person_id, document_number=None)
    over = a_ban(person_id, found_on=date(2023, 10, 9), ends_on=date(2026, 10, 8))
    plain, in_draft = a_ban(person_id, document_number=None), a_ban(person_id)
    twin = a_ban(person_id)
    await tell(bureau, undone(lifted_first), lifted_first, over, plain, in_draft, twin)
    assert await states(bureau) == {
        str(lifted_first.ban_id): "lifted", str(over.ban_id): "over", str(plain.ban_id): "drafted",
        str(in_draft.ban_id): "drafted", str(twin.ban_id): "by_hand",
    }  # fmt: skip
    drafts = (await bureau.caller(bureau.checker).get("/records")).json()["items"]
    numbers = {f"资金使用限制 {plain.ban_id}", "德公积金限〔2026〕1号"}
    assert {one["document_no"] for one in drafts} == numbers
    (draft,) = [one for one in drafts if one["document_no"] == "德公积金限〔2026〕1号"]
    proposed = await bureau.proposed("/records/publications", record_ids=[draft["record_id"]])
    await tell(bureau, undone(in_draft))
    late = await bureau.desk.decide(proposed, bureau.checker)
    assert late.json()["title"] == "record-state", "what was lifted meanwhile nobody publishes"
    mine = (await bureau.person(person_id).get("/personal-data/fund_decision")).json()["items"]
    assert len(mine) == 5, "shown to whom they are about"


def a_fine(**other: Any) -> EmployerPenaltyImposed:
    usual: dict[str, Any] = {
        "penalty_id": uuid.uuid4(), "social_credit_code": FIRM_CODE, "name": "德州某某商贸有限公司",
        "document_number": "德公积金罚字〔2026〕71号", "legal_representative": "李四",
        "cause": PenaltyCause.NOT_REGISTERED, "facts": "责令限期办理缴存登记后仍不办理",
        "basis": "《住房公积金管理条例》第三十九条", "fine_fen": 8_000_000, "decided_on": date(2026, 10, 9),
    }  # fmt: skip
    return EmployerPenaltyImposed(**usual | other)


async def hear(bureau: Bureau, *events: EmployerPenaltyImposed | uuid.UUID) -> None:
    """Each in a transaction of its own; an id is the word that its fine was lifted."""
    for event in events:
        async with bureau.context.unit() as unit:
            if isinstance(event, EmployerPenaltyImposed):
                await penalties.imposed(unit, received([event]))
            else:
                lifted = EmployerPenaltyLifted(
                    penalty_id=event,
                    social_credit_code=FIRM_CODE,
                    document_number="德公积金罚字〔2026〕71号",
                )
                await penalties.lifted(unit, received([lifted]))


async def test_r_crd_4_a_fine_on_an_employer_is_drafted_published_by_two_and_lifted_everywhere(
    bureau: Bureau,
) -> None:
    fine, checker = a_fine(), bureau.caller(bureau.checker)
    twin, late = a_fine(), a_fine(document_number="旧1号", decided_on=date(2020, 1, 2))
    lifted_first = a_fine(document_number="旧2号")

    async def states() -> dict[str, str]:
        items = (await checker.get("/fund-penalties")).json()["items"]
        return {one["penalty_id"]: one["state"] for one in items}

    await hear(bureau, lifted_first.penalty_id, lifted_first, fine, fine)
    assert await states() == {
        str(fine.penalty_id): "waiting",
        str(lifted_first.penalty_id): "lifted",
    }
    kept = await bureau.context.pool.fetchval(
        "SELECT string_agg(t::text, '') FROM fund_penalty AS t"
    )
    assert "李四" not in kept, "sealed while it waits"
    firm = await bureau.subject("德州旧名商贸有限公司", code=FIRM_CODE)
    await tasks.look(bureau.context)
    assert (await states())[str(fine.penalty_id)] == "waiting", (
        "by name and code together (R-CRD-10)"
    )
    await bureau.by_two(f"/subjects/{firm}/changes", name=fine.name, code=FIRM_CODE)
    await tasks.look(bureau.context)
    await hear(bureau, fine, twin, late)
    assert await states() == {
        str(fine.penalty_id): "drafted", str(twin.penalty_id): "by_hand", str(late.penalty_id): "over",
        str(lifted_first.penalty_id): "lifted",
    }  # fmt: skip
    (draft,) = (await checker.get("/records")).json()["items"]
    shown = (await checker.get(f"/records/{draft['record_id']}")).json()["content"]
    assert (shown["content"], shown["fine_fen"]) == ("罚款人民币80,000.00元", 8_000_000)
    assert (shown["legal_representative"], shown["what"]) == ("李四", "未办理住房公积金缴存登记")
    await bureau.publish(draft["record_id"])
    await ask(bureau, about_employer(FIRM_CODE, fine.name))
    (row,) = (await bureau.look(f"/subjects/{FIRM_CODE}"))["records"]
    # decided on 9 October 2026: general, at most one year by the rules of April 2026
    assert (row["document_no"], row["public_until"]) == ("德公积金罚字〔2026〕71号", "2027-10-09")
    await hear(bureau, fine.penalty_id, fine.penalty_id, fine)
    assert (await states())[str(fine.penalty_id)] == "lifted"
    assert (await bureau.look(f"/subjects/{FIRM_CODE}"))["records"] == []
    assert [one.result for one in await told(bureau)] == ["hits", "clear"]
