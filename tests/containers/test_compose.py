"""compose.yaml's order, commands, settings and certificates, as containers: setup, migrate, services ready.

Images are built of deploy/Dockerfile; PostgreSQL and RabbitMQ are private servers of this machine, which is
what a city does that has its own. Every name of compose leads to this machine: certificates are judged
by the names that they are for.
"""

import asyncio
import os
import re
import shutil
import ssl
from collections.abc import AsyncIterator, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import asyncpg
import httpx
import pytest
import yaml
from tests.containers.engine import Container, Engine
from tests.support.places import ROOT
from tests.support.waiting import until

from local.certificates import Certificates, Pair
from local.folder import LOOPBACK, RunFolder
from local.platform import Platform, provided
from production import files, secrets, servers
from shared.base import given
from shared.messaging.topology import QUEUES, SERVICES

COMPOSE: Mapping[str, Any] = yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text("utf-8"))[
    "services"
]
READY_SECONDS = 600.0
"""Twelve start at once, on whatever cores there are."""
TRIED = tuple(os.environ.get("SERVICES", "").split()) or SERVICES
"""Which services: `SERVICES="accounts gateway" make containers` for some."""
STORE = Path(os.environ.get("CONTAINERS_STORE") or ROOT / ".run" / "containers")
"""Where base and layers are kept, so that the second time takes minutes less."""
CALLED = re.compile(rf"(?<=https://)({'|'.join(SERVICES)}):{servers.CONTAINER_PORT}")
BUILT_AT_ONCE = 2
AMQP_HELLO = b"AMQP\x00\x00\x09\x01"
HTTP_HELLO = b"GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
SILENCE_SECONDS = 10.0


@dataclass
class Host:
    """A host with compose's parts, as far as there is no engine to read compose.yaml."""

    engine: Engine
    folder: RunFolder
    values: Mapping[str, str]
    ports: Mapping[str, int]
    """Where services listen: there is one network for all here."""
    platform: Platform

    async def build(self, parts: Iterable[str]) -> None:
        """Make the images, one on each core."""
        with ThreadPoolExecutor(BUILT_AT_ONCE) as workers:
            loop = asyncio.get_running_loop()
            await asyncio.gather(
                *(loop.run_in_executor(workers, self.engine.build, COMPOSE[part]) for part in parts)
            )

    def start(self, part: str) -> Container:
        """Start a part in its image, made once for whoever migrates and whoever serves."""
        told = COMPOSE[part]
        return self.engine.run(
            self.engine.build(told),
            told,
            self.environment(part),
            self.volumes(part),
            self.folder.logs / f"{part}.log",
        )

    def environment(self, part: str) -> dict[str, str]:
        """What compose.yaml says, where others are called on this machine's ports."""
        asked = COMPOSE[part]["environment"]
        told = {
            name: self._here(servers.filled(str(text), self.values)) for name, text in asked.items()
        }
        return {**told, "HTTP_PORT": str(self.ports[part])} if part in SERVICES else told

    def _here(self, text: str) -> str:
        return CALLED.sub(lambda found: f"{found[1]}:{self.ports[found[1]]}", text)

    def volumes(self, part: str) -> list[str]:
        """Volumes of compose.yaml; one of its own belongs to the image's user, as an engine makes it."""
        found = [f"{self._names()}:/etc/hosts:ro"]
        for text in COMPOSE[part]["volumes"]:
            source, place, *rest = servers.filled(text, self.values).split(":")
            if not source.startswith("/"):
                source = str(self.folder.make(f"volumes/{source}", mode=0o700))
                os.chown(source, servers.user_of(part), servers.user_of(part))
            found.append(":".join((source, place, *rest)))
        return found

    def _names(self) -> Path:
        """What an engine's own names stand for."""
        path = self.folder.path / "hosts"
        path.write_text(f"{LOOPBACK} localhost {' '.join(COMPOSE)}\n", "utf-8")
        return path

    @property
    def authority(self) -> Path:
        """Whom everybody inside believes."""
        return Path(self.values["INSIDE_FOLDER"]) / "ca.crt"


@pytest.fixture(scope="module")
async def host() -> AsyncIterator[Host]:
    assert os.geteuid() == 0, "containers' files belong to their users: run this as root"
    for program in ("buildah", "mmdebstrap"):
        assert shutil.which(program), f"apt-get install --no-install-recommends {program}"
    folder = RunFolder(ROOT / ".run" / f"containers-{os.getpid()}")
    engine = Engine(STORE)
    try:
        engine.make_base()
        values = servers.read(secrets.write(folder.path))
        async with provided(folder, throwaway=True, durable=False, tls=_inside(values)) as platform:
            ports = {service: folder.port(service) for service in SERVICES}
            yield Host(engine, folder, _with_ports(folder, platform), ports, platform)
    finally:
        engine.close()
        shutil.rmtree(folder.path, ignore_errors=True)


def _inside(values: Mapping[str, str]) -> Certificates:
    """What `python -m production secrets` made for PostgreSQL and RabbitMQ."""
    inside = Path(values["INSIDE_FOLDER"])
    pairs = {
        name: Pair(inside / name / "tls.crt", inside / name / "tls.key")
        for name in ("postgres", "rabbitmq")
    }
    nobody = Pair(inside, inside)
    return Certificates(inside / "ca.crt", nobody, nobody, nobody, pairs)


def _with_ports(folder: RunFolder, platform: Platform) -> dict[str, str]:
    """Say in compose.env on which ports the two servers are, and write the containers' secrets after it."""
    path = folder.path / secrets.ENVIRONMENT_FILE
    listening = {
        "@postgres:5432": urlsplit(platform.postgres.url).port,
        "@rabbitmq:5671": urlsplit(platform.rabbitmq.url).port,
        "@rabbitmq:15671": urlsplit(platform.rabbitmq.management_url).port,
    }
    text = path.read_text("utf-8")
    for place, port in listening.items():
        text = text.replace(place, f"{place.partition(':')[0]}:{port}")
    path.write_text(text, "utf-8")
    return servers.read(secrets.write(folder.path))


async def test_setup_then_migrations_then_every_service_becomes_ready_by_tls_alone(
    host: Host,
) -> None:
    await host.build(("setup", *TRIED))
    setup = host.start("setup")
    assert await setup.ended() == 0, setup.said()
    for service in TRIED:
        migrate = host.start(f"{service}-migrate")
        assert await migrate.ended() == 0, migrate.said()
        assert f"{service}: shared/0001" in migrate.said()
    serving = {service: host.start(service) for service in TRIED}
    context = ssl.create_default_context(cafile=host.authority)
    async with httpx.AsyncClient(timeout=2, verify=context, trust_env=False) as client:
        for service, container in serving.items():
            try:
                await until(partial(_ready, client, host, service, container), READY_SECONDS)
            except TimeoutError:
                pytest.fail(container.said())
    await _reads_every_queue(host)
    await _takes_nobody_in_clear(host)
    for service, container in serving.items():
        assert _environment_of(container, service) & _secrets_of(host, service) == set()
        assert container.written() == [], f"compose lets {service} write nothing there"
        assert container.is_healthy(), f"what its image asks of {service}"


async def _ready(client: httpx.AsyncClient, host: Host, service: str, container: Container) -> bool:
    assert container.process.poll() is None, container.said()
    request = client.build_request(
        "GET",
        f"https://{LOOPBACK}:{host.ports[service]}/readyz",
        extensions={"sni_hostname": service},
    )
    try:
        return (await client.send(request)).is_success
    except httpx.TransportError:
        return False


async def _reads_every_queue(host: Host) -> None:
    async with host.platform.rabbitmq.management() as client:

        async def all_read() -> bool:
            answer = await client.get("/api/queues/provident-fund")
            read = {
                queue["name"]
                for queue in answer.raise_for_status().json()
                if queue.get("consumers")
            }
            return {queue.name for queue in QUEUES if queue.consumer in TRIED} <= read

        await until(all_read, 60.0)


async def _takes_nobody_in_clear(host: Host) -> None:
    """Whoever speaks in clear to a service or a server of theirs is answered nothing."""
    plain = urlsplit(host.platform.postgres.url)._replace(query="sslmode=disable").geturl()
    with pytest.raises(asyncpg.InvalidAuthorizationSpecificationError, match="no encryption"):
        await asyncpg.connect(plain)
    for service in TRIED:
        assert not (await _in_clear(host.ports[service], HTTP_HELLO)).startswith(b"HTTP/"), service
    for url, hello in (
        (host.platform.rabbitmq.url, AMQP_HELLO),
        (host.platform.rabbitmq.management_url, HTTP_HELLO),
    ):
        answer = await _in_clear(urlsplit(url).port or 0, hello)
        assert not answer.startswith((b"AMQP", b"\x01", b"HTTP/1.1 2")), answer
    admin = await asyncpg.connect(host.platform.postgres.url)
    try:
        links = await admin.fetch(
            "SELECT DISTINCT usename, ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)"
            " WHERE backend_type = 'client backend'"
        )
    finally:
        await admin.close()
    assert {row["usename"] for row in links} >= set(TRIED)
    assert all(row["ssl"] for row in links)


async def _in_clear(port: int, hello: bytes) -> bytes:
    reader, writer = await asyncio.open_connection(LOOPBACK, port)
    try:
        writer.write(hello)
        async with asyncio.timeout(SILENCE_SECONDS):
            return await reader.read(100)
    except ConnectionResetError:
        return b""
    finally:
        writer.close()


def _environment_of(container: Container, service: str) -> set[str]:
    """What any process of a container's user was started with."""
    found: set[str] = set()
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if process.stat().st_uid == servers.user_of(service):
                found |= set((process / "environ").read_text("utf-8", errors="replace").split("\0"))
        except OSError:
            continue
    assert any(text.startswith(f"{given.FOLDER}=") for text in found), container.said()
    return {text.partition("=")[2] for text in found}


def _secrets_of(host: Host, service: str) -> set[str]:
    folder = Path(host.values["SECRETS_FOLDER"]) / files.container(service)
    return {path.read_text("utf-8") for path in folder.iterdir()}
