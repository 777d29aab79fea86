"""What WeChat posts: who follows, what is subscribed to, what was typed; once each, in WeChat's order."""

import json
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.messaging.unit import Unit
from wechat import announcements
from wechat.handlers import reaching
from wechat.protocol.callbacks import Callback
from wechat.rules import businesses
from wechat.rules.businesses import Business
from wechat.rules.outcomes import ANSWER
from wechat.sealed import CONTENT
from wechat.settings import settings_of
from wechat.store import bindings, followers, incoming, outgoing, receipts
from wechat.store.followers import Heard
from wechat.store.receipts import Receipt

FOLLOW, UNFOLLOW = "event:subscribe", "event:unsubscribe"
SUBSCRIPTIONS = ("event:subscribe_msg_popup_event", "event:subscribe_msg_change_event")
RECEIPT = "event:subscribe_msg_sent_event"
TEXT = "text"
UNBIND = "解绑"
WELCOME = (
    "欢迎关注德州公积金。点击菜单办理和查询业务；绑定微信后，可在这里查询余额、接收办理结果。"
    "回复“余额”查询余额，回复“解绑”解除绑定。"
)
UNBOUND = "已解除微信绑定，不再向本微信发送业务消息。"
NOT_BOUND = "本微信没有绑定任何人。"


async def take(unit: Unit, callback: Callback) -> bool:
    """Do what a callback asks for; False where it came before."""
    now, data = unit.clock.now(), unit.personal_data
    message_id = uuid.uuid4()
    heard = Heard.of(data, callback.openid, callback.at, following=callback.kind != UNFOLLOW)
    source = data.lookup_hash(f"callback {callback.source}")
    if not await incoming.remember(unit.connection, source, message_id, heard.openid_hash, now):
        return False
    if callback.kind == RECEIPT:
        await _receipt(unit, callback, heard.openid_hash, now)
        return True
    # Whoever types or subscribes follows; an older word than the last one changes nothing.
    await followers.keep(unit.connection, heard)
    if callback.kind == FOLLOW:
        await answer(unit, Answer(message_id, heard.openid_hash, WELCOME, businesses.BIND))
    elif callback.kind in SUBSCRIPTIONS:
        await _subscriptions(unit, callback, heard.openid_hash)
    elif callback.kind == TEXT:
        await _text(unit, callback, heard.openid_hash, message_id, now)
    persons = await followers.persons_of(unit.connection, [heard.openid_hash])
    await reaching.tell_reach(unit, persons)
    return True


async def _subscriptions(unit: Unit, callback: Callback, openid_hash: str) -> None:
    classes = {given: name for name, given in settings_of(unit.context).wechat_templates.items()}
    told = {
        classes[one.template_id]: one.wanted
        for one in callback.subscribed
        if one.template_id in classes
    }
    rows = [(openid_hash, name, wanted) for name, wanted in told.items()]
    await followers.subscribe(unit.connection, rows, callback.at)


async def _text(
    unit: Unit, callback: Callback, openid_hash: str, message_id: uuid.UUID, now: datetime
) -> None:
    """Lead to a page, unbind, or let notifications answer, which knows the words of 12329."""
    an_hour_ago = now - timedelta(hours=1)
    if callback.text.strip() == UNBIND:
        ended = await bindings.end_of_user(unit.connection, openid_hash, now)
        await reaching.tell_ended(unit, ended, "wechat", now)
        text = UNBOUND if ended else NOT_BOUND
        await answer(unit, Answer(message_id, openid_hash, text, businesses.BIND))
    elif (
        await incoming.count(unit.connection, openid_hash, an_hour_ago)
        > settings_of(unit.context).texts_per_hour
    ):
        return
    elif (business := businesses.asked_for(callback.text)) is not None:
        text = "请点击打开："
        await answer(unit, Answer(message_id, openid_hash, text, business))
    else:
        person_id = await followers.person_of(unit.connection, openid_hash)
        unit.emit(announcements.text_received(message_id, person_id, callback.text, now))


@dataclass(frozen=True, repr=False)
class Answer:
    """What is answered to what somebody typed, and the page that goes with it."""

    message_id: uuid.UUID
    openid_hash: str
    text: str
    business: Business
    traceparent: str = ""


async def answer(unit: Unit, said: Answer) -> None:
    """Queue an answer, with the address of its page."""
    settings, now = settings_of(unit.context), unit.clock.now()
    linked = f"{said.text}\n{said.business.title}：{settings.hall_url}{said.business.page}"
    content = json.dumps({"text": linked}, ensure_ascii=False)
    new = outgoing.New(
        outgoing_id=said.message_id,
        kind=ANSWER,
        person_id=None,
        openid_hash=said.openid_hash,
        notice_class=None,
        content_sealed=unit.personal_data.seal(content, CONTENT, said.message_id),
        traceparent=said.traceparent,
        not_before=now,
        send_before=now + timedelta(seconds=settings.answer_seconds),
    )
    await outgoing.queue(unit.connection, [new], now)


async def _receipt(unit: Unit, callback: Callback, openid_hash: str, now: datetime) -> None:
    """Keep what WeChat says of a notice that it took, for the watcher; who blocks it wants no more."""
    classes = {given: name for name, given in settings_of(unit.context).wechat_templates.items()}
    name = classes.get(callback.template_id)
    if name and callback.platform_id:
        told = Receipt(callback.platform_id, openid_hash, name, callback.failure)
        await receipts.keep(unit.connection, told, now)
    if name and callback.blocked:
        await followers.subscribe(unit.connection, [(openid_hash, name, False)], callback.at)
        persons = await followers.persons_of(unit.connection, [openid_hash])
        await reaching.tell_reach(unit, persons)
