"""The database server is lost with its disk while people withdraw: one command brings every book back."""

import asyncio
import os
import re
import secrets
import shlex
import shutil
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.bench.citizens import Office, prepare
from tests.conftest import SHORT_WAITS
from tests.recovery.people import Application, Town
from tests.support import midnight
from tests.support.issuer import Issuer
from tests.support.waiting import until
from tests.support.workbench import Workbench

from city.clients import http_client
from local.databases import provide_all
from local.folder import RunFolder
from local.launch import write_operator_environment
from local.platform import Platform
from local.postgres import BINARIES, PostgresServer, start_private, take_over
from local.processes import Running, start
from local.system import System, running
from shared.identity.principal import BUSINESS
from shared.messaging.topology import SERVICES

ROOT = Path(__file__).parents[2]
CITIZENS = 40
WITHIN_SECONDS = 600.0
"""The aim for a city's outage (RTO)."""
TYPED = re.compile(r"^backup (\w+(?: \w+)?) *(?:#|$)", re.MULTILINE)


@dataclass
class Ground:
    """A town on a database server of its own, with a keeper of backups beside it."""

    folder: RunFolder
    town: Town
    server: PostgresServer
    process: Running

    @property
    def backup(self) -> dict[str, str]:
        """What `backup` is told."""
        kept = self.folder.path / "elsewhere"
        return {
            **os.environ,
            "POSTGRES_URL": self.server.url,
            "BACKUP_FOLDER": str(kept / "kept"),
            "BACKUP_KEYS": str(kept / "keys"),
            "BACKUP_PASSPHRASE_FILE": str(self.folder.path / "passphrase"),
            "PG_BIN": str(BINARIES),
            "BARMAN": str(Path(sys.prefix) / "barman" / "bin" / "barman"),
            "JOURNAL_FOLDER": str(self.town.system.environments.journals),
            "BACKUP_METRICS_PORT": "0",
        }

    async def type(self, *arguments: str) -> asyncio.subprocess.Process:
        """Start a command of `backup`."""
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "backup", *arguments, env=self.backup,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip

    async def done(self, *arguments: str) -> str:
        """Run a command of `backup` to its end."""
        process = await self.type(*arguments)
        said, errors = await process.communicate()
        assert process.returncode == 0, errors.decode()
        return said.decode()


@pytest.fixture
async def ground(platform: Workbench) -> AsyncIterator[Ground]:
    folder = RunFolder(ROOT / ".run" / f"ha-{os.getpid()}")
    folder.make()
    (folder.path / "passphrase").write_text(secrets.token_hex(16))
    server, process = await start_private(folder)
    databases = await provide_all(server, SERVICES)
    host = await platform.create_vhost(queues=True)
    issuer = Issuer("restore", lifetime_seconds=3_600)
    try:
        async with issuer.published(), http_client() as client:
            extra = SHORT_WAITS | issuer.environment | midnight.ENVIRONMENT
            system = System(folder, host, databases, report=print, extra=extra)
            async with running(system):
                await system.start()
                office = Office(client, system.city, *(issuer.token_for(role) for role in BUSINESS))
                town = Town(office, system, await prepare(office, issuer, CITIZENS))
                whole = Platform(server, platform.platform.rabbitmq)
                await asyncio.to_thread(write_operator_environment, folder, system, whole)
                yield Ground(folder, town, server, process)
    finally:
        await process.stop()
        shutil.rmtree(folder.path, ignore_errors=True)


@pytest.mark.timeout(900)
async def test_r_wdr_13_a_lost_database_server_costs_no_answered_application_and_pays_nobody_twice(
    ground: Ground,
) -> None:
    town, system = ground.town, ground.town.system
    before = [await town.apply() for _ in range(3)]
    await town.reached(before)
    async with kept_as_the_page_says(ground):
        after = await asyncio.gather(*(town.apply() for _ in range(10)))
        await town.reached(after[:2])

    await ground.process.kill()
    shutil.rmtree(ground.folder.path / "postgres")
    lost = time.monotonic()
    await asyncio.gather(*map(system.halt, SERVICES))
    everybody = await _restored(ground, [*before, *after])
    print(f"from the loss to books that agree: {time.monotonic() - lost:.0f} s")
    assert time.monotonic() - lost < WITHIN_SECONDS
    await town.reached(everybody)
    await town.paid_once(everybody)


@asynccontextmanager
async def kept_as_the_page_says(ground: Ground) -> AsyncIterator[None]:
    """Type what docs/production.md has under Backups, line by line; the keeper serves meanwhile."""
    page = (ROOT / "docs" / "production.md").read_text("utf-8").partition("\n## Backups\n")[2]
    lines = TYPED.findall(page)
    assert lines == ["prepare", "take", "serve", "synchronous on", "drill"]
    keeper = None
    try:
        for line in lines:
            if line == "serve":
                keeper = await ground.type(line)
            else:
                await ground.done(*line.split())
        yield
        assert keeper is not None
        assert keeper.returncode is None
    finally:
        if keeper is not None:
            keeper.terminate()
            await keeper.wait()


async def _restored(ground: Ground, everybody: list[Application]) -> list[Application]:
    """Type the one command, start the server and the services when it says so."""
    data = ground.folder.path / "postgres"
    wanted, started = ground.folder.path / "wanted", ground.folder.path / "started"
    starting = f"touch {wanted}; until [ -e {started} ]; do sleep 0.1; done"
    process = await ground.type(
        "restore", "--into", str(data), "--run", str(ground.folder.path), "--start", starting
    )
    assert process.stdout is not None
    assert process.stderr is not None
    await until(wanted.exists, WITHIN_SECONDS)
    take_over(data)
    ground.process = await start(ground.folder, ground.process.command)
    started.touch()
    said = []
    while line := (await process.stdout.readline()).decode():
        said.append(line)
        if "start the services now" in line:
            for service in SERVICES:
                await ground.town.system.bring_back(service)
    errors = (await process.stderr.read()).decode()
    assert await process.wait() == 0, f"{said} {shlex.quote(errors)}"
    assert "bank, payment orders and ledger agree to the fen\n" in said
    assert "set aside: nothing\n" in said
    return everybody


async def test_what_cannot_be_restored_is_said_in_a_sentence(tmp_path: Path) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "backup", "restore", "--into", str(tmp_path), "--to", "2026-11-25T09:00:00",
        stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    _, errors = await process.communicate()
    assert process.returncode == 2
    assert "an instant needs its zone" in errors.decode()
