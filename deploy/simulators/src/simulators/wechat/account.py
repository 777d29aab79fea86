"""The running simulator: tokens, codes, what its users do, and what it posts to the account's callback."""

import asyncio
import hashlib
import itertools
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape

import httpx

from simulators.wechat import crypto
from simulators.wechat.book import Book
from simulators.wechat.faults import Faults
from simulators.wechat.settings import WechatSettings

CODE_SECONDS = 300
SPEAKING_SECONDS = 48 * 3_600
POPUP_SECONDS = 60.0
BY_PAGE, BY_ARTICLE = 1, 2
"""Where a dialog of subscriptions came from (`PopupScene`)."""


@dataclass
class Popup:
    """A dialog on a phone: which templates may be sent for good; its owner has not answered yet."""

    number: int
    titles: list[str]
    agreed: "asyncio.Future[list[str]]" = field(
        default_factory=lambda: asyncio.get_running_loop().create_future()
    )


class Account:
    """One official account, its users, and whoever runs it."""

    def __init__(
        self, settings: WechatSettings, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        """`transport` is for a callback in the same process."""
        self.settings = settings
        self.book = Book(settings.book_path)
        self.faults = Faults()
        self.callbacks: list[dict[str, Any]] = []
        """What was posted, and what was answered; the last thousand."""
        self.popups: dict[str, Popup] = {}
        """By phone: the dialog that stands on it."""
        self._last_second: dict[str, int] = {}
        self._codes: dict[str, tuple[str, float]] = {}
        self._token = ""
        self._token_until = 0.0
        # WeChat does not forget a ticket because a machine of its own died.
        self._ticket = hashlib.sha256(f"jsapi_ticket {settings.app_secret}".encode()).hexdigest()
        self._numbers = itertools.count(int(time.time() * 1_000_000))
        self._posting: set[asyncio.Task[None]] = set()
        ca_file = settings.callback_ca_file
        self._client = httpx.AsyncClient(
            timeout=settings.callback_seconds,
            verify=str(ca_file) if ca_file else True,
            trust_env=False,
            transport=transport,
        )

    async def close(self) -> None:
        """End what is under way."""
        for task in self._posting:
            task.cancel()
        await self._client.aclose()
        self.book.close()

    def token(self, *, anew: bool) -> tuple[str, int]:
        """The stable token: the same until it ends, unless another one is demanded."""
        now = time.monotonic()
        if anew or now >= self._token_until:
            self._token = secrets.token_urlsafe(60)
            self._token_until = now + self.settings.token_seconds
        return self._token, max(1, int(self._token_until - now))

    def is_token(self, token: str) -> bool:
        """Whether a token is the one in use."""
        return bool(self._token) and token == self._token and time.monotonic() < self._token_until

    def forget_token(self) -> None:
        """Let the token be good no longer."""
        self._token_until = 0.0

    @property
    def ticket(self) -> str:
        """The ticket that signs pages."""
        return self._ticket

    def code_for(self, openid: str) -> str:
        """A one-time code of somebody who agreed to be known."""
        code = secrets.token_urlsafe(24)
        self._codes[code] = (openid, time.monotonic() + CODE_SECONDS)
        return code

    def openid_of(self, code: str) -> str | None:
        """Use a code up."""
        openid, until = self._codes.pop(code, ("", 0.0))
        return openid if time.monotonic() < until else None

    def may_be_answered(self, openid: str) -> bool:
        """Whether somebody has done something in the last 48 hours."""
        user = self.book.user(openid)
        return user is not None and time.time() - user["spoke_at"] < SPEAKING_SECONDS

    def next_number(self) -> int:
        """An id for a message."""
        return next(self._numbers)

    def tell(self, openid: str, fields: Mapping[str, Any]) -> None:
        """Post to the callback, without anybody waiting for it."""
        task = asyncio.create_task(self.post(openid, fields))
        self._posting.add(task)
        task.add_done_callback(self._posting.discard)

    async def done_by(self, openid: str, fields: Mapping[str, Any]) -> None:
        """Post what a user does: WeChat tells it apart by user and second, so two things are in two."""
        while (second := int(time.time())) <= self._last_second.get(openid, 0):  # noqa: ASYNC110
            await asyncio.sleep(1 - time.time() % 1)
        self._last_second[openid] = second
        await self.post(openid, fields)

    async def subscribed(self, openid: str, wanted: Mapping[str, bool], scene: int) -> None:
        """Remember what the owner of a phone answered in a dialog, by title, and tell."""
        told = []
        for title, yes in wanted.items():
            template = self.settings.templates[title]
            self.book.subscribe(openid, template, wanted=yes)
            status = "accept" if yes else "reject"
            told.append(
                {"TemplateId": template, "SubscribeStatusString": status, "PopupScene": scene}
            )
        await self._told_of(openid, "subscribe_msg_popup_event", told)

    async def revoked(self, openid: str, titles: list[str]) -> None:
        """Switch templates off in the account's settings on a phone; WeChat tells only that."""
        told = []
        for title in titles:
            template = self.settings.templates[title]
            self.book.subscribe(openid, template, wanted=False)
            told.append({"TemplateId": template, "SubscribeStatusString": "reject"})
        await self._told_of(openid, "subscribe_msg_change_event", told)

    async def _told_of(self, openid: str, event: str, told: list[dict[str, Any]]) -> None:
        # WeChat's own example of the event of a change has the element of a dialog, too.
        fields = {"MsgType": "event", "Event": event, "SubscribeMsgPopupEvent": {"List": told}}
        await self.done_by(openid, fields)

    async def post(self, openid: str, fields: Mapping[str, Any]) -> None:
        """Post to the callback, three times at the most, until the answer is `success`."""
        sent = {
            "ToUserName": "gh_account",
            "FromUserName": openid,
            "CreateTime": int(time.time()),
            **fields,
        }
        body = xml_of(sent)
        for _ in range(self.settings.callback_tries):
            if await self._post_once(body, sent):
                return

    async def _post_once(self, body: str, sent: Mapping[str, Any]) -> bool:
        query, raw = self.signed(body)
        try:
            answer = await self._client.post(
                self.settings.callback_url,
                params=query,
                content=raw,
                headers={"Content-Type": "text/xml"},
            )
            status, text = answer.status_code, answer.text
        except httpx.HTTPError as error:
            status, text = 0, type(error).__name__
        self.callbacks.append({"sent": dict(sent), "status": status, "answer": text})
        del self.callbacks[:-1_000]
        return status == httpx.codes.OK and text in ("success", "")

    def signed(self, body: str, at: int | None = None) -> tuple[dict[str, str], bytes]:
        """Sign a body, encrypted where the account is in secure mode: address and body as they are sent."""
        token, key = self.settings.callback_token, self.settings.callback_key
        timestamp, nonce = str(int(time.time()) if at is None else at), secrets.token_hex(8)
        query = {
            "signature": crypto.signature(token, timestamp, nonce),
            "timestamp": timestamp,
            "nonce": nonce,
        }
        if key is None:
            return query, body.encode()
        sealed = crypto.encrypted(body, key, self.settings.app_id)
        query |= {
            "encrypt_type": "aes",
            "msg_signature": crypto.signature(token, timestamp, nonce, sealed),
        }
        return query, xml_of({"ToUserName": "gh_account", "Encrypt": sealed}).encode()


def xml_of(fields: Mapping[str, Any]) -> str:
    """Write fields as WeChat writes them."""
    return f"<xml>{_inner(fields)}</xml>"


def _inner(fields: Mapping[str, Any]) -> str:
    parts = []
    for name, value in fields.items():
        items = value if isinstance(value, list) else [value]
        for item in items:
            text = _inner(item) if isinstance(item, dict) else escape(str(item))
            parts.append(f"<{name}>{text}</{name}>")
    return "".join(parts)
