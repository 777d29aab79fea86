"""R-WDR-3, R-CRT-4: cards are kept, verified once, asked again when they age, and lost in a defined way."""

import uuid
from datetime import timedelta
from typing import Any

from tests.integration.withdrawals.conftest import (
    CARD,
    OTHER_CARD,
    Caller,
    Withdrawals,
    funds_reserved,
)
from tests.support.callers import decide

from city.seed.people import checked
from shared.base.identifiers import BankCard
from shared.identity.principal import Role
from shared.messages.cards import CardCheckAsked, CardChecked, CardMovedIn, CardVerdict
from shared.messages.gateway import PersonIdentityChanged
from shared.messages.inquiries import AccountFactsTold
from shared.messages.settlement import PaymentReturned
from shared.messages.withdrawals import WithdrawalFactsAsked
from withdrawals import tasks
from withdrawals.handlers import applications as handlers
from withdrawals.handlers import cards, gathering, identities

NAME = "张三丰"


def named(asked: WithdrawalFactsAsked, at: Any, name: str | None = NAME) -> AccountFactsTold:
    return AccountFactsTold(
        inquiry_id=asked.inquiry_id,
        person_id=asked.person_id,
        round=1,
        told_at=at,
        name=name,
        id_number=None,
        account=None,
        funds=[],
    )


async def keep(withdrawals: Withdrawals, person: Caller, card: str = CARD) -> str:
    answer = await person.post("/cards", {"card_number": card})
    assert answer.status_code == 202, answer.text
    found: str = answer.json()["id"]
    await name_cards(withdrawals)
    return found


async def name_cards(withdrawals: Withdrawals) -> None:
    """Let accounts say whose name the cards must be in."""
    facts = [one for one in await withdrawals.events() if isinstance(one, WithdrawalFactsAsked)]
    assert all(not one.loans_wanted for one in facts), "loans has no say in a card"
    for one in facts:
        await withdrawals.deliver(gathering.account_facts_told, named(one, withdrawals.clock.now()))


async def shown(person: Caller) -> list[tuple[str, str | None]]:
    return [(one["state"], one["reason"]) for one in (await person.get("/cards")).json()["items"]]


async def checks(withdrawals: Withdrawals) -> list[CardCheckAsked]:
    return [one for one in await withdrawals.events() if isinstance(one, CardCheckAsked)]


async def test_r_wdr_3_a_card_that_moved_in_is_kept_unverified_and_the_bank_is_asked_at_its_first_use(
    withdrawals: Withdrawals,
) -> None:
    person = withdrawals.citizen()
    moved = CardMovedIn(
        person_id=person.person_id, card=CARD, moved_in_on=withdrawals.clock.today()
    )
    await withdrawals.deliver(cards.moved_in, moved, moved)
    await withdrawals.deliver(cards.moved_in, moved)
    (kept,) = (await person.get("/cards")).json()["items"]
    assert (kept["state"], kept["state_text"]) == (
        "unanswered", "银行暂未核验，首次使用时再次核验",
    )  # fmt: skip
    assert await checks(withdrawals) == [], "a city's cards are not asked about in one night"
    body = {"kind": "retirement", "card_id": kept["id"]}
    application_id = (await person.post("/applications", body)).json()["id"]
    await withdrawals.debt_checked(application_id)
    await withdrawals.deliver(handlers.funds_reserved, _reserved(withdrawals, application_id))
    assert await withdrawals.state(application_id) == "card_check"
    (asked,) = await checks(withdrawals)
    assert asked.card == CARD
    await withdrawals.cards_told()
    assert await withdrawals.state(application_id) == "approved"
    dropped = await person.post(f"/cards/{kept['id']}/removal")
    assert dropped.status_code == 200, dropped.text
    await withdrawals.deliver(cards.moved_in, moved)
    assert (await person.get("/cards")).json()["items"] == [], "told late, it does not come back"


async def test_r_crt_4_a_kept_card_is_verified_once_and_pays_without_being_asked_again(
    withdrawals: Withdrawals,
) -> None:
    person = withdrawals.citizen()
    card_id = await keep(withdrawals, person)
    assert await shown(person) == [("checking", None)]
    (asked,) = await checks(withdrawals)
    assert (asked.card, asked.holder_name) == (CARD, NAME)
    await withdrawals.cards_told()
    assert await shown(person) == [("verified", None)]
    body = {"kind": "retirement", "card_id": card_id}
    assert (await withdrawals.citizen().post("/applications", body)).status_code == 404, "another's"
    both = await person.post("/applications", {**body, "card_number": CARD})
    assert both.json()["detail"] == "请填写本人银行卡号，或者选择一张已保存的收款银行卡，二者选一。"
    application_id = (await person.post("/applications", body)).json()["id"]
    await withdrawals.debt_checked(application_id)
    await withdrawals.deliver(handlers.funds_reserved, _reserved(withdrawals, application_id))
    assert await withdrawals.state(application_id) == "approved"
    (approved,) = [
        one for one in await withdrawals.events(application_id) if one.type.endswith("approved.v1")
    ]
    assert approved.card == CARD
    assert len(await checks(withdrawals)) == 1, "asked once"
    for number in range(5):
        card = f"62220216120034567{number}"
        await person.post("/cards", {"card_number": _luhn(card)})
    assert len(await shown(person)) == 5, "a bounded number"
    gone = await person.post(f"/cards/{card_id}/removal", {})
    assert gone.status_code == 200, gone.text
    assert len(await shown(person)) == 4


def _luhn(digits: str) -> str:
    return checked(digits, BankCard.parse)


def _reserved(withdrawals: Withdrawals, application_id: str) -> Any:
    return funds_reserved(application_id, NAME, reserved_on=withdrawals.clock.today())


async def test_r_wdr_3_who_keeps_a_card_that_is_not_theirs_reads_why(
    withdrawals: Withdrawals,
) -> None:
    person = withdrawals.citizen()
    await keep(withdrawals, person)
    await withdrawals.cards_told(CardVerdict.REFUSED, "BE01")
    assert await shown(person) == [("refused", "银行卡户名与本人姓名不一致")]


async def test_r_wdr_3_a_kept_card_is_asked_about_again_when_it_ages_and_when_nothing_was_heard(
    withdrawals: Withdrawals,
) -> None:
    person = withdrawals.citizen()
    await keep(withdrawals, person)
    withdrawals.clock.advance(timedelta(hours=31))
    await tasks.agreed_once(withdrawals.context, 50)
    await name_cards(withdrawals)
    first, _second = await checks(withdrawals)
    late = CardChecked(
        check_id=first.check_id,
        verdict=CardVerdict.REFUSED,
        reason_code="BE01",
        checked_on=withdrawals.clock.today(),
    )
    await withdrawals.deliver(cards.card_checked, late)
    assert await shown(person) == [("checking", None)], "an older question's answer is late"
    await withdrawals.cards_told()
    assert await shown(person) == [("verified", None)]
    withdrawals.clock.advance(timedelta(days=364))
    await tasks.agreed_once(withdrawals.context, 50)
    assert await shown(person) == [("verified", None)]
    withdrawals.clock.advance(timedelta(days=1))
    await tasks.agreed_once(withdrawals.context, 50)
    await name_cards(withdrawals)
    assert await shown(person) == [("checking", None)]
    assert len(await checks(withdrawals)) == 3


async def test_r_inf_2_a_kept_card_is_held_against_the_corrected_name(
    withdrawals: Withdrawals,
) -> None:
    person, at = withdrawals.citizen(), withdrawals.clock.now()
    await keep(withdrawals, person)
    await withdrawals.cards_told()
    told = [
        PersonIdentityChanged(
            change_id=uuid.uuid4(), person_id=person.person_id, name=name, id_type="01",
            id_number="11010519491231002X", name_changed=True, number_changed=False, by_whom="oneself",
            changed_at=at + timedelta(minutes=minute),
        )
        for name, minute in (("欧阳三丰", 2), ("张三峰", 1))
    ]  # fmt: skip
    await withdrawals.deliver(identities.changed, told[0])
    await withdrawals.deliver(identities.changed, *told)
    assert [one.holder_name for one in await checks(withdrawals)] == [NAME, "欧阳三丰"], "once"
    assert [state for state, _ in await shown(person)] == ["checking"]


async def test_r_wdr_3_a_refused_card_frees_the_money_and_a_silent_bank_leaves_it_to_two_people(
    withdrawals: Withdrawals,
) -> None:
    first = await withdrawals.citizen().apply()
    await withdrawals.debt_checked(first)
    await withdrawals.deliver(handlers.funds_reserved, _reserved(withdrawals, first))
    assert await withdrawals.state(first) == "card_check"
    await withdrawals.cards_told(CardVerdict.REFUSED, "AC04")
    (rejected,) = [one for one in await withdrawals.events(first) if "rejected" in one.type]
    assert (rejected.reason_code, rejected.decided_by) == ("card_refused", "bank")
    second = await withdrawals.citizen().apply()
    await withdrawals.debt_checked(second)
    await withdrawals.deliver(handlers.funds_reserved, _reserved(withdrawals, second))
    await withdrawals.cards_told(CardVerdict.UNANSWERED)
    assert await withdrawals.state(second) == "in_review"


async def test_r_wdr_3_after_a_returned_payment_the_bank_is_asked_anew(
    withdrawals: Withdrawals,
) -> None:
    person = withdrawals.citizen()
    application_id = await withdrawals.paid(person)
    returned = PaymentReturned(
        application_id=uuid.UUID(application_id),
        amount_fen=6_001_234,
        bank_serial="R1",
        reason_code="AC04",
        reason_text="",
        returned_on=withdrawals.clock.today(),
    )
    await withdrawals.deliver(handlers.payment_returned, returned)
    again = await person.apply()
    await withdrawals.debt_checked(again)
    await withdrawals.deliver(handlers.funds_reserved, _reserved(withdrawals, again))
    assert await withdrawals.state(again) == "card_check"


async def test_a_card_that_nobody_can_open_is_ended_by_two_people_and_an_agreement_on_it_pauses(
    withdrawals: Withdrawals,
) -> None:
    application_id = await withdrawals.citizen().apply()
    await withdrawals.context.pool.execute("UPDATE application SET card_sealed = 'lost.b.AAAA'")
    await withdrawals.debt_checked(application_id)
    await withdrawals.reserved(application_id)
    assert await withdrawals.state(application_id) == "in_review"

    maker = withdrawals.caller(Role.STAFF_MAKER, name="李经办")
    checker = withdrawals.caller(Role.STAFF_CHECKER, name="王复核")
    (review,) = (await maker.get("/reviews")).json()["items"]
    assert "无法解密" in review["reasons"][0]
    path, body = f"/reviews/{application_id}/proposal", {"reason": "银行卡无法读取"}
    refused = await maker.post(path, {"proposal": "approve", **body})
    assert (refused.status_code, refused.json()["title"]) == (409, "card-unreadable")
    ended = await decide(checker, await maker.post(path, {"proposal": "reject", **body}))
    assert ended.json()["result"]["state"] == "rejected"
    (rejected,) = [
        one for one in await withdrawals.events(application_id) if "rejected" in one.type
    ]
    assert rejected.reason_text == "审核未通过：银行卡无法读取。", "accounts frees the money by it"

    signer = withdrawals.citizen()
    agreed = {"kind": "rent", "every": "month", "card_number": OTHER_CARD}
    assert (await signer.post("/agreements", agreed)).status_code == 201
    await withdrawals.context.pool.execute("UPDATE agreement SET card_sealed = 'lost.b.AAAA'")
    withdrawals.clock.advance(timedelta(days=10))
    await tasks.agreed_once(withdrawals.context, 50)
    (one,) = (await signer.get("/agreements")).json()["items"]
    assert (one["state"], one["reason"]) == (
        "paused",
        "收款银行卡信息无法读取，请更换银行卡后继续。",
    )
