"""Databases and roles of the services: an owner who migrates, a role that runs it, one that reads views."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from importlib.util import find_spec

import asyncpg

from local.errors import CannotStart
from local.folder import derived_password
from local.postgres import PostgresServer
from shared.base import migrate
from shared.base.settings import SealingSettings
from shared.operations.policies import let_desk
from shared.sealing.personal_data import PersonalData

SUFFIXES = ("", "_owner", "_reader")
"""Who runs a service, who migrates its database, who reads its views of JGJ/T 320."""
ROLES_LOCK = 0x12330
"""Advisory lock: two sessions on one server must not make the same role at once."""

Connection = asyncpg.Connection


@dataclass(frozen=True)
class ServiceDatabase:
    """A service's database."""

    service: str
    name: str
    url: str
    """As the runtime role `<service>`."""
    owner_url: str
    """As `<service>_owner`, for migrations."""
    reader_url: str = ""
    """As `<service>_reader`, who sees the views of JGJ/T 320 and nothing else."""


@asynccontextmanager
async def administrator(
    server: PostgresServer, database: str | None = None
) -> AsyncIterator["Connection[asyncpg.Record]"]:
    """Connect as the server's administrator."""
    url = server.url if database is None else server.url_of(database)
    connection = await asyncpg.connect(url)
    try:
        yield connection
    finally:
        await connection.close()


def describe(server: PostgresServer, service: str, name: str) -> ServiceDatabase:
    """Give the URLs of a service's database, whether or not it exists yet."""
    owner, reader = f"{service}_owner", f"{service}_reader"
    return ServiceDatabase(
        service,
        name,
        server.url_of(name, service, derived_password(server.admin_password, service)),
        server.url_of(name, owner, derived_password(server.admin_password, owner)),
        server.url_of(name, reader, derived_password(server.admin_password, reader)),
    )


async def ensure_roles(server: PostgresServer, services: Sequence[str]) -> None:
    """Make each service's three roles, with the passwords that follow from the administrator's."""
    async with administrator(server) as connection, connection.transaction():
        await connection.execute("SELECT pg_advisory_xact_lock($1)", ROLES_LOCK)
        for role in (f"{service}{suffix}" for service in services for suffix in SUFFIXES):
            known = await connection.fetchval("SELECT 1 FROM pg_roles WHERE rolname = $1", role)
            password = derived_password(server.admin_password, role)
            verb = "ALTER" if known else "CREATE"
            await connection.execute(f"{verb} ROLE {role} LOGIN PASSWORD '{password}'")


async def ensure_database(
    server: PostgresServer, service: str, name: str, template: str | None = None
) -> ServiceDatabase:
    """Make a service's database unless it exists, from a migrated template if one is given."""
    async with administrator(server) as connection:
        known = await connection.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", name)
        if not known:
            # Copied as files, a fresh database costs half of what it does through the log.
            # To the trigrams of `credit` Han characters are letters, whatever the server's own locale is.
            source = (
                f" TEMPLATE {template} STRATEGY FILE_COPY"
                if template
                else " TEMPLATE template0 LC_CTYPE 'C.UTF-8'"
            )
            await connection.execute(f"CREATE DATABASE {name} OWNER {service}_owner{source}")
        await connection.execute(f"REVOKE CONNECT ON DATABASE {name} FROM PUBLIC")
        await connection.execute(f"GRANT CONNECT ON DATABASE {name} TO {service}, {service}_reader")
    if template is None:
        async with administrator(server, name) as connection:
            await connection.execute(_default_privileges(service))
    return describe(server, service, name)


def _default_privileges(service: str) -> str:
    """What the runtime role may do with every table that the owner will make."""
    return f"""
        ALTER DEFAULT PRIVILEGES FOR ROLE {service}_owner IN SCHEMA public
            GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {service};
        ALTER DEFAULT PRIVILEGES FOR ROLE {service}_owner IN SCHEMA public
            GRANT USAGE ON SEQUENCES TO {service};
    """


async def let_desk_of(database: ServiceDatabase, keys: Mapping[str, str]) -> None:
    """Let the desk put policy in force, as `migrate` does where it is given the keys."""
    if find_spec(f"{database.service}.policies") is None:
        return
    given = {name.lower(): value for name, value in keys.items()}
    given["personal_data_keys"] = json.loads(keys["PERSONAL_DATA_KEYS"])
    data = PersonalData.from_settings(SealingSettings.model_validate(given))
    connection = await asyncpg.connect(database.owner_url)
    try:
        await let_desk(connection, data)
    finally:
        await connection.close()


INCARNATIONS = """
SELECT database.datname AS name, control.system_identifier || '/' || database.oid AS incarnation
FROM pg_control_system() AS control, pg_database AS database WHERE database.datname = ANY($1)
"""


async def incarnations(server: PostgresServer, names: Sequence[str]) -> dict[str, str]:
    """Name each database so that one of the same name that was made anew has another name."""
    async with administrator(server) as connection:
        rows = await connection.fetch(INCARNATIONS, list(names))
    return {row["name"]: row["incarnation"] for row in rows}


async def drop_database(server: PostgresServer, name: str) -> None:
    """Drop a database and whoever is connected to it."""
    async with administrator(server) as connection:
        await connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


async def provide_all(
    server: PostgresServer, services: Sequence[str], prefix: str = ""
) -> dict[str, ServiceDatabase]:
    """Make and migrate the database of every service; returns them by service."""
    await ensure_roles(server, services)
    made = await asyncio.gather(
        *(ensure_database(server, service, f"{prefix}{service}") for service in services)
    )
    try:
        await asyncio.gather(*(migrate.apply(item.owner_url, item.service) for item in made))
    except migrate.MigrationError as error:
        raise CannotStart(
            f"The databases are of another version ({error}); `make clean` removes them, with their data."
        ) from None
    return {item.service: item for item in made}
