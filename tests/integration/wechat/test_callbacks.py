"""What WeChat posts: looked at before anything is done, done once, in WeChat's order; the conversation."""

import time
import uuid
from typing import Any

import pytest

from notifications import consumer as texts_in
from shared.messages.accounts import BalanceTold
from shared.messages.notifications import BalanceAsked
from shared.messages.wechat import WechatTextReceived
from simulators.wechat.account import xml_of

from .conftest import HALL, Official, hand

PATH = "/api/wechat/callbacks"


def message(openid: str, **fields: Any) -> str:
    told = {"ToUserName": "gh", "FromUserName": openid, "CreateTime": int(time.time())}
    return xml_of({**told, "MsgType": "text", "Content": "余额", "MsgId": 77, **fields})


async def post(official: Official, query: dict[str, str], raw: bytes) -> tuple[int, str]:
    answer = await official.client.post(PATH, params=query, content=raw)
    title = answer.json()["title"] if answer.status_code != 200 else answer.text
    return answer.status_code, title


async def test_only_what_wechat_has_signed_now_and_sealed_gets_in(official: Official) -> None:
    openid = await official.phone()
    query, raw = official.account.signed(message(openid))
    _, other = official.account.signed(message(openid, Content="TD"))
    long_ago, _ = official.account.signed(message(openid), at=int(time.time()) - 301)
    forged = (403, "callback-not-signed")
    refused = {
        "nothing": ({}, raw, (422, "invalid-request")),
        "forged": ({**query, "signature": "0" * 40}, raw, forged),
        "forged inside": ({**query, "msg_signature": "0" * 40}, raw, forged),
        "another nonce": ({**query, "nonce": "1"}, raw, forged),
        "late": (long_ago, raw, forged),
        "no time": ({**query, "timestamp": "jetzt"}, raw, forged),
        "another body": (query, other, forged),
        "in clear": (query, message(openid).encode(), (400, "callback-unreadable")),
        "huge": (query, b"<xml>" + b"A" * 20_000, (413, "too-large")),
        "an entity": (
            query,
            b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><xml><Encrypt>&e;</Encrypt></xml>',
            (400, "callback-unreadable"),
        ),
    }
    for what, (asked, body, answered) in refused.items():
        assert await post(official, asked, body) == answered, what
    assert await official.carry() == []
    # For another account, with our key and signature: the envelope says for whom it is.
    settings = official.account.settings
    official.account.settings = settings.model_copy(update={"app_id": "wx9"})
    foreign, sealed = official.account.signed(message(openid))
    official.account.settings = settings
    assert await post(official, foreign, sealed) == (400, "callback-unreadable")
    # The right one; the same again as WeChat repeats it, and signed anew, is answered and not done again.
    assert await post(official, query, raw) == (200, "success")
    assert await post(official, query, raw) == (200, "success")
    assert await post(official, *official.account.signed(message(openid))) == (200, "success")
    heard = await official.carry()
    assert len([e for e in heard if isinstance(e, WechatTextReceived)]) == 1


async def test_in_plain_mode_a_signature_is_for_one_body(official: Official) -> None:
    """It covers time and nonce only: whoever has seen one could send another body within minutes."""
    official.context.settings.__dict__["wechat_callback_key"] = None
    official.account.settings = official.account.settings.model_copy(update={"callback_key": None})
    openid = await official.phone()
    query, raw = official.account.signed(message(openid))
    assert await post(official, query, raw) == (200, "success")
    other = message(openid, Content="解绑", MsgId=78).encode()
    assert await post(official, query, other) == (403, "callback-not-signed")
    echo = {name: query[name] for name in ("signature", "timestamp", "nonce")}
    answer = await official.client.get(PATH, params={**echo, "echostr": "12345"})
    assert answer.text == "12345"


async def test_an_older_word_about_following_changes_nothing(official: Official) -> None:
    person_id, openid = await official.bound()
    now = int(time.time()) + 5
    for event, at in (("unsubscribe", now), ("subscribe", now - 3)):
        fields = {"MsgType": "event", "Event": event, "CreateTime": at, "MsgId": "", "Content": ""}
        sent = official.account.signed(message(openid, **fields))
        assert await post(official, *sent) == (200, "success")
    (one,) = (await official.caller(person_id).get("/bindings")).json()["items"]
    assert one["following"] is False


async def test_the_words_of_12329_are_understood_and_lead_to_a_page(official: Official) -> None:
    person_id, openid = await official.bound()
    heard: list[Any] = []
    for text in ("ＹＥ", "退订", "你好", "提取"):
        await official.act(openid, "texts", text=text)
        heard += await official.carry()
    (asked,) = [event for event in heard if isinstance(event, BalanceAsked)]
    assert asked.person_id == person_id
    told = BalanceTold(
        inquiry_id=asked.inquiry_id, person_id=person_id, account_tail="3456",
        balance_fen=123_456, paid_up_to="2019-08", told_at=asked.asked_at,
    )  # fmt: skip
    await hand(official.texts, texts_in.CONSUMERS, [told])
    await official.deliver()
    answers = [item["text"] for item in official.shown(openid, "answer")]
    assert answers[0].endswith(f"{HALL}/hall/wechat")
    assert sorted(answers[1:]) == sorted(
        [
            f"您的公积金账户（尾号3456）余额1,234.56元，缴至2019年8月。\n我的账户：{HALL}/hall/account",
            "已为您退订提醒类消息。资金变动等重要消息仍会发送。回复DY恢复订阅。\n"
            f"消息设置：{HALL}/hall/messages",
            "回复“余额”或YE查询公积金余额；回复TD退订提醒类消息，回复DY恢复；回复业务名称（如“提取”）"
            f"打开办理页面；回复“解绑”解除微信绑定。人工服务请拨打12329。\n办事指南：{HALL}/hall/apply",
            f"请点击打开：\n其他提取：{HALL}/hall/apply",
        ]
    )
    # It was asked in WeChat: no text goes. Asked by text, it is answered by text.
    count = "SELECT count(*) FROM text WHERE template = 'balance_answer'"
    assert await official.texts.pool.fetchval(count) == 0
    by_text = told.model_copy(update={"inquiry_id": uuid.uuid4()})
    await hand(official.texts, texts_in.CONSUMERS, [by_text])
    assert await official.texts.pool.fetchval(count) == 1
    opted_out = "SELECT opted_out_at IS NOT NULL FROM subscriber WHERE person_id = $1"
    assert await official.texts.pool.fetchval(opted_out, person_id)


async def test_whoever_is_not_bound_is_shown_where_to_bind(official: Official) -> None:
    openid = await official.phone()
    await official.act(openid, "texts", text="余额")
    await official.deliver()
    assert official.shown(openid, "answer")[-1]["text"].endswith(f"微信绑定：{HALL}/hall/wechat")


async def test_the_menu_is_there_and_pages_of_the_hall_are_signed(official: Official) -> None:
    menu = (await official.client.get("/api/wechat/menu")).json()
    wechat = official.account.book.kept("menu")
    assert [one["name"] for one in wechat] == [one["title"] for one in menu["columns"]]
    assert wechat[0]["sub_button"][0]["url"] == f"{HALL}/hall/apply/retirement"
    path = "/api/wechat/page-signature"
    signed = await official.client.get(path, params={"url": f"{HALL}/hall/account#top"})
    assert signed.status_code == 200, signed.text
    told = {
        "url": f"{HALL}/hall/account",
        **signed.json(),
        "timestamp": str(signed.json()["timestamp"]),
    }
    for changed, says in (
        ({}, "config:ok"),
        ({"url": f"{HALL}/hall/"}, "config:invalid signature"),
    ):
        answer = await official.phones.post("/control/page-configs", json={**told, **changed})
        assert answer.json()["errMsg"] == says
    foreign = await official.client.get(path, params={"url": "https://gjj.example.cn.evil.com/"})
    assert (foreign.status_code, foreign.json()["title"]) == (422, "not-our-page")


@pytest.mark.parametrize("event", ["view", "location", "scan"])
async def test_what_is_of_no_use_here_is_answered(official: Official, event: str) -> None:
    openid = await official.phone()
    fields = {"MsgType": "event", "Event": event, "EventKey": "x", "MsgId": "", "Content": ""}
    assert await post(official, *official.account.signed(message(openid, **fields))) == (
        200,
        "success",
    )
