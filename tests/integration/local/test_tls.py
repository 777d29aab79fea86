"""With TLS=on every link speaks it, a withdrawal goes through, and nobody is let in without."""

import asyncio
import shutil
import ssl
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import asyncpg
import pytest
from tests.conftest import SHORT_WAITS
from tests.support import midnight
from tests.support.places import ROOT
from tests.support.waiting import until

from city.clients import Bank, http_client
from city.demonstration import show_one
from city.seed import seed
from city.seed.people import person
from city.seed.plan import LAST, Plan, Resident
from local import certificates, databases
from local.broker import VirtualHost
from local.folder import LOOPBACK, RunFolder
from local.platform import Platform, provided
from local.system import System, running
from shared.messaging.topology import SERVICES

RETIRED: dict[str, Any] = {"sealed_after_month": LAST, "seal_reason": "retired", "shows": "退休"}
PLAN = Plan(
    (
        Resident("retirement-1", person(901), 0, 500_000, **RETIRED),
        Resident("other", person(902), 1, 500_000),
        Resident("another", person(903), 2, 500_000),
    ),
    months=2,
)  # fmt: skip
HELLO = {
    "rabbitmq": b"AMQP\x00\x00\x09\x01",
    "smsc": bytes.fromhex("00000010000000150000000000000001"),
}
"""What a plain client begins with: AMQP's header, SMPP's enquire_link; else an HTTP request."""
HTTP_HELLO = b"GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
SILENCE_SECONDS = 10.0


@dataclass
class Town:
    """A system whose every link speaks TLS."""

    folder: RunFolder
    platform: Platform
    system: System
    certificates: certificates.Certificates

    @property
    def ports(self) -> dict[str, int]:
        """Who listens by TLS from the first byte on, by the name in the certificate."""
        known = self.folder.recall("ports.json")
        names = {"rabbitmq": "rabbitmq_amqp", "smsc": "smpp", "edge": "edge", "bank": "bank"}
        names |= {service: f"{service}_http" for service in SERVICES}
        return {name: int(str(known[key])) for name, key in names.items()}


@pytest.fixture
async def town(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Town]:
    for given in ("POSTGRES_URL", "BROKER_URL", "BROKER_MANAGEMENT_URL"):
        monkeypatch.delenv(given, raising=False)
    folder = RunFolder(ROOT / ".run" / "tests-tls")
    shutil.rmtree(folder.path, ignore_errors=True)
    made = certificates.provide_in(folder)
    try:
        async with provided(folder, throwaway=True, durable=False, tls=made) as platform:
            found = await databases.provide_all(platform.postgres, SERVICES)
            vhost = VirtualHost(platform.rabbitmq)
            await vhost.load()
            extra = SHORT_WAITS | midnight.ENVIRONMENT
            system = System(folder, vhost, found, report=print, extra=extra, tls=True)
            async with running(system):
                await system.start()
                yield Town(folder, platform, system, made)
    finally:
        shutil.rmtree(folder.path, ignore_errors=True)


async def plain(port: int, hello: bytes) -> bytes:
    """Speak without TLS; what came back until the other side hung up."""
    reader, writer = await asyncio.open_connection(LOOPBACK, port)
    try:
        writer.write(hello)
        async with asyncio.timeout(SILENCE_SECONDS):
            return await reader.read()
    except ConnectionResetError:
        return b""
    finally:
        writer.close()


async def certified_name(port: int, authority: Path | None) -> str:
    """Shake hands; the name in the certificate, if it was issued by an authority that we trust."""
    context = ssl.create_default_context(cafile=authority)
    _, writer = await asyncio.open_connection(LOOPBACK, port, ssl=context)
    try:
        subject = writer.get_extra_info("peercert")["subject"]
    finally:
        writer.close()
    return str(subject[0][0][1])


async def broker_connections(town: Town) -> list[dict[str, Any]]:
    """All that the broker reports, once it reports every service's; it does so every few seconds."""
    async with town.platform.rabbitmq.management() as client:
        assert str(client.base_url).startswith("https://")
        connections: list[dict[str, Any]] = (await client.get("/api/connections")).json()
    return connections if {one.get("user") for one in connections} >= set(SERVICES) else []


async def test_a_withdrawal_goes_through_with_tls_on_all_links_and_plain_text_is_refused(
    town: Town,
) -> None:
    city = town.system.city
    assert city.edge_url.startswith("https://")
    await seed(city, town.folder, PLAN)
    await show_one(city, town.folder)
    async with http_client(city.authority) as client:
        assert (await Bank(client, city).totals())["executed_count"] == 1

    admin = await asyncpg.connect(town.platform.postgres.url)
    try:
        links = await admin.fetch(
            "SELECT usename, bool_and(ssl) AS ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)"
            " WHERE backend_type = 'client backend' GROUP BY usename"
        )
    finally:
        await admin.close()
    assert {row["usename"] for row in links if row["ssl"]} == {*SERVICES, "postgres"}
    assert all(row["ssl"] for row in links)
    assert all(one["ssl"] for one in await until(lambda: broker_connections(town)))

    url = urlsplit(town.platform.postgres.url)
    with pytest.raises(asyncpg.InvalidAuthorizationSpecificationError, match="no encryption"):
        await asyncpg.connect(url._replace(query="sslmode=disable").geturl())
    for name, port in town.ports.items():
        answer = await plain(port, HELLO.get(name, HTTP_HELLO))
        if name == "edge":
            assert answer.startswith(b"HTTP/1.1 400")
        else:
            assert not answer.startswith((b"AMQP", b"\x01", b"HTTP/")), (name, answer)
        assert await certified_name(port, town.certificates.authority) == name
        with pytest.raises(ssl.SSLCertVerificationError):
            await certified_name(port, None)
