"""What WeChat posts to the callback, read from XML: texts, clicks, following, subscriptions, receipts."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from lxml import etree

TEXT_MAX_CHARACTERS = 1_000
"""A command is a word; whatever is longer is cut."""
OPENID = re.compile(r"[A-Za-z0-9_-]{8,64}")
_NUMBER = re.compile(r"\d{1,19}")
LAST_INSTANT = 253_402_300_799


class BadCallback(Exception):
    """What came is not what WeChat sends."""


@dataclass(frozen=True)
class Subscribed:
    """A template that a WeChat user has switched on or off."""

    template_id: str
    wanted: bool


@dataclass(frozen=True, repr=False)
class Callback:
    """One message or event."""

    openid: str
    at: datetime
    """By WeChat's clock, whole seconds."""
    kind: str
    """`MsgType` of a message, `event:<Event>` of an event, in lower case."""
    source: str
    """What makes it the same one when it comes again."""
    text: str = ""
    """What was typed, or the key of a menu's button."""
    subscribed: tuple[Subscribed, ...] = ()
    platform_id: str = ""
    """Of a receipt: WeChat's id of the notice."""
    template_id: str = ""
    failure: str | None = None
    """Of a receipt: why it did not arrive."""
    blocked: bool = False
    """Of a receipt: it is the user who does not want such notices."""


def parse(body: bytes) -> "etree._Element":
    """Read XML: nothing is resolved or fetched, no document type; raises `BadCallback`."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadCallback(f"no XML: {type(error).__name__}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise BadCallback("a document type declaration is not allowed")
    return root


def encrypted_in(body: bytes) -> str:
    """What is encrypted in the outer XML of secure mode; raises `BadCallback`."""
    found = _field(parse(body), "Encrypt")
    if not found:
        raise BadCallback("nothing is encrypted in it")
    return found


def read(body: bytes) -> Callback:
    """Read a message or an event; raises `BadCallback`."""
    root = parse(body)
    openid, created = _field(root, "FromUserName"), _field(root, "CreateTime")
    if not OPENID.fullmatch(openid):
        raise BadCallback("no sender")
    if not _NUMBER.fullmatch(created) or int(created) > LAST_INSTANT:
        raise BadCallback("no time")
    kind = _field(root, "MsgType").lower()
    event = _field(root, "Event").lower()
    if kind == "event":
        kind = f"event:{event}"
    key = _field(root, "EventKey")
    message_id = _field(root, "MsgId")
    platform_id, template_id, failure, blocked = _receipt(root)
    source = message_id or f"{openid} {created} {kind} {key} {platform_id}"
    return Callback(
        openid=openid,
        at=datetime.fromtimestamp(int(created), UTC),
        kind=kind,
        source=source,
        text=(key if event else _field(root, "Content"))[:TEXT_MAX_CHARACTERS],
        subscribed=_subscribed(root),
        platform_id=platform_id,
        template_id=template_id,
        failure=failure,
        blocked=blocked,
    )


def _subscribed(root: "etree._Element") -> tuple[Subscribed, ...]:
    """Read the lists of `subscribe_msg_popup_event` and `subscribe_msg_change_event`.

    WeChat's example of the second has the element of the first; either is taken.
    """
    return tuple(
        Subscribed(_field(item, "TemplateId"), _field(item, "SubscribeStatusString") == "accept")
        for path in ("SubscribeMsgPopupEvent", "SubscribeMsgChangeEvent")
        for item in root.findall(f"{path}/List")
    )


def _receipt(root: "etree._Element") -> tuple[str, str, str | None, bool]:
    """Read `subscribe_msg_sent_event`: WeChat's id, the template, why it did not arrive, who wished so."""
    item = root.find("SubscribeMsgSentEvent/List")
    if item is None:
        return "", "", None, False
    code = _field(item, "ErrorCode")
    failure = None if code in ("", "0") else f"wechat_{code[:10]}"
    blocked = failure is not None and "user" in _field(item, "ErrorStatus").lower()
    return _field(item, "MsgID")[:64], _field(item, "TemplateId"), failure, blocked


def _field(element: "etree._Element", name: str) -> str:
    return (element.findtext(name) or "").strip()
