"""Citizens' texts to 12329: balance, help, opting out; kept before they are acknowledged."""

import uuid
from datetime import UTC, datetime
from typing import Any

import pytest

from shared.messages.accounts import BalanceTold
from shared.messages.notifications import BalanceAsked


async def test_r_sms_1_a_balance_question_is_answered_with_the_masked_account(
    office: Any, make: Any
) -> None:
    person, phone = await office.person()
    async with office.open():
        office.centre.send_from_phone(phone, " ｙｅ ")
        [asked] = await make.until(lambda: office.emitted(BalanceAsked))
        assert asked.person_id == person
        await office.tell(
            BalanceTold(
                inquiry_id=asked.inquiry_id, person_id=person, account_tail="3456",
                balance_fen=123_456, paid_up_to="2019-07", told_at=datetime.now(UTC),
            )
        )  # fmt: skip
        await office.until_states("delivered")
    assert office.shown(phone) == ["您的公积金账户（尾号3456）余额1,234.56元，缴至2019年7月。"]


async def test_an_unknown_phone_is_told_what_its_owner_can_do_and_its_opt_out_is_confirmed(
    office: Any, make: Any
) -> None:
    phone = "13922220001"
    async with office.open():
        for count, text in enumerate(("查一下餘額，谢谢", "退訂", "？"), 1):
            office.centre.send_from_phone(phone, text)
            await make.until(lambda count=count: len(office.shown(phone)) == count)
    balance, stopped, menu = office.shown(phone)
    assert balance.startswith(
        "本手机号未在公积金中心预留，不能用短信查询余额。请用预留的手机号发送"
    )
    assert stopped.startswith("已为您退订")
    assert menu.startswith("回复“余额”或YE")
    assert await office.emitted(BalanceAsked) == []


async def test_anything_else_gets_help(office: Any, make: Any) -> None:
    _, phone = await office.person()
    async with office.open():
        office.centre.send_from_phone(phone, "你好" * 60)
        await make.until(lambda: office.shown(phone))
    assert office.shown(phone)[0].startswith("回复“余额”或YE查询公积金余额")
    assert len(office.shown(phone)) == 1


async def test_r_crt_4_td_switches_optional_texts_off_and_dy_on_again(
    office: Any, make: Any
) -> None:
    _, phone = await office.person()

    async def opted_out() -> bool:
        return await office.context.pool.fetchval("SELECT opted_out_at IS NOT NULL FROM subscriber")

    async def opted_in() -> bool:
        return not await opted_out()

    async with office.open():
        office.centre.send_from_phone(phone, "td")
        await make.until(opted_out)
        office.centre.send_from_phone(phone, "DY")
        await make.until(opted_in)
        await make.until(lambda: len(office.shown(phone)) == 2)
    assert [text[:5] for text in office.shown(phone)] == ["已为您退订", "已为您恢复"]


async def test_a_family_with_one_phone_gets_one_answer_each(office: Any, make: Any) -> None:
    first, phone = await office.person()
    second, _ = await office.person(phone)
    async with office.open():
        office.centre.send_from_phone(phone, "余额")
        asked = await make.until(lambda: office.emitted(BalanceAsked))
    assert {event.person_id for event in asked} == {first, second}


async def test_a_text_delivered_twice_is_answered_once(office: Any, make: Any) -> None:
    _, phone = await office.person()
    async with office.open():
        for _ in range(3):
            office.centre.send_from_phone(phone, "余额")
        await make.until(lambda: office.context.pool.fetchval("SELECT count(*) = 3 FROM mo_text"))
    assert len(await office.emitted(BalanceAsked)) == 1


async def test_two_machines_do_not_text_each_other_for_ever(new_office: Any, make: Any) -> None:
    office = await new_office(replies_per_hour=3)
    _, phone = await office.person()
    async with office.open():
        for number in range(10):
            office.centre.send_from_phone(phone, "TD" + "!" * number)
        await make.until(lambda: office.context.pool.fetchval("SELECT count(*) = 10 FROM mo_text"))
        await office.until_states(*["delivered"] * 3)
    assert len(office.shown(phone)) == 3


async def test_what_is_not_understood_gets_the_menu_each_time_within_a_limit_and_commands_beyond(
    new_office: Any, make: Any
) -> None:
    office = await new_office(menus_per_hour=3)
    _, phone = await office.person()
    _, other = await office.person()
    async with office.open():
        for number in range(5):
            office.centre.send_from_phone(phone, f"自动回复{number}")
        await make.until(lambda: office.context.pool.fetchval("SELECT count(*) = 5 FROM mo_text"))
        office.centre.send_from_phone(other, "你好")
        office.centre.send_from_phone(phone, "帮助")
        office.centre.send_from_phone(phone, "TD")
        await office.until_states(*["delivered"] * 6)
    shown = [text[:5] for text in office.shown(phone)]
    assert sorted(shown) == [*["回复“余额"] * 4, "已为您退订"]
    assert [text[:5] for text in office.shown(other)] == ["回复“余额"]


async def test_texts_wait_at_the_smsc_while_the_database_is_away(office: Any, make: Any) -> None:
    """Acknowledged only once it is kept: a statement that fails leaves it with the SMSC."""
    _, phone = await office.person()
    async with office.open():
        await make.until(lambda: office.centre.counters["binds"] == 1)
        async with office.context.pool.acquire() as other, other.transaction():
            await other.execute("LOCK TABLE mo_text IN ACCESS EXCLUSIVE MODE")
            office.centre.send_from_phone(phone, "余额")
            await make.until(lambda: office.centre.counters["deliveries_sent"] == 1)
            assert office.centre.counters["deliveries_acknowledged"] == 0
        await make.until(lambda: office.centre.counters["deliveries_acknowledged"] == 1)
    assert len(await office.emitted(BalanceAsked)) == 1


@pytest.mark.parametrize("source", ["12345", "106575", "+1 555 0100"])
async def test_senders_that_are_no_phones_are_left_aside(
    office: Any, make: Any, source: str
) -> None:
    async with office.open():
        office.centre.book.send_from_phone(source, "12329", "余额")
        office.centre.wake()
        await make.until(lambda: office.centre.counters["deliveries_acknowledged"] == 1)
    assert await office.texts() == []


async def test_what_citizens_wrote_is_sealed(office: Any, make: Any) -> None:
    _, phone = await office.person()
    async with office.open():
        office.centre.send_from_phone(phone, "我叫张三")
        await make.until(lambda: office.shown(phone))
    row = await office.context.pool.fetchval("SELECT m::text FROM mo_text m")
    assert "张三" not in row
    assert phone not in row
    assert await office.context.pool.fetchval("SELECT answered FROM mo_text")
    assert uuid.UUID((await office.texts("help"))[0]["about"])


async def opted_out(office: Any, person: uuid.UUID) -> bool:
    query = "SELECT opted_out_at IS NOT NULL FROM subscriber WHERE person_id = $1"
    return bool(await office.context.pool.fetchval(query, person))


async def test_r_crt_4_td_counts_when_the_phone_had_its_share_of_answers(
    new_office: Any, make: Any
) -> None:
    office = await new_office(replies_per_hour=1)
    person, phone = await office.person()
    async with office.open():
        office.centre.send_from_phone(phone, "你好")
        await make.until(lambda: office.shown(phone))
        office.centre.send_from_phone(phone, "TD")
        await make.until(lambda: opted_out(office, person))
    assert len(office.shown(phone)) == 1


async def test_r_crt_4_td_counts_when_the_same_word_came_just_before(
    office: Any, make: Any
) -> None:
    """TD, DY and TD again within a minute: the last one holds, as its sender meant it."""
    person, phone = await office.person()
    async with office.open():
        for count, word in enumerate(("TD", "DY", "TD"), 1):
            office.centre.send_from_phone(phone, word)
            await make.until(
                lambda count=count: office.context.pool.fetchval(
                    "SELECT count(*) = $1 FROM mo_text", count
                )
            )
    assert await opted_out(office, person)


async def test_r_crt_4_td_counts_before_anybody_knows_whose_phone_it_is(
    office: Any, make: Any
) -> None:
    phone = "13922220002"
    async with office.open():
        office.centre.send_from_phone(phone, "TD")
        await make.until(lambda: office.context.pool.fetchval("SELECT count(*) = 1 FROM mo_text"))
    person, _ = await office.person(phone)
    other, _ = await office.person()
    assert await opted_out(office, person)
    assert not await opted_out(office, other)
