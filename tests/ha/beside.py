"""Every service once more, of this release or of the one before, and an edge that knows both instances."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

import pytest
from tests.support.places import ROOT

from local.databases import ServiceDatabase
from local.edge import edge_part
from local.folder import LOOPBACK, RunFolder
from local.processes import Command, python
from local.readiness import answers
from local.supervisor import Part, Supervisor
from local.system import System
from shared.messaging.topology import SERVICES


class Release:
    """Another release's code, taken from the repository."""

    def __init__(self, folder: RunFolder, commit: str) -> None:
        """Take it out of the repository; without one the test is skipped, which says so."""
        self._code = folder.make("release-before")
        taken = subprocess.run(
            ["git", "archive", commit, "shared", "services"],
            cwd=ROOT,
            capture_output=True,
            check=False,
        )
        if taken.returncode:
            pytest.skip(f"no release before to be had here: {taken.stderr.decode().strip()}")
        subprocess.run(["tar", "-x", "-C", str(self._code)], input=taken.stdout, check=True)

    def command(self, name: str, service: str, environment: dict[str, str], *words: str) -> Command:
        """`<service> <words>` of that release."""
        path = f"{self._code}/services/{service}/src:{self._code}/shared/src"
        argv = [sys.executable, "-m", service, *words]
        return Command(name, argv, {**environment, "PYTHONPATH": path})

    async def migrate(self, database: ServiceDatabase) -> None:
        """Give a database the schema of that release."""
        environment = {"MIGRATION_DATABASE_URL": database.owner_url}
        command = self.command("migrate", database.service, environment, "migrate")
        process = await asyncio.create_subprocess_exec(
            *command.argv, env=dict(command.environment),
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip
        said, _ = await process.communicate()
        assert process.returncode == 0, said.decode()


class Beside:
    """One instance more of each service."""

    def __init__(self, system: System, folder: RunFolder, release: Release | None = None) -> None:
        self._system = system
        self._folder = folder
        self._release = release
        self._supervisor = Supervisor(folder, print)
        self.ports = {service: folder.port(f"{service}_beside") for service in SERVICES}

    async def start(self) -> None:
        """Start all, each until it is ready for work."""
        await self._supervisor.start(map(self._part, SERVICES))

    async def stop(self, services: Iterable[str] = SERVICES) -> None:
        """Stop them in order, as for good."""
        names = map(_named, services)
        await self._supervisor.stop(name for name in names if name in self._supervisor.parts)

    async def kill(self, service: str) -> None:
        """Kill one, which stays down."""
        await self._supervisor.parts[_named(service)].kill()

    def _part(self, service: str) -> Part:
        port = self.ports[service]
        environment = {
            **self._system.environments.service(service),
            "HTTP_PORT": str(port),
            "SIP_PORT": str(self._folder.port("sip_beside")),
        }
        name = _named(service)
        if self._release is None:
            command = python(name, service, environment)
        else:
            command = self._release.command(name, service, environment)
        return Part(command, answers(f"http://{LOOPBACK}:{port}/readyz"))


def _named(service: str) -> str:
    return f"{service}-beside"


@asynccontextmanager
async def edge(folder: RunFolder, system: System, beside: Beside) -> AsyncIterator[str]:
    """Run an edge that knows two addresses of each service; give its own."""
    own = system.environments.ports.services
    both = {
        name: f"{LOOPBACK}:{own[name]},{LOOPBACK}:{port}" for name, port in beside.ports.items()
    }
    supervisor = Supervisor(folder, print)
    port = folder.port("edge_of_both")
    await supervisor.start([edge_part(folder, port, both)])
    try:
        yield f"http://{LOOPBACK}:{port}"
    finally:
        await supervisor.stop(list(supervisor.parts))
