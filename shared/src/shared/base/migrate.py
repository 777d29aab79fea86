"""Numbered, forward-only SQL migrations: `<service> migrate`.

Applies `shared/migrations/*.sql`, then `<service>/migrations/*.sql`, each file in one transaction, as the
owner of the database (`MIGRATION_DATABASE_URL`). A file that was applied must never change: its hash is
remembered and compared. An advisory lock lets many instances start at once.

A file that begins with `-- Outside a transaction` is applied statement by statement, each by itself: for
what the database does beside its users only there (an index built `CONCURRENTLY`). Stopped in the middle it
is begun anew, so each statement must bear being repeated. A statement ends at the end of a line.

A fault of a file that shows on some databases only can be mended in it before a release: a line `-- Formerly`
with the former text's SHA-256 lets those be that have applied it. The schema that it makes must be the same.
"""

import asyncio
import hashlib
import re
import sys
from dataclasses import dataclass
from importlib import resources

import asyncpg

from shared.base import given
from shared.base.db import DATABASE_AWAY, connect, named
from shared.base.waiting import pause

LOCK_KEY = 0x12329
"""Advisory lock of the migration runner."""
LOCK_POLL_SECONDS = 0.05
AWAY_POLL_SECONDS = 2.0
OUTSIDE_A_TRANSACTION = "-- Outside a transaction"
FORMERLY = re.compile(r"^-- Formerly ([0-9a-f]{64})$", re.MULTILINE)


class MigrationError(Exception):
    """An applied migration was changed, or the numbers have a gap."""


@dataclass(frozen=True)
class Migration:
    """One file."""

    component: str
    number: int
    name: str
    sql: str

    @property
    def digest(self) -> str:
        """SHA-256 of the text, hex."""
        return hashlib.sha256(self.sql.encode()).hexdigest()

    @property
    def digests(self) -> set[str]:
        """Its digest, and those of former texts that did the same."""
        return {self.digest, *FORMERLY.findall(self.sql)}

    @property
    def by_itself(self) -> bool:
        """Whether each statement is its own transaction."""
        return self.sql.startswith(OUTSIDE_A_TRANSACTION)

    @property
    def statements(self) -> list[str]:
        """The statements, as many as lines end with a semicolon."""
        return [part for part in self.sql.split(";\n") if part.strip()]


def migrations_of(component: str) -> list[Migration]:
    """Read the files of a package, in order; raises `MigrationError` on a gap in the numbers."""
    folder = resources.files(component).joinpath("migrations")
    files = sorted(item.name for item in folder.iterdir() if item.name.endswith(".sql"))
    found = [
        Migration(component, int(name[:4]), name, folder.joinpath(name).read_text("utf-8"))
        for name in files
    ]
    if [migration.number for migration in found] != list(range(1, len(found) + 1)):
        raise MigrationError(f"{component}: migration numbers must run 1, 2, 3 …: {files}")
    return found


CREATE_TABLE = """
CREATE TABLE IF NOT EXISTS schema_migration (
    component  text        NOT NULL,
    number     integer     NOT NULL,
    name       text        NOT NULL,
    digest     text        NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (component, number)
)
"""

GRANTED = """
SELECT 1 FROM information_schema.role_table_grants
WHERE table_name = 'schema_migration' AND grantee = $1 AND privilege_type = 'INSERT'
"""
REVOKE = "REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON schema_migration FROM {runtime_role}"
"""What was applied is the owner's to say (ADR 7); default privileges say otherwise."""


async def apply(url: str, service: str) -> list[str]:
    """Bring a database up to date; return the names of the files applied now."""
    connection = await connect(url)
    try:
        await _be_the_only_one(connection)
        await connection.execute(CREATE_TABLE)
        if await connection.fetchval(GRANTED, service):
            await connection.execute(REVOKE.format(runtime_role=service))
        rows = await connection.fetch("SELECT component, number, digest FROM schema_migration")
        applied = {(row["component"], row["number"]): row["digest"] for row in rows}
        done: list[str] = []
        for migration in (*migrations_of("shared"), *migrations_of(service)):
            known = applied.get((migration.component, migration.number))
            if known is None:
                await _apply_one(connection, migration)
                done.append(f"{migration.component}/{migration.name}")
            elif known not in migration.digests:
                raise MigrationError(
                    f"{migration.component}/{migration.name} was changed after it was applied"
                )
        return done
    finally:
        await connection.close()


async def _be_the_only_one(connection: "asyncpg.Connection[asyncpg.Record]") -> None:
    """Wait for the others, but not in a statement: an index built beside its users waits for all of these."""
    while not await connection.fetchval("SELECT pg_try_advisory_lock($1)", LOCK_KEY):
        await pause(asyncio.Event(), LOCK_POLL_SECONDS)


ADD = "INSERT INTO schema_migration (component, number, name, digest) VALUES ($1, $2, $3, $4)"


async def _apply_one(
    connection: "asyncpg.Connection[asyncpg.Record]", migration: Migration
) -> None:
    known_as = (migration.component, migration.number, migration.name, migration.digest)
    if migration.by_itself:
        await perform(connection, migration)
        await connection.execute(ADD, *known_as)
        return
    async with connection.transaction():
        await perform(connection, migration)
        await connection.execute(ADD, *known_as)


async def perform(connection: "asyncpg.Connection[asyncpg.Record]", migration: Migration) -> None:
    """Execute what a file says, and nothing else."""
    for statement in migration.statements if migration.by_itself else [migration.sql]:
        await connection.execute(statement)


async def when_there(url: str, service: str) -> list[str]:
    """Do as `apply` does, waiting as long as the server takes to come up.

    After a power cut it may come back later than this machine, and whoever waits for this would be given up.
    """
    while True:
        try:
            return await apply(url, service)
        except DATABASE_AWAY as error:
            sys.stderr.write(f"{service}: waits for its database, {named(error)}\n")
            await pause(asyncio.Event(), AWAY_POLL_SECONDS)


def run(service: str) -> int:
    """Migrate the database of `MIGRATION_DATABASE_URL` and say what was done; exit code."""
    done = asyncio.run(when_there(given.value("MIGRATION_DATABASE_URL"), service))
    sys.stdout.write(f"{service}: {', '.join(done) or 'up to date'}\n")
    return 0
