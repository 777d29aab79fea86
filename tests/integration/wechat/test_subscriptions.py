"""Notices go to whom WeChat says has subscribed: by its dialog, until it says no more."""

import asyncio
from typing import Any

from shared.messages.wechat import WechatReachChanged
from wechat.rules.notices import templates_of

from .conftest import TEMPLATES, Official

SEND = "/cgi-bin/message/subscribe/bizsend"
MONEY, PROGRESS = TEMPLATES["money"], TEMPLATES["progress"]


async def asked_for(
    official: Official, openid: str, templates: list[str], agreed: list[str]
) -> Any:
    """Let a page ask by `wx-open-subscribe`, and the phone's owner answer; give what the page is told."""
    path = f"/control/phones/{openid}"
    asking = asyncio.create_task(
        official.phones.post(f"{path}/popups", json={"templates": templates})
    )
    async with asyncio.timeout(10):
        while not (popup := (await official.phones.get(path)).json()["popup"]):
            await asyncio.sleep(0)
    answer = f"{path}/popups/{popup['number']}"
    done = await official.phones.put(answer, json={"titles": agreed})
    assert done.status_code == 204, done.text
    assert (await official.phones.put(answer, json={"titles": agreed})).status_code == 409
    return (await asking).json()


async def reach(official: Official) -> set[str]:
    """What WeChat reaches the one person by, of what was told last."""
    (*_, last) = [
        event for event in await official.carry() if isinstance(event, WechatReachChanged)
    ]
    return set(last.templates)


async def test_a_class_is_sent_from_the_dialogs_yes_until_wechat_says_no(
    official: Official,
) -> None:
    person_id, openid = await official.person(), await official.phone(wants=())
    await official.bind(person_id, openid)
    nothing = await official.paid(person_id)
    assert await official.ways(nothing.application_id) == (None, "queued")
    # A page asks for two; the owner allows one.
    told = await asked_for(official, openid, [MONEY, PROGRESS], ["money"])
    assert told["errMsg"] == "subscribe:ok"
    assert await reach(official) == set(templates_of(frozenset({"money"})))
    paid = await official.paid(person_id)
    await official.deliver()
    assert await official.ways(paid.application_id) == ("accepted", None)
    # The same page cannot ask for what is no template, or for more than WeChat's dialog takes.
    for templates, code in ((["tmpl-x"], "20001"), (list(TEMPLATES.values()), "20003")):
        refused = await official.phones.post(
            f"/control/phones/{openid}/popups", json={"templates": templates}
        )
        assert refused.json()["errCode"] == code
    # Switched off in the account's settings on the phone: texted from then on.
    await official.act(openid, "subscriptions", wanted={"money": False})
    assert await reach(official) == set()
    texted = await official.paid(person_id)
    assert await official.ways(texted.application_id) == (None, "queued")


async def test_whoever_blocks_a_notice_is_texted_and_never_asked_of_wechat_again(
    official: Official,
) -> None:
    """WeChat takes it, and says later `user block`, whether its answer told an id of the notice or not."""
    for tells_ids in (False, True):
        settings = official.account.settings.model_copy(update={"tells_ids": tells_ids})
        official.account.settings = settings
        person_id, openid = await official.bound()
        official.break_with(undelivered=1, only_path=SEND)
        blocked = await official.paid(person_id)
        await official.deliver()
        await official.watcher.round()
        await official.carry()
        assert await official.ways(blocked.application_id) == ("texted", "queued"), tells_ids
        called = official.account.book.counted(SEND)
        again = await official.paid(person_id)
        await official.deliver()
        assert await official.ways(again.application_id) == (None, "queued"), tells_ids
        assert official.account.book.counted(SEND) == called
        assert official.shown(openid, "notice") == []


async def test_a_receipt_without_an_id_tells_of_what_was_taken_before_what_is_in_doubt(
    official: Official,
) -> None:
    """One answer was lost and nothing arrived, one was taken: the one receipt is of what was taken."""
    person_id, openid = await official.bound()
    official.break_with(away=1, only_path=SEND)
    lost = await official.paid(person_id)
    await official.deliver()
    taken = await official.paid(person_id)
    await official.deliver()
    await official.watcher.round()
    await official.carry()
    assert await official.ways(taken.application_id) == ("accepted", None)
    assert await official.ways(lost.application_id) == ("asked", None)
    official.context.clock.ahead_seconds = 41  # type: ignore[attr-defined]
    await official.watcher.round()
    await official.carry()
    assert await official.ways(lost.application_id) == ("texted", "queued")
    assert len(official.shown(openid, "notice")) == 1
