"""Who may bind whose WeChat: only the login that asked, in its browser, with what WeChat says of the user."""

import asyncio
import secrets
import uuid
from datetime import date, timedelta

from notifications import consumer as texts_in
from shared.messages.erasures import PersonErased
from shared.messages.notifications import SubscriberPhoneChanged
from shared.messages.wechat import WechatBindingChanged, WechatReachChanged
from wechat import consumer

from .conftest import Official, hand, taken


async def texts_about(official: Official, template: str) -> list[str]:
    rows = await official.texts.pool.fetch(
        "SELECT text_id, body_sealed FROM text WHERE template = $1 ORDER BY number", template
    )
    open_ = official.texts.personal_data.open
    return [open_(row["body_sealed"], "text.body_sealed", row["text_id"]) for row in rows]


async def test_a_citizen_binds_and_unbinds_and_the_phone_is_told(official: Official) -> None:
    person_id, openid = await official.person(), await official.phone()
    caller = official.caller(person_id)
    state, secret = await official.begun(caller)
    body = {"code": await official.code(openid, state), "state": state, "secret": secret}
    key = secrets.token_hex(8)
    bound = await caller.post("/bindings", body, key)
    assert bound.status_code == 201, bound.text
    assert bound.json()["following"] is True
    assert bound.json()["classes"] == ["account", "money", "progress", "repayment"]
    # The same again is the same, by the same key and by another one; WeChat is not asked again.
    assert (await caller.post("/bindings", body, key)).json() == bound.json()
    assert (await caller.post("/bindings", body)).json() == bound.json()
    reach = [e for e in await official.carry() if isinstance(e, WechatReachChanged)]
    assert "withdrawal_paid" in reach[-1].templates

    listed = (await caller.get("/bindings")).json()["items"]
    assert [one["binding_id"] for one in listed] == [bound.json()["binding_id"]]
    path = f"/bindings/{bound.json()['binding_id']}/removal"
    stranger = official.caller(await official.person())
    assert (await stranger.post(path, {})).status_code == 404
    assert (await caller.post(path, {})).status_code == 200
    assert (await caller.post(path, {})).status_code == 404
    reach = [e for e in await official.carry() if isinstance(e, WechatReachChanged)]
    assert [one.templates for one in reach] == [[]]
    told = await texts_about(official, "wechat_binding")
    assert len(told) == 2
    assert "已绑定微信" in told[0]
    assert "已解除微信绑定" in told[1]


async def test_a_stolen_state_binds_nobody(official: Official) -> None:
    """An insider who reads state and code in some log has neither the login nor the browser's secret."""
    victim, thief = await official.person(), await official.person()
    mine, theirs = official.caller(victim), official.caller(thief)
    openid, other = await official.phone(), await official.phone()
    state, secret = await official.begun(mine)
    own_state, own_secret = await official.begun(theirs)
    code = await official.code(openid, state)

    async def refused(caller: object, **body: str) -> bool:
        answer = await caller.post("/bindings", body)  # type: ignore[attr-defined]
        return answer.status_code == 409 and answer.json()["title"] == "state-not-good"

    # The thief's login with the victim's state, with either secret; the victim's code with the thief's state
    # would bind the victim's WeChat to the thief: the page of the victim sends the victim's login and secret.
    assert await refused(theirs, code=code, state=state, secret=secret)
    assert await refused(theirs, code=code, state=state, secret=own_secret)
    assert await refused(mine, code=code, state=own_state, secret=own_secret)
    # In the victim's own login, without the browser's secret.
    assert await refused(mine, code=code, state=state, secret=secrets.token_urlsafe(32))
    # Whoever can read the database finds no state in it.
    rows = await official.context.pool.fetch("SELECT authorisation::text AS row FROM authorisation")
    assert all(state not in row["row"] and secret not in row["row"] for row in rows)
    assert (await official.caller(victim).get("/bindings")).json()["items"] == []

    good = await mine.post("/bindings", {"code": code, "state": state, "secret": secret})
    assert good.status_code == 201, good.text
    # Once is once: a second WeChat user by the same state is the binding of before, not another.
    again = await official.code(other, state)
    repeated = await mine.post("/bindings", {"code": again, "state": state, "secret": secret})
    assert repeated.json()["binding_id"] == good.json()["binding_id"]
    assert len((await mine.get("/bindings")).json()["items"]) == 1


async def test_a_wechat_user_is_one_citizen_and_a_citizen_three_wechat_users(
    official: Official,
) -> None:
    person_id, another = await official.person(), await official.person()
    openid = await official.phone()
    assert (await official.bind(person_id, openid)).status_code == 201
    taken = await official.bind(another, openid)
    assert (taken.status_code, taken.json()["title"]) == (409, "bound-to-another")
    others = [await official.phone(follows=False) for _ in range(4)]
    # All at the same time: two places are left.
    answers = await asyncio.gather(*(official.bind(person_id, one) for one in others))
    assert sorted(one.status_code for one in answers) == [201, 201, 409, 409]
    assert {one.json()["title"] for one in answers if one.status_code == 409} == {
        "too-many-bindings"
    }
    # From WeChat's own side a user is free again, and another citizen may have it.
    await official.act(openid, "texts", text=" 解绑 ")
    assert (await official.bind(another, openid)).status_code == 201


async def test_a_state_ends_and_a_wrong_code_is_told(official: Official) -> None:
    person_id = await official.person()
    caller = official.caller(person_id)
    state, secret = await official.begun(caller)
    wrong = await caller.post("/bindings", {"code": "nobody", "state": state, "secret": secret})
    assert (wrong.status_code, wrong.json()["title"]) == (409, "code-not-good")
    state, secret = await official.begun(caller)
    code = await official.code(await official.phone(), state)
    official.context.clock.ahead_seconds = 601  # type: ignore[attr-defined]
    late = await caller.post("/bindings", {"code": code, "state": state, "secret": secret})
    assert (late.status_code, late.json()["title"]) == (409, "state-not-good")
    state, secret = await official.begun(caller)
    official.break_with(away=-1)
    body = {"code": "any", "state": state, "secret": secret}
    away = await caller.post("/bindings", body)
    assert (away.status_code, away.json()["title"]) == (503, "wechat-away")
    # Without a fresh code nothing begins.
    bare = await official.client.post(
        "/api/wechat/authorisations",
        json={},
        headers={**caller.headers, "Idempotency-Key": uuid.uuid4().hex},
    )
    assert (bare.status_code, bare.json()["title"]) == (403, "confirmation-needed")


async def test_another_phone_on_file_ends_the_bindings(official: Official) -> None:
    person_id, _ = await official.bound()
    opened = official.opened(person_id, "13512345678", date(2020, 1, 1))
    await hand(official.texts, texts_in.CONSUMERS, [opened])
    heard = await official.carry()
    assert [type(e) for e in heard if isinstance(e, SubscriberPhoneChanged)]
    (ended,) = [e for e in heard if isinstance(e, WechatBindingChanged)]
    assert (ended.bound, ended.cause) == (False, "phone_changed")
    assert (await official.caller(person_id).get("/bindings")).json()["items"] == []
    # Told again, or with the same phone: nothing changes.
    await hand(official.texts, texts_in.CONSUMERS, [opened])
    same = official.opened(person_id, "13512345678", date(2021, 1, 1))
    await hand(official.texts, texts_in.CONSUMERS, [same])
    assert await official.carry() == []


async def test_art_47_who_was_forgotten_has_no_binding_and_one_made_since_stays(
    official: Official,
) -> None:
    person_id, _ = await official.bound()
    now = official.context.clock.now()
    erased = PersonErased(
        person_id=person_id,
        erasure_id=uuid.uuid4(),
        whole=False,
        erased_at=now,
        erased_on=now.date(),
    )
    await hand(official.context, consumer.CONSUMERS, [erased])
    (ended,) = [
        e
        for e in await taken(official.context)
        if isinstance(e, WechatBindingChanged) and not e.bound
    ]
    assert ended.cause == "erased"
    before = erased.model_copy(update={"erased_at": now - timedelta(days=1)})
    other, _ = await official.bound()
    late = before.model_copy(update={"person_id": other})
    await hand(official.context, consumer.CONSUMERS, [late])
    assert len((await official.caller(other).get("/bindings")).json()["items"]) == 1
