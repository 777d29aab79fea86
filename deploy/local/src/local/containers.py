"""PostgreSQL and RabbitMQ in Docker, by testcontainers, where an engine answers.

Testcontainers' own reaper removes the containers when this process dies without doing so.
"""

import asyncio
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from local.folder import RunFolder
from local.postgres import ADMIN as POSTGRES_ADMIN
from local.postgres import PostgresServer
from local.rabbitmq import ADMIN as RABBITMQ_ADMIN
from local.rabbitmq import RabbitServer

if TYPE_CHECKING:
    from testcontainers.core.container import DockerContainer

POSTGRES_IMAGE = "postgres:18"
RABBITMQ_IMAGE = "rabbitmq:4-management"
ENGINE_TIMEOUT_SECONDS = 3
SOCKET = Path("/var/run/docker.sock")
"""Where an engine listens that DOCKER_HOST does not name."""


@dataclass(frozen=True)
class Contained:
    """A started container."""

    container: "DockerContainer"

    async def stop(self) -> None:
        """Stop and remove it, with its data."""
        await asyncio.to_thread(self.container.stop)

    def port(self, inside: int) -> int:
        """Return the port on this machine that leads to a port inside."""
        return int(self.container.get_exposed_port(inside))

    @property
    def host(self) -> str:
        """Where the container's ports are reached."""
        return self.container.get_container_host_ip()


def engine_answers() -> bool:
    """Whether a Docker engine can be used from here."""
    if "DOCKER_HOST" not in os.environ and not SOCKET.exists():
        return False
    import docker  # noqa: PLC0415 - takes half a second to import, and is rarely needed
    from docker.errors import DockerException  # noqa: PLC0415
    from requests.exceptions import RequestException  # noqa: PLC0415

    try:
        client = docker.from_env(timeout=ENGINE_TIMEOUT_SECONDS)
        try:
            return bool(client.ping())
        finally:
            client.close()
    except (DockerException, RequestException, OSError):
        return False


async def start_postgres(folder: RunFolder) -> tuple[PostgresServer, Contained]:
    """Start PostgreSQL in a container."""
    password = folder.secret("postgres_admin")
    started = await _start(
        POSTGRES_IMAGE,
        {"POSTGRES_USER": POSTGRES_ADMIN, "POSTGRES_PASSWORD": password},
        [5432],
        ["-c", "max_connections=300", "-c", "jit=off"],
    )
    url = f"postgresql://{POSTGRES_ADMIN}:{password}@{started.host}:{started.port(5432)}/postgres"
    return PostgresServer(url, f"a container of {POSTGRES_IMAGE}"), started


async def start_rabbitmq(folder: RunFolder) -> tuple[RabbitServer, Contained]:
    """Start RabbitMQ in a container."""
    password = folder.secret("rabbitmq_admin")
    started = await _start(
        RABBITMQ_IMAGE,
        {"RABBITMQ_DEFAULT_USER": RABBITMQ_ADMIN, "RABBITMQ_DEFAULT_PASS": password},
        [5672, 15672, 15692],
        [],
    )
    authority = f"{RABBITMQ_ADMIN}:{password}@{started.host}"
    server = RabbitServer(
        f"amqp://{authority}:{started.port(5672)}",
        f"http://{authority}:{started.port(15672)}",
        f"a container of {RABBITMQ_IMAGE}",
        f"http://{started.host}:{started.port(15692)}",
    )
    return server, started


async def _start(
    image: str, environment: dict[str, str], ports: list[int], arguments: list[str]
) -> Contained:
    from testcontainers.core.container import DockerContainer  # noqa: PLC0415

    container = DockerContainer(image).with_exposed_ports(*ports)
    for name, value in environment.items():
        container = container.with_env(name, value)
    if arguments:
        container = container.with_command(arguments)
    await asyncio.to_thread(container.start)
    return Contained(container)
