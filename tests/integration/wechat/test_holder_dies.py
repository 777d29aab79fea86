"""Of two instances the one that holds the access token is killed while both send: the other one goes on."""

import asyncio
import json
import uuid
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import asyncpg
import httpx
import pytest
from tests.integration.notifications.processes import Program, free_port, until
from tests.support.telling import told
from tests.support.workbench import Workbench, around, environment_from

from local.broker import VirtualHost
from shared.messages.notifications import WechatNoticeRequested
from shared.messaging.broker import Broker

from .conftest import ACCOUNT, CALLBACK_KEY, TEMPLATES

NOTICES, AT_ONCE, SLOW_SECONDS, LEASE_SECONDS = 200, 8, 0.15, 2.0
TOKENS, SEND = "/cgi-bin/stable_token", "/cgi-bin/message/subscribe/bizsend"
HASTY = {
    "holder_lease_seconds": str(LEASE_SECONDS),
    "send_claim_seconds": "3",
    "send_doubt_seconds": "6",
    "send_poll_seconds": "0.2",
    "send_at_once": str(AT_ONCE),
}
"""What a killed process had in hand, and its lease, are found soon."""
PERSON = uuid.UUID(int=23)


@dataclass
class Two:
    """WeChat, and two instances of the service that are not started yet."""

    holder: Program
    other: Program
    phones: httpx.AsyncClient
    books: "asyncpg.Connection[asyncpg.Record]"
    vhost: VirtualHost

    async def holds(self) -> uuid.UUID | None:
        """Which instance has the token."""
        found: uuid.UUID | None = await self.books.fetchval(
            "SELECT instance FROM holder, credential WHERE kind = 'access_token' AND until > now()"
        )
        return found

    async def shown(self, openid: str) -> Counter[str]:
        """How often each notice stands on the phone."""
        items = (await self.phones.get(f"/control/phones/{openid}", params={"limit": 1000})).json()
        notices = [item["content"] for item in items["items"] if item["kind"] == "notice"]
        return Counter(one["fields"]["thing1"] for one in notices)

    async def states(self) -> dict[str, int]:
        rows = await self.books.fetch(
            "SELECT state::text, count(*) FROM outgoing WHERE kind = 'notice' GROUP BY 1"
        )
        return {row["state"]: row["count"] for row in rows}


@pytest.fixture
async def two(platform: Workbench, service_database: Any, tmp_path: Path) -> AsyncIterator[Two]:
    database = await service_database("wechat")
    vhost = await platform.create_vhost(queues=around("wechat"))
    at_wechat, first, second = free_port(), free_port(), free_port()
    url = f"http://127.0.0.1:{at_wechat}"

    def instance(port: int) -> Program:
        values = platform.settings(
            database, vhost, http_port=str(port), wechat_callback_key=CALLBACK_KEY, wechat_url=url,
            drain_timeout_seconds="5", **{**ACCOUNT, "busy_rest_seconds": "0.2"}, **HASTY,
        )  # fmt: skip
        ready_url = f"http://127.0.0.1:{port}/readyz"
        return Program(tmp_path, "wechat", environment_from(values), ready_url)

    wechat = Program(
        tmp_path,
        "simulators.wechat",
        {
            "WECHATSIM_PORT": str(at_wechat),
            "WECHATSIM_APP_ID": ACCOUNT["wechat_app_id"],
            "WECHATSIM_APP_SECRET": ACCOUNT["wechat_app_secret"],
            "WECHATSIM_CALLBACK_TOKEN": ACCOUNT["wechat_callback_token"],
            "WECHATSIM_CALLBACK_KEY": CALLBACK_KEY,
            "WECHATSIM_CALLBACK_URL": f"http://127.0.0.1:{second}/api/wechat/callbacks",
            "WECHATSIM_TEMPLATES": json.dumps(TEMPLATES),
            "WECHATSIM_BOOK_PATH": str(tmp_path / "wechat.sqlite3"),
        },
        f"{url}/healthz",
    )
    books = await asyncpg.connect(database.owner_url)
    async with httpx.AsyncClient(base_url=url, trust_env=False, timeout=10) as phones:
        made = Two(instance(first), instance(second), phones, books, vhost)
        try:
            await wechat.start()
            yield made
        finally:
            await asyncio.gather(made.holder.kill(), made.other.kill(), wechat.kill())
            await books.close()
            await platform.drop_vhost(vhost)


async def bound(two: Two) -> str:
    """Somebody whose WeChat user follows, wants notices of money and is bound."""
    openid = (await two.phones.post("/control/phones", json={"nickname": "手机"})).json()["openid"]
    place = f"/control/phones/{openid}"
    await two.phones.put(f"{place}/following", json={"following": True})
    await two.phones.put(f"{place}/subscriptions", json={"wanted": {"money": True}})
    await two.books.execute(
        "INSERT INTO binding (binding_id, person_id, openid_hash, place, bound_at)"
        " SELECT $1, $1, openid_hash, 1, now() FROM follower",
        PERSON,
    )
    return str(openid)


async def ask(two: Two) -> None:
    """Ask for notices, each with a name of its own, as notifications does."""
    now = datetime.now(UTC)
    fields = {"amount": "1.00", "account": "3456", "card": "0007"}
    events = [
        WechatNoticeRequested(
            notice_id=uuid.uuid4(), person_id=PERSON, template="withdrawal_paid",
            fields=json.dumps(fields | {"kind": f"第{number}号"}), not_before=now,
            send_before=now + timedelta(seconds=60),
        )
        for number in range(NOTICES)
    ]  # fmt: skip
    broker = Broker(two.vhost.url("notifications"), "test notifications")
    assert await broker.publish([told(event) for event in events]) == [None] * NOTICES
    await broker.close()


async def test_the_other_instance_takes_the_token_over_and_every_notice_ends_once(two: Two) -> None:
    await two.holder.start()
    dead = await until(two.holds)
    await two.other.start()
    openid = await bound(two)
    await two.phones.put("/control/faults", json={"slow_seconds": SLOW_SECONDS})
    await ask(two)

    async def in_the_middle() -> bool:
        return (await two.shown(openid)).total() >= NOTICES // 5

    await until(in_the_middle)
    await two.holder.kill()
    # WeChat forgets the token: whoever is left needs another one, and may ask for it only as the holder.
    forgets = {"forget_token": 1, "only_path": SEND}
    await two.phones.put("/control/faults", json=forgets)
    killed_at = asyncio.get_running_loop().time()

    async def taken_over() -> bool:
        return await two.holds() not in (None, dead)

    await until(taken_over)
    seconds = asyncio.get_running_loop().time() - killed_at
    assert seconds < LEASE_SECONDS * 5, f"{seconds} s: the lease, and a machine that is busy"

    async def ended() -> bool:
        return not set(await two.states()) & {"queued", "sending", "doubt"}

    await until(ended)
    shown, states = await two.shown(openid), await two.states()
    assert set(shown.values()) == {1}, "none twice"
    assert states.pop("accepted") == shown.total(), "what arrived is known to have"
    refused = states.pop("refused", 0)
    assert shown.total() + refused == NOTICES, "and what did not is texted"
    assert refused <= AT_ONCE, "no more than the dead one had in hand"
    assert states == {}
    calls = await two.phones.get("/control/calls", params={"path": TOKENS})
    assert calls.json() == {"today": 2}, "one token of each holder"
