"""compose.yaml's order, commands, environments and secrets, as containers: setup, migrate, services ready.

Images are built of deploy/Dockerfile; PostgreSQL and RabbitMQ are private servers of this machine, which is
what a city does that has its own: their addresses stand in compose.env.
"""

import os
import re
import shutil
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml
from tests.containers.engine import Container, Engine
from tests.support.places import ROOT
from tests.support.waiting import until

from local import databases
from local.broker import VirtualHost
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
SERVICE_PORT = re.compile(rf"http://({'|'.join(SERVICES)}):{servers.CONTAINER_PORT}")


@dataclass
class Host:
    """A host with compose's parts, as far as there is no engine to read compose.yaml."""

    engine: Engine
    folder: RunFolder
    values: Mapping[str, str]

    def start(self, part: str) -> Container:
        """Start a part in its image, made once for whoever migrates and whoever serves."""
        told = COMPOSE[part]
        image = self.engine.build(told)
        return self.engine.run(
            image,
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
        return {**told, "HTTP_PORT": str(self.port(part))} if part in SERVICES else told

    def port(self, service: str) -> int:
        """Where a service listens: there is one network for all here."""
        return self.folder.port(f"container_{service}")

    def _here(self, text: str) -> str:
        return SERVICE_PORT.sub(lambda found: f"http://{LOOPBACK}:{self.port(found[1])}", text)

    def volumes(self, part: str) -> list[str]:
        """Volumes of compose.yaml; one of its own belongs to the image's user, as an engine makes it."""
        found = []
        for text in COMPOSE[part]["volumes"]:
            source, place, *rest = servers.filled(text, self.values).split(":")
            if not source.startswith("/"):
                source = str(self.folder.make(f"volumes/{source}", mode=0o700))
                os.chown(source, servers.user_of(part), servers.user_of(part))
            found.append(":".join((source, place, *rest)))
        return found


@pytest.fixture(scope="module")
async def host() -> AsyncIterator[Host]:
    assert os.geteuid() == 0, "containers' files belong to their users: run this as root"
    for program in ("buildah", "mmdebstrap"):
        assert shutil.which(program), f"apt-get install --no-install-recommends {program}"
    folder = RunFolder(ROOT / ".run" / f"containers-{os.getpid()}")
    engine = Engine(STORE)
    try:
        engine.make_base()
        async with provided(folder, throwaway=True, durable=False) as platform:
            yield Host(engine, folder, city(folder, platform))
    finally:
        engine.close()
        shutil.rmtree(folder.path, ignore_errors=True)


def city(folder: RunFolder, platform: Platform) -> dict[str, str]:
    """Write compose.env, with the addresses of these servers in it, and the containers' secrets after it."""
    target = folder.path / "secrets"
    path = secrets.write(target)
    values = servers.read(path)
    virtual_host = VirtualHost(platform.rabbitmq)
    values |= {
        "POSTGRES_URL": platform.postgres.url,
        "BROKER_URL": platform.rabbitmq.url,
        "BROKER_MANAGEMENT_URL": platform.rabbitmq.management_url,
    }
    for service in SERVICES:
        database = databases.describe(platform.postgres, service, service)
        values[f"{service.upper()}_DATABASE_URL"] = database.url
        values[f"{service.upper()}_OWNER_DATABASE_URL"] = database.owner_url
        values[f"{service.upper()}_BROKER_URL"] = virtual_host.url(service)
    path.write_text(servers.as_text(values), "utf-8")
    secrets.write(target)
    return servers.read(path)


async def test_setup_then_migrations_then_every_service_becomes_ready(host: Host) -> None:
    setup = host.start("setup")
    assert await setup.ended() == 0, setup.said()
    for service in TRIED:
        migrate = host.start(f"{service}-migrate")
        assert await migrate.ended() == 0, migrate.said()
        assert f"{service}: shared/0001" in migrate.said()
    serving = {service: host.start(service) for service in TRIED}
    async with httpx.AsyncClient(timeout=2) as client:
        for service, container in serving.items():
            try:
                await until(partial(_ready, client, host, service, container), READY_SECONDS)
            except TimeoutError:
                pytest.fail(container.said())
    await _reads_every_queue(host)
    for service, container in serving.items():
        assert _environment_of(container, service) & _secrets_of(host, service) == set()
        assert container.written() == [], f"compose lets {service} write nothing there"


async def _ready(client: httpx.AsyncClient, host: Host, service: str, container: Container) -> bool:
    assert container.process.poll() is None, container.said()
    try:
        return (await client.get(f"http://{LOOPBACK}:{host.port(service)}/readyz")).is_success
    except httpx.TransportError:
        return False


async def _reads_every_queue(host: Host) -> None:
    async with httpx.AsyncClient(timeout=5) as client:
        url = httpx.URL(host.values["BROKER_MANAGEMENT_URL"])

        async def all_read() -> bool:
            answer = await client.get(
                f"{url.scheme}://{url.host}:{url.port}/api/queues/provident-fund",
                auth=(url.username, url.password),
            )
            read = {
                queue["name"]
                for queue in answer.raise_for_status().json()
                if queue.get("consumers")
            }
            return {queue.name for queue in QUEUES if queue.consumer in TRIED} <= read

        await until(all_read, 60.0)


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
