"""Whoever is turned away because the service is full appears in its metrics as everybody does."""

import asyncio
from typing import Any

import httpx
from prometheus_client import REGISTRY

from shared.http.health import Health
from shared.service import Service, build_app


def answered(status: str) -> float:
    """How many requests were answered so, by the requests' histogram."""
    labels = {"route": "unmatched", "method": "GET", "status": status}
    return REGISTRY.get_sample_value("http_request_seconds_count", labels) or 0.0


async def test_who_is_turned_away_is_counted(service_context: Any) -> None:
    context = await service_context("loans", http_requests_max=1)
    app = build_app(Service("loans", context.settings), context, Health())
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
