"""A test session's corner of a platform: databases and virtual hosts of its own, beside everyone else's."""

import asyncio
import base64
import json
import secrets
from collections.abc import Collection, Mapping
from typing import Any

import asyncpg
from tests.support import letters
from tests.support.rules import OWNERS

from local.broker import VirtualHost
from local.databases import (
    ServiceDatabase,
    describe,
    drop_database,
    ensure_database,
    ensure_roles,
    let_desk_of,
)
from local.folder import RunFolder
from local.platform import Platform
from shared.base import migrate
from shared.messaging.broker import own_queues
from shared.messaging.topology import QUEUES, SERVICES

UNUSED_JWKS = "http://127.0.0.1:9/.well-known/jwks.json"
"""Where no gateway is: a test that needs tokens says where its keys are."""
COPY = (
    # Copied as files, a fresh database costs half of what it does through the log.
    "CREATE DATABASE {name} OWNER {service}_owner TEMPLATE {template} STRATEGY FILE_COPY",
    "REVOKE CONNECT ON DATABASE {name} FROM PUBLIC",
    "GRANT CONNECT ON DATABASE {name} TO {service}, {service}_reader",
)
"""As `ensure_database` does, but in a session's own server, where no name is twice."""


class Workbench:
    """What a test session makes on the servers; all of it is gone when the session ends."""

    def __init__(self, platform: Platform, folder: RunFolder) -> None:
        self.platform = platform
        self.folder = folder
        self.prefix = f"t{secrets.token_hex(4)}_"
        self.personal_data_key = base64.b64encode(secrets.token_bytes(32)).decode()
        self.lookup_key = base64.b64encode(secrets.token_bytes(32)).decode()
        self._templates: dict[str, asyncio.Task[str]] = {}
        self._databases: set[str] = set()
        self._vhosts: list[VirtualHost] = []
        self._count = 0
        self._administering = asyncio.Lock()
        self._administrator: asyncpg.Connection[asyncpg.Record] | None = None

    async def open(self) -> None:
        """Make the roles that every database here relies on."""
        await ensure_roles(self.platform.postgres, SERVICES)

    async def close(self) -> None:
        """Remove what the session made."""
        for vhost in self._vhosts:
            await vhost.remove()
        for name in sorted(self._databases):
            await drop_database(self.platform.postgres, name)
        if self._administrator is not None:
            await self._administrator.close()

    async def create_database(self, service: str) -> ServiceDatabase:
        """Make a fresh, migrated database of a service."""
        if service not in self._templates:
            self._templates[service] = asyncio.create_task(self._template(service))
        template = await self._templates[service]
        self._count += 1
        name = f"{self.prefix}{service}_{self._count}"
        self._databases.add(name)
        for statement in COPY:
            await self._administer(statement.format(name=name, service=service, template=template))
        made = describe(self.platform.postgres, service, name)
        OWNERS[name] = made.owner_url
        return made

    async def create_empty_database(self, service: str) -> ServiceDatabase:
        """Make a database of a service to which no migration was applied yet."""
        self._count += 1
        name = f"{self.prefix}{service}_{self._count}"
        self._databases.add(name)
        return await ensure_database(self.platform.postgres, service, name)

    async def _template(self, service: str) -> str:
        database = await self.create_empty_database(service)
        await migrate.apply(database.owner_url, service)
        await let_desk_of(database, self._keys())
        return database.name

    def _keys(self) -> dict[str, str]:
        return {
            "PERSONAL_DATA_KEYS": json.dumps({"k1": self.personal_data_key}),
            "PERSONAL_DATA_ACTIVE_KEY": "k1",
            "LOOKUP_KEY": self.lookup_key,
        }

    async def drop_database(self, database: ServiceDatabase) -> None:
        """Drop a database before the session ends."""
        await self._administer(f"DROP DATABASE IF EXISTS {database.name} WITH (FORCE)")
        self._databases.discard(database.name)

    async def _administer(self, statement: str) -> None:
        """Do it on the one connection that is kept for that: another one costs as much as a small test."""
        async with self._administering:
            if self._administrator is None or self._administrator.is_closed():
                self._administrator = await asyncpg.connect(self.platform.postgres.url)
            await self._administrator.execute(statement)

    async def create_vhost(self, *, queues: bool | Collection[str] = False) -> VirtualHost:
        """Make a virtual host with all exchanges and users; services declare the queues they read.

        Each queue costs the broker 5 ms: a system has all, a service alone those `around` it.
        """
        self._count += 1
        name = f"{self.prefix}{self._count}"
        vhost = VirtualHost(self.platform.rabbitmq, name, user_prefix=f"{name}_")
        self._vhosts.append(vhost)
        await vhost.load(queues=queues)
        return vhost

    async def drop_vhost(self, vhost: VirtualHost) -> None:
        """Remove a virtual host before the session ends."""
        await vhost.remove()
        self._vhosts.remove(vhost)

    def settings(
        self, database: ServiceDatabase, vhost: VirtualHost | None = None, **values: Any
    ) -> dict[str, Any]:
        """Values for the settings class of a service: `Settings(**platform.settings(database))`."""
        broker_url = vhost.url(database.service) if vhost else "amqp://nobody:none@127.0.0.1:9/none"
        return {
            "database_url": database.url,
            "broker_url": broker_url,
            "http_port": 0,
            "jwks_url": UNUSED_JWKS,
            "personal_data_keys": {"k1": self.personal_data_key},
            "personal_data_active_key": "k1",
            "lookup_key": self.lookup_key,
            **letters.settings_of(database.service),
            **values,
        }


def around(service: str) -> list[str]:
    """Queues that a service alone needs: its own, and where its events go, without what follows there."""
    own = [queue for queue in QUEUES if queue.consumer == service]
    heard = [queue for queue in QUEUES if service in {event.owner for event in queue.events}]
    return [
        *(name for queue in own for name in own_queues(queue)),
        *(queue.name for queue in heard if queue not in own),
    ]


def environment_from(values: Mapping[str, Any]) -> dict[str, str]:
    """Turn values of a settings class into environment variables, for a process of its own."""
    return {
        name.upper(): value if isinstance(value, str) else json.dumps(value)
        for name, value in values.items()
    }
