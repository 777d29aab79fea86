"""Facts become texts on phones: once each, whole, in order of urgency, with receipts."""

import uuid
from datetime import date, datetime, timedelta
from typing import Any

from notifications.smpp import pdus
from shared.messages.accounts import (
    EmployerReminded,
    IndividualAccountSealed,
    SealReason,
)
from shared.messages.deposits import ContributionBooked, ContributionsBooked
from shared.messages.employers import EmployerReminder
from shared.messages.estates import DeathRecorded, DeathRevoked
from shared.messages.gateway import LoggedIn

MINUTES = timedelta(minutes=5)


async def test_r_sms_2_a_paid_withdrawal_reaches_the_phone_whole_and_is_confirmed(
    office: Any, make: Any
) -> None:
    person, phone = await office.person()
    fact = make.paid(person)
    async with office.open():
        await office.tell(fact)
        await office.until_states("delivered")
    [shown] = office.shown(phone)
    assert shown.startswith("您的离退休提取已到账：本金50,000.00元，利息1.50元")
    assert shown.endswith("余额0.00元。")
    parts = office.centre.book.submissions(phone, 10)
    assert [(part["number"], part["total"]) for part in parts] == [(1, 2), (2, 2)]
    assert {part["data_coding"] for part in parts} == {pdus.UCS2}


async def test_an_emoji_between_two_short_messages_arrives_in_one_piece(
    office: Any, make: Any
) -> None:
    person, phone = await office.person()
    for length in range(20, 24):
        async with office.open():
            reason = "因" * length + "😀🏠" + "果" * 30
            await office.tell(make.rejected(person, reason_text=reason))
            await make.until(lambda reason=reason: any(reason in t for t in office.shown(phone)))


async def test_one_fact_makes_one_text_however_often_it_is_told(office: Any, make: Any) -> None:
    person, phone = await office.person()
    fact = make.rejected(person)
    async with office.open():
        await office.tell(fact, fact)
        await office.tell(fact)
        await office.until_states("delivered")
        await office.tell(fact)
        await office.tell(make.rejected(person))
        await office.until_states("delivered", "delivered")
    assert office.submitted(phone) == 2


async def test_r_wdr_45_no_text_goes_to_the_dead_until_it_was_wrong(office: Any, make: Any) -> None:
    person, _ = await office.person()
    facts = {
        "death_id": uuid.uuid4(), "person_id": person, "died_on": date(2026, 1, 6),
        "recorded_by": uuid.uuid4(),
    }  # fmt: skip
    recorded, revoked = DeathRecorded(**facts), DeathRevoked(**facts)
    await office.tell(recorded)
    assert await office.tell(make.paid(person), make.rejected(person)) == {}
    assert await office.texts() == []
    await office.tell(revoked)
    assert len(await office.texts("death_revoked")) == 1
    await office.tell(recorded, make.rejected(person))
    assert len(await office.texts()) == 2, "whichever is heard first"


async def test_a_person_who_is_not_known_yet_is_asked_for_later(office: Any, make: Any) -> None:
    person = uuid.uuid4()
    known, _ = await office.person()
    postponed = await office.tell(make.rejected(person), make.rejected(known))
    assert list(postponed.values()) == ["the person is not known yet"]
    assert len(await office.texts()) == 1


async def test_a_newer_phone_replaces_the_older_whatever_the_order(office: Any, make: Any) -> None:
    person = uuid.uuid4()
    new, old = "13911110001", "13911110002"
    told = [
        make.opened(office.context, new, person_id=person, opened_on=date(2020, 1, 1)),
        make.opened(office.context, old, person_id=person, opened_on=date(2019, 1, 1)),
    ]
    await office.tell(told[0])
    await office.tell(told[1])
    await office.tell(*told)
    async with office.open():
        await office.tell(make.rejected(person))
        await office.until_states("delivered")
    assert (office.submitted(new), office.submitted(old)) == (1, 0)


async def test_r_sms_3_another_phone_on_file_is_told_at_the_old_and_the_new_one_whoever_opted_out(
    office: Any, make: Any
) -> None:
    person, old = await office.person()
    new = "13911110077"
    await office.context.pool.execute("UPDATE subscriber SET opted_out_at = now()")
    moved = make.opened(office.context, new, person_id=person, opened_on=date(2026, 1, 5))
    await office.tell(moved)
    await office.tell(moved)
    same = make.opened(office.context, new, person_id=person, opened_on=date(2026, 2, 5))
    await office.tell(same)
    async with office.open():
        await office.until_states("delivered", "delivered")
    assert office.shown(old) == [
        "您在公积金中心预留的手机号已变更为尾号0077的手机号，验证码和短信不再发往本手机号。"
        "如非本人操作，请立即致电12329。"
    ]
    assert office.shown(new) == [
        f"您在公积金中心预留的手机号已由尾号{old[-4:]}变更为本手机号，今后验证码和短信发往本手机号。"
        "如非本人操作，请立即致电12329。"
    ]


async def test_staff_logins_are_not_texted(office: Any) -> None:
    login = LoggedIn(
        identity_id=uuid.uuid4(), person_id=None, channel="web",
        logged_in_at=datetime.fromisoformat("2019-08-29T09:00:00+08:00"),
    )  # fmt: skip
    assert await office.tell(login) == {}
    assert await office.texts() == []


async def test_r_crt_4_who_opted_out_still_gets_money_texts(office: Any, make: Any) -> None:
    person, _phone = await office.person()
    await office.context.pool.execute("UPDATE subscriber SET opted_out_at = now()")
    sealed = IndividualAccountSealed(
        account_number="371400000000123456", person_id=person, reason=SealReason.RETIRED,
        sealed_on=date(2019, 8, 1), paid_up_to="2019-07",
    )  # fmt: skip
    await office.tell(sealed, make.rejected(person))
    assert [row["template"] for row in await office.texts()] == ["withdrawal_rejected"]


async def test_login_codes_go_ahead_of_everything_that_waits(new_office: Any, make: Any) -> None:
    office = await new_office(smpp_window_segments=1)
    person, phone = await office.person()
    await office.tell(*(make.rejected(person) for _ in range(10)))
    await office.tell(make.login_code(office.context, phone, MINUTES))
    async with office.open():
        await office.until_states(*["delivered"] * 11)
    [first, *others] = office.centre.book.submissions(phone, 20)
    assert "验证码为493021，5分钟内有效" in first["text"]
    assert (first["priority"], {other["priority"] for other in others}) == (3, {1})
    assert first["validity_period"]


async def test_r_sms_2_a_month_of_deposit_texts_holds_up_nothing(
    new_office: Any, make: Any
) -> None:
    """Deposits come first, by the dozen, and are due: a code, and a refusal, still go ahead of them."""
    office = await new_office(smpp_window_segments=1)
    person, phone = await office.person()
    months = [f"{year}-{month:02}" for year in (2018, 2019) for month in range(1, 13)]
    booked = [
        ContributionsBooked(
            booking_id=uuid.uuid4(),
            back_payment=False,
            people=[
                ContributionBooked(
                    person_id=person,
                    account_tail="6788",
                    months=[month],
                    amount_fen=96_000,
                    balance_fen=1_296_000,
                )
            ],
        )
        for month in months
    ]
    await office.tell(*booked)
    await office.tell(make.rejected(person), make.login_code(office.context, phone, MINUTES))
    waiting = await office.context.pool.fetch("SELECT not_before FROM delivery WHERE priority = 3")
    assert len({row["not_before"] for row in waiting}) == 24, "each has its own moment"
    await office.context.pool.execute("UPDATE delivery SET not_before = now() - interval '1 day'")
    async with office.open():
        await office.until_states(*["delivered"] * 26)
    first, second, *others = office.centre.book.submissions(phone, 400)
    assert "验证码" in first["text"]
    assert "未通过" in second["text"]
    assert {one["priority"] for one in others if "已入账" in one["text"]} == {0}
    assert office.shown(phone)[-1].endswith("账户现有12,960.00元。回复TD退订此类短信。")


async def test_the_smsc_gets_real_time_where_the_business_clock_was_moved(
    new_office: Any, make: Any
) -> None:
    years_ago = timedelta(days=-7 * 365)
    office = await new_office(business_clock_offset_seconds=int(years_ago.total_seconds()))
    _person, phone = await office.person()
    await office.tell(make.login_code(office.context, phone, MINUTES + years_ago))
    async with office.open():
        await office.until_states("delivered")


async def test_a_login_code_is_not_sent_after_its_time(office: Any, make: Any) -> None:
    phone = "13911110003"
    await office.tell(make.login_code(office.context, phone, timedelta(seconds=-1)))
    assert await office.texts() == []
    await office.tell(make.login_code(office.context, phone, timedelta(seconds=2)))
    await make.until(
        lambda: office.context.pool.fetchval("SELECT expires_at < now() FROM delivery")
    )
    async with office.open():
        await office.until_states("expired")
    assert office.submitted(phone) == 0


async def test_the_window_is_never_exceeded(new_office: Any, make: Any) -> None:
    office = await new_office(smpp_window_segments=5)
    office.break_with(delay_seconds=0.02)
    person, phone = await office.person()
    await office.tell(*(make.paid(person) for _ in range(40)))
    async with office.open():
        await office.until_states(*["delivered"] * 40)
    assert office.submitted(phone) == 80
    assert 1 < office.centre.counters["max_outstanding"] <= 5


async def test_two_instances_share_the_texts_without_sending_any_twice(
    office: Any, make: Any
) -> None:
    person, phone = await office.person()
    async with office.open(), office.open():
        await office.tell(*(make.rejected(person) for _ in range(300)))
        await office.until_states(*["delivered"] * 300)
    assert office.submitted(phone) == 300


async def test_the_rate_is_kept(new_office: Any, make: Any) -> None:
    office = await new_office(smsc={"max_segments_per_second": 110}, smpp_segments_per_second=100.0)
    person, _ = await office.person()
    await office.tell(*(make.rejected(person) for _ in range(150)))
    async with office.open():
        await office.until_states(*["delivered"] * 150)
    assert office.centre.counters["throttled"] == 0


async def test_personal_data_is_sealed_in_the_database(office: Any, make: Any) -> None:
    person, phone = await office.person()
    await office.tell(make.paid(person))
    everything = await office.context.pool.fetchval(
        "SELECT string_agg(t::text, '') || (SELECT string_agg(s::text, '') FROM subscriber s)"
        " FROM text t"
    )
    assert phone not in everything
    assert "50,000" not in everything


async def test_r_sms_2_an_operator_is_reminded_at_the_phone_that_accounts_names_once(
    office: Any,
) -> None:
    phone = "13905340001"
    late = EmployerReminded(
        employer_number="100007", name="德州某某纺织有限公司",
        phone=phone,
        kind=EmployerReminder.REMITTANCE_LATE, month="2019-08", due_on=date(2019, 8, 15), days=5,
    )  # fmt: skip
    async with office.open():
        await office.tell(late, late)
        await office.tell(late)
        await office.until_states("delivered")
    [shown] = office.shown(phone)
    assert "2019年8月的住房公积金" in shown


async def test_r_crt_4_a_phone_that_switched_reminders_off_is_not_reminded(office: Any) -> None:
    _, phone = await office.person()
    await office.context.pool.execute("UPDATE subscriber SET opted_out_at = now()")
    other = "13905340002"
    for number, to in (("100007", phone), ("100008", other)):
        await office.tell(
            EmployerReminded(
                employer_number=number, name="德州某某纺织有限公司",
                phone=to,
                kind=EmployerReminder.ACCOUNTS_MISSING, due_on=date(2019, 8, 15), days=20,
            )
        )  # fmt: skip
    assert [text["phone_tail"] for text in await office.texts()] == [other[-4:]]
