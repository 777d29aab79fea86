"""The service as its own process: ready, loads the calendar, serves, and leaves in order on SIGTERM."""

import asyncio
import signal
import socket
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import asyncpg
import httpx
from tests.support.issuer import Issuer, confirmed
from tests.support.workbench import Workbench, around, environment_from

from local.certificates import IN_CLEAR
from local.folder import RunFolder
from local.processes import Running, python, start
from shared.identity.principal import Principal, Role

from .conftest import BASE, CARD

PATIENCE_SECONDS = 60


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@asynccontextmanager
async def process(folder: Path, environment: dict[str, str]) -> AsyncIterator[Running]:
    command = python("withdrawals", "withdrawals", environment)
    started = await start(RunFolder(folder), command)
    try:
        yield started
    finally:
        await started.kill()


async def ready(client: httpx.AsyncClient) -> None:
    async with asyncio.timeout(PATIENCE_SECONDS):
        while True:
            try:
                if (await client.get("/readyz")).status_code == 200:
                    return
            except httpx.TransportError:
                pass
            await asyncio.sleep(0.05)


async def test_it_starts_serves_and_leaves_while_a_page_is_following(
    platform: Workbench, service_database: Any, keys: Issuer, tmp_path: Path
) -> None:
    database = await service_database("withdrawals")
    vhost = await platform.create_vhost(queues=around("withdrawals"))
    port = free_port()
    values = platform.settings(database, vhost, http_port=str(port), jwks_url=keys.jwks_url)
    url = f"http://127.0.0.1:{port}"
    async with (
        process(tmp_path, environment_from(values)) as running,
        httpx.AsyncClient(
            base_url=url, timeout=PATIENCE_SECONDS, trust_env=False, verify=IN_CLEAR
        ) as client,
    ):
        await ready(client)
        principal = Principal(uuid.uuid4(), Role.INDIVIDUAL, uuid.uuid4(), None, "张*", "web")
        token = keys.token(principal)
        headers = {"Authorization": f"Bearer {token}"}
        body = {"kind": "retirement", "card_number": CARD}
        key = {"Idempotency-Key": "k1", **confirmed(token, f"{BASE}/applications", body)}
        made = await client.post(f"{BASE}/applications", json=body, headers=headers | key)
        assert made.status_code == 202, made.text
        events = f"{made.headers['location']}/events"
        async with client.stream("GET", events, headers=headers) as stream:
            lines = stream.aiter_lines()
            while not (await anext(lines)).startswith("data:"):
                pass
            running.signal(signal.SIGTERM)
            rest = [line async for line in lines]
        assert not any(line.startswith("data:") for line in rest)
        async with asyncio.timeout(PATIENCE_SECONDS):
            assert await running.ended() == 0
    connection = await asyncpg.connect(database.owner_url)
    try:
        assert await connection.fetchval("SELECT count(*) FROM calendar_day") > 365
        assert await connection.fetchval("SELECT count(*) FROM application") == 1
        assert await connection.fetchval("SELECT count(*) FROM outbox") == 0
    finally:
        await connection.close()
        await platform.drop_vhost(vhost)
