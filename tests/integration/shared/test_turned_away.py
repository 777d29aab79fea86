"""Whoever is turned away because the service is full appears in its metrics as everybody does."""

import asyncio
import uuid
from typing import Any

import httpx
from prometheus_client import REGISTRY
from tests.support.apps import app_of

from shared.identity.principal import InvalidToken, Principal, Role
from shared.service import Service


def answered(status: str) -> float:
    """How many requests were answered so, by the requests' histogram."""
    labels = {"route": "unmatched", "method": "GET", "status": status}
    return REGISTRY.get_sample_value("http_request_seconds_count", labels) or 0.0


class Known:
    """Knows one good token."""

    async def verify(self, token: str) -> Principal:
        if token != "good":
            raise InvalidToken(token)
        return Principal(uuid.uuid4(), Role.INDIVIDUAL, None, None, "测*", "web")


async def test_the_last_places_are_for_who_is_logged_in(service_context: Any) -> None:
    """Four places: three for anybody, and one that only a good token opens."""
    context = await service_context("loans", http_requests_max=4)
    app = app_of(Service("loans", context.settings), context)
    app.state.token_verifier = Known()
    inside, leave = asyncio.Queue[None](), asyncio.Event()

    @app.get("/slow")
    async def slow() -> None:
        inside.put_nowait(None)
        await leave.wait()

    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://loans") as client:
        strangers = [asyncio.create_task(client.get("/slow")) for _ in range(3)]
        for _ in strangers:
            await inside.get()
        for token in ("forged", ""):
            refused = await client.get("/slow", headers={"Authorization": f"Bearer {token}"})
            assert refused.status_code == 503
        known = asyncio.create_task(client.get("/slow", headers={"Authorization": "Bearer good"}))
        await inside.get()
        full = await client.get("/slow", headers={"Authorization": "Bearer good"})
        assert full.status_code == 503
        leave.set()
        answers = await asyncio.gather(known, *strangers)
    assert [answer.status_code for answer in answers] == [200] * 4


async def test_who_is_turned_away_is_counted(service_context: Any) -> None:
    context = await service_context("loans", http_requests_max=1)
    app = app_of(Service("loans", context.settings), context)
    inside, leave = asyncio.Event(), asyncio.Event()

    @app.get("/slow")
    async def slow() -> None:
        inside.set()
        await leave.wait()

    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://loans") as client:
        first = asyncio.create_task(client.get("/slow"))
        await inside.wait()
        before = answered("503")
        turned_away = await client.get("/slow")
        leave.set()
        assert (await first).status_code == 200
    assert (turned_away.status_code, turned_away.json()["title"]) == (503, "try-again")
    assert answered("503") == before + 1
