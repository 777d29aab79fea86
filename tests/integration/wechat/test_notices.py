"""A text goes by WeChat or by SMS: never by both, never by none, and never again where it was refused."""

from datetime import UTC, date, datetime, timedelta

from notifications import consumer as texts_in
from notifications.carriers import Route
from notifications.store import dispatch
from shared.messages.deposits import InterestOfPerson, InterestSettled
from shared.messages.loans import LoanRepaymentDueSoon
from shared.messages.wechat import WechatNoticeAccepted, WechatNoticeRefused, WechatReachChanged
from wechat.platform import Platform
from wechat.store import credentials, outgoing
from wechat.work.holder import Holder
from wechat.work.sender import Sender

from .conftest import Official, hand

TOKENS = "/cgi-bin/stable_token"
SEND = "/cgi-bin/message/subscribe/bizsend"


async def later(official: Official, seconds: float) -> None:
    """Let time go by for both."""
    official.context.clock.ahead_seconds += seconds  # type: ignore[attr-defined]
    await official.watcher.round()
    await official.carry()
    await official.texts.transact(official.text_watcher._tidy)


async def test_r_sms_2_a_paid_withdrawal_is_told_by_wechat_and_not_texted(
    official: Official,
) -> None:
    person_id, openid = await official.bound()
    paid = await official.paid(person_id)
    assert await official.ways(paid.application_id) == ("asked", None)
    await official.deliver()
    assert official.shown(openid, "notice") == [
        {
            "title": "money",
            "fields": {
                "thing1": "离退休提取",
                "amount2": "50001.50元",
                "character_string3": "3456",
                "thing4": "已转入尾号0007的卡",
            },
            "page": "https://gjj.example.cn/hall/applications",
        }
    ]
    assert await official.ways(paid.application_id) == ("accepted", None)
    # Told again, asked again: it is there once; and time brings no SMS.
    await hand(official.texts, texts_in.CONSUMERS, [paid])
    await official.deliver()
    await later(official, 3_600)
    assert await official.ways(paid.application_id) == ("accepted", None)
    assert len(official.shown(openid, "notice")) == 1


async def test_r_sms_2_the_yearly_interest_comes_by_wechat_in_its_hour_and_once(
    official: Official,
) -> None:
    person_id, openid = await official.bound()
    of_person = InterestOfPerson(
        person_id=person_id, account_tail="3456", interest_fen=24_232, balance_fen=2_176_232
    )
    settled = InterestSettled(fund_year=2019, people=[of_person])
    for _ in range(2):
        await hand(official.texts, texts_in.CONSUMERS, [settled])
    await official.deliver()
    assert official.shown(openid, "notice") == [], "spread over the hours of a day"
    due = await official.context.pool.fetchval("SELECT max(not_before) FROM outgoing")
    official.context.clock.ahead_seconds = (due - datetime.now(UTC)).total_seconds() + 1  # type: ignore[attr-defined]
    await official.deliver()
    (notice,) = official.shown(openid, "notice")
    assert notice["fields"] == {
        "thing1": "年度结息",
        "amount2": "242.32元",
        "character_string3": "3456",
        "thing4": "2018-2019年度，已计入本金",
    }


async def test_never_again_after_a_refusal_until_subscribed_anew(official: Official) -> None:
    """43101: the user does not want this class; one SMS, and no further attempt by WeChat."""
    person_id, openid = await official.bound()
    official.break_with(refuse=1, errcode=43101, only_path=SEND)
    first = await official.paid(person_id)
    heard = await official.deliver()
    assert [e.reason_code for e in heard if isinstance(e, WechatNoticeRefused)] == ["wechat_43101"]
    assert await official.ways(first.application_id) == ("texted", "queued")
    second = await official.paid(person_id)
    assert await official.ways(second.application_id) == (None, "queued")
    await official.act(openid, "subscriptions", wanted={"money": True})
    await official.carry()
    third = await official.paid(person_id)
    await official.deliver()
    assert await official.ways(third.application_id) == ("accepted", None)
    assert len(official.shown(openid, "notice")) == 1
    # Whoever leaves the account is texted from then on.
    await official.act(openid, "following", following=False)
    (reach,) = [e for e in await official.carry() if isinstance(e, WechatReachChanged)]
    assert reach.templates == []
    fourth = await official.paid(person_id)
    assert await official.ways(fourth.application_id) == (None, "queued")


async def test_a_second_wechat_user_is_reached_where_the_first_refuses(official: Official) -> None:
    person_id, older = await official.bound()
    newer = await official.phone()
    assert (await official.bind(person_id, newer)).status_code == 201
    official.break_with(refuse=1, errcode=43004, only_path=SEND)
    paid = await official.paid(person_id)
    await official.deliver()
    assert await official.ways(paid.application_id) == ("accepted", None)
    assert [len(official.shown(one, "notice")) for one in (older, newer)] == [1, 0]


async def test_an_answer_that_was_lost_is_found_by_wechats_own_word(official: Official) -> None:
    """Nothing is sent twice: what is in doubt waits for WeChat's receipt, else it is texted."""
    person_id, openid = await official.bound()
    official.break_with(lose_answer=1, only_path=SEND)
    told = await official.paid(person_id)
    await official.deliver()
    await official.watcher.round()
    await official.carry()
    assert await official.ways(told.application_id) == ("accepted", None)
    official.break_with(away=1, only_path=SEND)
    lost = await official.paid(person_id)
    await official.deliver()
    assert await official.ways(lost.application_id) == ("asked", None)
    await later(official, 41)
    assert await official.ways(lost.application_id) == ("texted", "queued")
    # Taken, and said later not to have arrived.
    official.break_with(undelivered=1)
    blocked = await official.paid(person_id)
    await official.deliver()
    await official.watcher.round()
    await official.carry()
    assert await official.ways(blocked.application_id) == ("texted", "queued")
    assert len(official.shown(openid, "notice")) == 1


async def test_whoever_gets_no_answer_in_time_texts_once(official: Official) -> None:
    """wechat is dead: an SMS after the time; alive again it finds the time over, and sends nothing."""
    person_id, openid = await official.bound()
    paid = await official.paid(person_id)
    official.context.clock.ahead_seconds = 179  # type: ignore[attr-defined]
    await official.texts.transact(official.text_watcher._tidy)
    assert await official.ways(paid.application_id) == ("asked", None)
    official.context.clock.ahead_seconds = 181  # type: ignore[attr-defined]
    await official.texts.transact(official.text_watcher._tidy)
    assert await official.ways(paid.application_id) == ("texted", "queued")
    heard = await official.deliver()
    assert [e.reason_code for e in heard if isinstance(e, WechatNoticeRefused)] == ["late"]
    await later(official, 3_600)
    assert await official.ways(paid.application_id) == ("texted", "queued")
    assert official.shown(openid, "notice") == []


async def test_a_word_that_comes_too_late_takes_back_what_was_not_sent(official: Official) -> None:
    person_id, openid = await official.bound()
    paid = await official.paid(person_id)
    await official.carry()
    while await official.sender.round():
        pass
    official.context.clock.ahead_seconds = 181  # type: ignore[attr-defined]
    await official.texts.transact(official.text_watcher._tidy)
    assert await official.ways(paid.application_id) == ("texted", "queued")
    heard = await official.carry()
    assert [e for e in heard if isinstance(e, WechatNoticeAccepted)]
    assert await official.ways(paid.application_id) == ("accepted", None)
    assert len(official.shown(openid, "notice")) == 1


async def test_a_days_quota_that_is_used_up_has_texts_sent_at_once(official: Official) -> None:
    person_id, openid = await official.bound()
    official.account.settings = official.account.settings.model_copy(update={"notices_per_day": 1})
    ways = []
    for _ in range(3):
        paid = await official.paid(person_id)
        await official.deliver()
        ways.append(await official.ways(paid.application_id))
    assert ways == [("accepted", None), ("texted", "queued"), ("texted", "queued")]
    assert len(official.shown(openid, "notice")) == 1
    # The third was not even tried.
    assert official.account.book.counted(SEND) == 2


async def test_many_notices_and_the_texts_that_follow_never_stand_before_what_somebody_waits_for(
    official: Official,
) -> None:
    person_id, _openid = await official.bound()
    await official.deliver()
    reminders = [
        LoanRepaymentDueSoon(
            contract_number=f"DK20150{number:05}", person_id=person_id, due_on=date(2019, 9, 20),
            amount_fen=170_159, card_tail="6788", offset="none",
        )
        for number in range(40)
    ]  # fmt: skip
    await hand(official.texts, texts_in.CONSUMERS, reminders)
    paid = await official.paid(person_id)
    await official.carry()
    now = official.context.clock.now()
    async with official.context.pool.acquire() as connection:
        (first,) = await outgoing.claim(connection, now, now + timedelta(seconds=20), 1)
    assert first.notice_class == "money", "the withdrawal, though forty reminders came before it"
    # WeChat refuses them all: they are texted, and an older number is no rank.
    official.break_with(refuse=-1, errcode=43101, only_path=SEND)
    await official.deliver()
    assert await official.ways(paid.application_id) == ("asked", None)
    stranger = await official.person()
    urgent = await official.paid(stranger)
    async with official.texts.pool.acquire() as connection:
        claimed = await dispatch.claim(connection, Route.SMPP, official.texts.clock.now(), now, 6)
    assert [text.template for text in claimed] == [
        "wechat_binding", "withdrawal_paid", *["loan_due_soon"] * 4,
    ]  # fmt: skip
    assert await official.ways(urgent.application_id) == (None, "submitting")


async def test_wechat_away_loses_nothing(official: Official) -> None:
    person_id, openid = await official.bound()
    official.break_with(refuse=2, errcode=-1, only_path=SEND)
    paid = await official.paid(person_id)
    await official.carry()
    for _ in range(3):
        await official.sender.round()
        official.sender._busy_until = 0
        official.context.clock.ahead_seconds += 1  # type: ignore[attr-defined]
    await official.carry()
    assert await official.ways(paid.application_id) == ("accepted", None)
    assert len(official.shown(openid, "notice")) == 1


async def test_one_instance_holds_the_token_and_another_follows_a_dead_one(
    official: Official,
) -> None:
    person_id, openid = await official.bound()
    settings = official.context.settings
    other = Holder(official.context, official.platform)
    await other.round()
    await official.holder.round()
    assert official.account.book.counted(TOKENS) == 1
    # It is stored sealed, and the app secret not at all.
    rows = await official.context.pool.fetch("SELECT credential::text AS row FROM credential")
    token, _ = official.account.token(anew=False)
    assert len(rows) == 2
    assert all(token not in row["row"] and "app-secret" not in row["row"] for row in rows)
    # WeChat forgets the token: the sender says so, nobody uses it, and only the holder asks for another.
    official.break_with(forget_token=1, only_path=SEND)
    paid = await official.paid(person_id)
    await official.carry()
    await official.sender.round()
    assert await official.sender.round() is False
    await other.round()
    assert official.account.book.counted(TOKENS) == 1
    # The holder is dead; its lease is over.
    await official.context.pool.execute("UPDATE holder SET until = now() - interval '1 second'")
    await other.round()
    await official.holder.round()
    assert official.account.book.counted(TOKENS) == 2
    official.context.clock.ahead_seconds += 2 * settings.busy_rest_seconds  # type: ignore[attr-defined]
    official.sender._busy_until = 0
    await Sender(official.context, official.platform).round()
    await official.carry()
    assert await official.ways(paid.application_id) == ("accepted", None)
    assert len(official.shown(openid, "notice")) == 1
    held = await credentials.hold(official.context.pool, other.instance, timedelta(seconds=15))
    assert held
    assert isinstance(official.platform, Platform)
