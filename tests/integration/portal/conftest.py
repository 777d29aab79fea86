"""The portal on a real database, as everybody and as staff see it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from tests.support.apps import app_of
from tests.support.callers import Caller
from tests.support.issuer import Issuer
from tests.support.two_people import Desk

from portal.main import service as make_service
from portal.settings import Settings
from shared.base.clock import FixedClock
from shared.base.db import open_pool
from shared.identity.principal import Principal
from shared.messaging.unit import Context
from shared.sealing.personal_data import PersonalData

SITE = "https://gjj.example.cn"
NOBODY = dict.fromkeys(("accounts_url", "withdrawals_url", "loans_url"), "http://127.0.0.1:9")
CENTRE = "示例市住房公积金管理中心"


class Publisher(Caller):
    """Somebody of the staff at the portal."""

    base = "/api/portal"


@dataclass
class Door:
    """The service with its pages."""

    context: Context[Settings]
    client: httpx.AsyncClient
    keys: Issuer
    app: FastAPI

    def caller(self, principal: Principal) -> Caller:
        return Publisher(self.client, {"Authorization": f"Bearer {self.keys.token(principal)}"})

    @property
    def desk(self) -> Desk:
        return Desk(self.context, self.caller)

    async def page(self, path: str, status: int = 200) -> str:
        """Read a page as anybody does."""
        answer = await self.client.get(path)
        assert answer.status_code == status, answer.text
        return answer.text

    async def published(self, **changes: Any) -> str:
        """Have two people publish a notice; return its number."""
        body = {
            "title": "关于国庆放假的公告", "topic": "holiday", "shown_from": "2026-10-12",
            "body": "10月1日至7日放假。\n网上服务厅照常办理。", "reason": "年度安排",
        } | changes  # fmt: skip
        decided = await self.desk.by_two("/notices", body)
        assert decided.status_code == 200, decided.text
        return str(decided.json()["result"]["notice_id"])


@pytest.fixture(scope="module")
async def door(platform: Any, keys: Issuer) -> AsyncIterator[Door]:
    database = await platform.create_database("portal")
    settings = Settings(
        **platform.settings(database, jwks_url=keys.jwks_url, site_url=SITE, **NOBODY)
    )
    pool = await open_pool(settings, "test portal")
    clock = FixedClock(datetime(2026, 10, 12, 1, 0, tzinfo=UTC))
    context: Context[Settings] = Context(
        "portal", settings, pool, clock, PersonalData.from_settings(settings)
    )
    app = app_of(make_service(settings), context)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://portal") as client:
        yield Door(context, client, keys, app)
    await pool.close()
