"""The official account beside notifications, with a WeChat in the same process; events go between them."""

import base64
import itertools
import secrets
import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from tests.support.apps import app_of
from tests.support.callers import Caller
from tests.support.issuer import Issuer
from tests.support.letters import read
from tests.support.telling import received

from notifications import consumer as texts_in
from notifications.settings import Settings as NotificationsSettings
from notifications.work.watcher import Watcher as TextWatcher
from shared.base.clock import SystemClock
from shared.identity.principal import Principal, Role
from shared.messages import EVENTS, Event
from shared.messages.accounts import IndividualAccountOpened
from shared.messages.withdrawals import WithdrawalPaid
from shared.messaging.consumer import Consumer
from shared.messaging.unit import Context
from simulators.wechat.account import Account
from simulators.wechat.app import app_of as wechat_app
from simulators.wechat.settings import WechatSettings
from wechat import consumer as wechat_in
from wechat.main import service as make_service
from wechat.platform import Platform
from wechat.settings import Settings
from wechat.work.holder import Holder
from wechat.work.sender import Sender
from wechat.work.watcher import Watcher

HALL = "https://gjj.example.cn"
TEMPLATES = {
    "progress": "tmpl-progress",
    "money": "tmpl-money",
    "repayment": "tmpl-repayment",
    "account": "tmpl-account",
}
CALLBACK_KEY = base64.b64encode(secrets.token_bytes(32)).decode().rstrip("=")
ACCOUNT: dict[str, Any] = {
    "wechat_app_id": "wx0123456789abcdef",
    "wechat_app_secret": "app-secret",
    "wechat_callback_token": "callback-token",
    "wechat_templates": TEMPLATES,
    "hall_url": HALL,
    "busy_rest_seconds": 0.01,
}
_phones = itertools.count(13_800_000_000)
_accounts = itertools.count(1)


class Clock(SystemClock):
    """The real time, and whatever a test adds to it."""

    def __init__(self) -> None:
        self.ahead_seconds = 0.0

    def now(self) -> datetime:
        return datetime.fromtimestamp(datetime.now(UTC).timestamp() + self.ahead_seconds, UTC)


def simulated(folder: Path, transport: httpx.AsyncBaseTransport, **changes: Any) -> Account:
    """WeChat, with one account."""
    values = {
        "app_id": ACCOUNT["wechat_app_id"],
        "app_secret": ACCOUNT["wechat_app_secret"],
        "callback_token": ACCOUNT["wechat_callback_token"],
        "callback_key": CALLBACK_KEY,
        "callback_url": "http://wechat/api/wechat/callbacks",
        "templates": TEMPLATES,
        "book_path": folder / "wechat.sqlite3",
    }
    return Account(WechatSettings(**(values | changes)), transport)


class CallsBack(httpx.AsyncBaseTransport):
    """How a WeChat that was made first reaches a service that is made later, in the same process."""

    app: Any = None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        inner = httpx.ASGITransport(app=self.app, raise_app_exceptions=False)
        return await inner.handle_async_request(request)


def platform_of(context: Context[Any], account: Account) -> Platform:
    """How the service reaches a WeChat in the same process."""
    transport = httpx.ASGITransport(app=wechat_app(account))
    return Platform(context.settings, transport=transport)


@dataclass
class Official:
    """The official account in a test."""

    context: Context[Settings]
    texts: Context[NotificationsSettings]
    client: httpx.AsyncClient
    keys: Issuer
    account: Account
    platform: Platform
    phones: httpx.AsyncClient
    """WeChat's own side."""
    told: list[Event] = field(default_factory=list)
    """Every event that either service has said."""

    def __post_init__(self) -> None:
        self.holder = Holder(self.context, self.platform)
        self.sender = Sender(self.context, self.platform)
        self.watcher = Watcher(self.context)
        self.text_watcher = TextWatcher(self.texts, self.texts.settings, ())

    async def start(self) -> None:
        """Get the token."""
        await self.holder.round()

    async def person(self, phone: str | None = None) -> uuid.UUID:
        """Somebody with a phone on file."""
        opened = self.opened(uuid.uuid4(), phone or str(next(_phones)), date(2019, 8, 1))
        await hand(self.texts, texts_in.CONSUMERS, [opened])
        return opened.person_id

    @staticmethod
    def opened(person_id: uuid.UUID, phone: str, day: date) -> IndividualAccountOpened:
        return IndividualAccountOpened(
            account_number=f"3714{next(_accounts):012}", person_id=person_id, employer_number="E1",
            name="张三", id_number="371402199001010018", id_number_hash="", phone=phone,
            phone_hash="", opened_on=day,
        )  # fmt: skip

    def caller(self, person_id: uuid.UUID) -> Caller:
        """Somebody who is logged in in the hall."""
        identity = uuid.uuid5(uuid.NAMESPACE_OID, str(person_id))
        return self.calling(Principal(identity, Role.INDIVIDUAL, person_id, None, "张*", "web"))

    def calling(self, principal: Principal) -> Caller:
        """Somebody who is logged in."""
        token = self.keys.token(principal)
        return _Caller(self.client, {"Authorization": f"Bearer {token}"})

    async def phone(
        self, *, follows: bool = True, wants: tuple[str, ...] = tuple(TEMPLATES)
    ) -> str:
        """A new WeChat user; its openid."""
        made = await self.phones.post("/control/phones", json={"nickname": "手机"})
        openid = str(made.json()["openid"])
        if follows:
            await self.act(openid, "following", following=True)
            await self.act(openid, "subscriptions", wanted=dict.fromkeys(wants, True))
        return openid

    async def act(self, openid: str, what: str, **body: Any) -> None:
        """Do something on a phone."""
        method = "POST" if what == "texts" else "PUT"
        answer = await self.phones.request(method, f"/control/phones/{openid}/{what}", json=body)
        assert answer.status_code == 204, answer.text

    async def begun(self, caller: Caller) -> tuple[str, str]:
        """Begin to bind: the state that goes through WeChat, the secret that stays."""
        answer = await caller.done("/authorisations", {})
        query = parse_qs(urlsplit(answer["authorize_url"]).query)
        return query["state"][0], answer["secret"]

    async def code(self, openid: str, state: str) -> str:
        """Let a WeChat user agree: what WeChat gives the browser."""
        answer = await self.phones.get(
            "/connect/oauth2/authorize",
            params={
                "appid": ACCOUNT["wechat_app_id"], "redirect_uri": f"{HALL}/hall/wechat",
                "response_type": "code", "scope": "snsapi_base", "state": state, "openid": openid,
            },
        )  # fmt: skip
        back = parse_qs(urlsplit(answer.headers["Location"]).query)
        assert back["state"] == [state]
        return back["code"][0]

    async def bind(self, person_id: uuid.UUID, openid: str) -> httpx.Response:
        """Bind a WeChat user, the whole way."""
        caller = self.caller(person_id)
        state, secret = await self.begun(caller)
        code = await self.code(openid, state)
        return await caller.post("/bindings", {"code": code, "state": state, "secret": secret})

    async def bound(self) -> tuple[uuid.UUID, str]:
        """Somebody who is bound and wants everything; the words about it have gone round."""
        person_id, openid = await self.person(), await self.phone()
        answer = await self.bind(person_id, openid)
        assert answer.status_code == 201, answer.text
        await self.carry()
        return person_id, openid

    async def carry(self) -> list[Event]:
        """Let what either service has said come to the other, until both are silent; return it."""
        heard: list[Event] = []
        while said := [*await taken(self.context), *await taken(self.texts)]:
            await hand(self.texts, texts_in.CONSUMERS, said)
            await hand(self.context, wechat_in.CONSUMERS, said)
            heard += said
        self.told += heard
        return heard

    async def deliver(self) -> list[Event]:
        """Send what is due, let the words about it go round."""
        await self.carry()
        while await self.sender.round():
            pass
        await self.watcher.round()
        return await self.carry()

    async def paid(self, person_id: uuid.UUID) -> WithdrawalPaid:
        """Tell somebody that a withdrawal was paid."""
        event = WithdrawalPaid(
            application_id=uuid.uuid4(), person_id=person_id, kind_text="离退休提取",
            amount_fen=5_000_150, principal_fen=5_000_000, interest_fen=150,
            balance_after_fen=0, card_tail="0007", account_tail="3456",
            paid_on=date(2019, 8, 29), bank_serial="S1",
        )  # fmt: skip
        await hand(self.texts, texts_in.CONSUMERS, [event])
        return event

    async def ways(self, about: uuid.UUID) -> tuple[str | None, str | None]:
        """How a text has gone: the state of its push, and of its SMS; None where there is none."""
        row = await self.texts.pool.fetchrow(
            "SELECT push.state::text AS push, delivery.state::text AS sms FROM text"
            " LEFT JOIN push ON push.text_number = number"
            " LEFT JOIN delivery ON delivery.text_number = number WHERE about = $1",
            str(about),
        )
        assert row is not None
        return row["push"], row["sms"]

    def shown(self, openid: str, kind: str) -> list[dict[str, Any]]:
        """What stands on a phone, of a kind, the oldest first."""
        return [
            item["content"]
            for item in self.account.book.items(openid, 1_000)
            if item["kind"] == kind
        ]

    def break_with(self, **faults: Any) -> None:
        self.account.faults = type(self.account.faults)(**faults)


class _Caller(Caller):
    base = "/api/wechat"


async def taken(context: Context[Any]) -> list[Event]:
    """Take what a service has said out of its outbox, in order."""
    rows = await context.pool.fetch("DELETE FROM outbox RETURNING id, type, body")
    return [
        read(EVENTS[row["type"]], row["body"]) for row in sorted(rows, key=lambda row: row["id"])
    ]


async def hand(
    context: Context[Any], consumers: tuple[Consumer, ...], said: list[Any]
) -> dict[uuid.UUID, str]:
    """Hand events to the handlers of a service, each queue by itself; give what was postponed."""
    postponed: dict[uuid.UUID, str] = {}
    for one in consumers:
        for event_type, handler in one.handlers.items():
            mine = [event for event in said if type(event) is event_type]
            if mine:
                async with context.unit() as unit:
                    await handler(unit, received(mine))
                    postponed |= unit.postponed
    return postponed


@pytest.fixture
async def official(service_context: Any, keys: Issuer, tmp_path: Path) -> AsyncIterator[Official]:
    clock = Clock()
    context = await service_context(
        "wechat", Settings, clock=clock, jwks_url=keys.jwks_url,
        wechat_callback_key=CALLBACK_KEY, **ACCOUNT,
    )  # fmt: skip
    texts = await service_context(
        "notifications", NotificationsSettings, clock=clock, smpp_host="127.0.0.1", smpp_port=9,
        smpp_system_id="dz12329", smpp_password="secret",
    )  # fmt: skip
    app = app_of(make_service(context.settings), context)
    calling_back = CallsBack()
    calling_back.app = app
    account = simulated(tmp_path, calling_back)
    platform = app.state.platform = platform_of(context, account)
    phones = httpx.ASGITransport(app=wechat_app(account))
    async with (
        httpx.AsyncClient(
            transport=httpx.ASGITransport(app=app), base_url="http://wechat"
        ) as client,
        httpx.AsyncClient(transport=phones, base_url="http://platform") as control,
    ):
        made = Official(context, texts, client, keys, account, platform, control)
        await made.start()
        yield made
        await account.close()
