"""A drill: the newest backup becomes a server of its own, whose ledger is recomputed, and goes away again.

Nobody knows that a backup can be restored before one has been.
"""

import shutil
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from backup.barman import Barman, own_folder
from backup.restored import shell
from backup.settings import Settings
from local.databases import administrator
from local.errors import CannotStart
from local.folder import RunFolder
from local.postgres import PostgresServer, start_private, take_over

DATABASES = """
SELECT datname FROM pg_database WHERE NOT datistemplate AND datname <> 'postgres' ORDER BY 1
"""


@dataclass(frozen=True)
class Drilled:
    """What a drill has shown."""

    seconds: float
    """From the first file to the last figure: what an outage would take at least (RTO)."""
    databases: tuple[str, ...]


async def drill(settings: Settings) -> Drilled:
    """Restore into a folder of its own and check; raises `CannotStart` when something is not right."""
    folder = RunFolder(own_folder(settings.backup_folder, "drill"))
    began = time.monotonic()
    try:
        data = folder.make() / "postgres"
        await Barman(settings).restore(data, None)
        take_over(data)
        async with _started(folder, settings) as server:
            databases = await _databases(server)
            for name in databases:
                if await _has_ledger(server, name):
                    await shell("accounts verify", secrets={"DATABASE_URL": server.url_of(name)})
    finally:
        shutil.rmtree(folder.path, ignore_errors=True)
    if not databases:
        raise CannotStart("The restored server has no database of a service.")
    return Drilled(time.monotonic() - began, databases)


@asynccontextmanager
async def _started(folder: RunFolder, settings: Settings) -> AsyncIterator[PostgresServer]:
    password = PostgresServer(settings.postgres_url.get_secret_value(), "").admin_password
    server, running = await start_private(folder, password=password)
    try:
        yield server
    finally:
        await running.stop()


async def _databases(server: PostgresServer) -> tuple[str, ...]:
    async with administrator(server) as connection:
        return tuple(row["datname"] for row in await connection.fetch(DATABASES))


async def _has_ledger(server: PostgresServer, name: str) -> bool:
    async with administrator(server, name) as connection:
        return await connection.fetchval("SELECT to_regclass('ledger_balance')") is not None
