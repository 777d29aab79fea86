"""`python -m tools schema` writes `services/<service>/schema.sql`: what the migrations make of nothing.

Documentation and a witness: a test compares it with what they make today.
"""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from local import postgres
from local.console import say
from local.databases import drop_database, ensure_database, ensure_roles
from local.folder import RunFolder
from local.postgres import PostgresServer
from shared.base import migrate
from shared.base.db import connect
from shared.messaging.topology import SERVICES
from shared.operations.policies import policies_of
from shared.sealing.policies import SHIPPED, digest_of
from tools.catalogue import describe


async def made_by_migrations(server: PostgresServer, service: str) -> tuple[str, str]:
    """Migrate an empty database, describe it and its policy rows, and drop it."""
    name = f"schema_of_{service}_{os.getpid()}"
    database = await ensure_database(server, service, name)
    try:
        await migrate.apply(database.owner_url, service)
        return await describe(database.owner_url, service), await policies(
            database.owner_url, service
        )
    finally:
        await drop_database(server, name)


async def policies(url: str, service: str) -> str:
    """Digest what migrations put into the policy tables of a service."""
    connection = await connect(url)
    try:
        lines = [
            f"{table.name} {digest_of(table.name, row['told'])}"
            for table in policies_of(service)
            for row in await connection.fetch(table.read)
        ]
    finally:
        await connection.close()
    return "".join(f"{line}\n" for line in sorted(lines))


async def write(folder: RunFolder) -> None:
    """Write `services/<service>/schema.sql` of every service below the project's root."""
    services = folder.path.parent / "services"
    async with _server(RunFolder(folder.path / f"schema-{os.getpid()}")) as server:
        await ensure_roles(server, SERVICES)
        for service in SERVICES:
            text, shipped = await made_by_migrations(server, service)
            (services / service / "schema.sql").write_text(text, encoding="utf-8")
            say(f"services/{service}/schema.sql")
            path = services / service / "src" / service / SHIPPED
            path.write_text(shipped, encoding="utf-8")


@asynccontextmanager
async def _server(folder: RunFolder) -> AsyncIterator[PostgresServer]:
    """The server given by URL, else a private one for this moment only."""
    if given := os.environ.get("POSTGRES_URL"):
        yield PostgresServer(given, "the server given by POSTGRES_URL")
        return
    try:
        server, running = await postgres.start_private(folder)
        try:
            yield server
        finally:
            await running.stop()
    finally:
        shutil.rmtree(folder.path, ignore_errors=True)
