"""R-INF-3: a changed phone is told to both; texts follow, in whatever order events are heard."""

import uuid
from datetime import UTC, date, datetime, timedelta
from typing import Any

from shared.messages.gateway import PersonPhoneChanged
from shared.messages.notifications import SubscriberPhoneChanged

from .conftest import opened_event

AT = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
FIRST, SECOND, THIRD = "13905341001", "13905341002", "13905341003"


def changed(person: uuid.UUID, before: str, after: str, at: datetime = AT) -> PersonPhoneChanged:
    return PersonPhoneChanged(
        change_id=uuid.uuid4(),
        person_id=person,
        phone=after,
        phone_before=before,
        by_whom="oneself",
        changed_at=at,
    )


async def phone_on_file(office: Any, person: uuid.UUID) -> str:
    tail: str = await office.context.pool.fetchval(
        "SELECT phone_tail FROM subscriber WHERE person_id = $1", person
    )
    return tail


async def test_r_inf_3_both_phones_are_told_and_texts_go_to_the_new_one(
    office: Any, make: Any
) -> None:
    person, phone = await office.person()
    fact = changed(person, phone, FIRST)
    async with office.open():
        await office.tell(fact, fact)
        await office.tell(fact)
        await office.tell(make.rejected(person))
        await office.until_states("delivered", "delivered", "delivered")
    alarm = "。如非本人操作，请立即致电12329。"
    assert office.shown(phone) == [
        f"您在公积金中心预留的手机号已变更为尾号1001的手机号，验证码和短信不再发往本手机号{alarm}"
    ]
    told, refused = office.shown(FIRST)
    assert told == (
        f"您在公积金中心预留的手机号已由尾号{phone[-4:]}变更为本手机号，今后验证码和短信发往本手机号{alarm}"
    )
    assert refused.startswith("您的离退休提取")
    assert [one.person_id for one in await office.emitted(SubscriberPhoneChanged)] == [person]
    mine = await office.context.pool.fetch(
        "SELECT phone_tail FROM text WHERE person_id = $1", person
    )
    assert {row["phone_tail"] for row in mine} == {"1001"}, "the old phone is nobody's list"


async def test_r_inf_2_what_was_changed_last_holds_in_any_order(office: Any) -> None:
    opened = opened_event(office.context, FIRST)
    person = opened.person_id
    second = changed(person, FIRST, SECOND)
    third = changed(person, SECOND, THIRD, AT + timedelta(seconds=1))
    await office.tell(second)
    await office.tell(opened)
    assert await phone_on_file(office, person) == "1002", "before the account was heard of"
    await office.tell(third, second)
    await office.tell(second)
    assert await phone_on_file(office, person) == "1003"
    again = opened_event(office.context, FIRST, person_id=person, opened_on=date(2026, 6, 1))
    await office.tell(again)
    assert await phone_on_file(office, person) == "1003", "no employer sets it back"
