"""What every figure is measured on: servers of the run's own, and fresh systems on them, one by one."""

import json
import os
import shutil
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import httpx
from tests.support import midnight
from tests.support.issuer import Issuer
from tests.support.workbench import Workbench

from city.clients import LIMITS
from local.broker import VirtualHost
from local.databases import ServiceDatabase
from local.environments import BOOKS
from local.folder import RunFolder
from local.platform import Platform, provided
from local.postgres import PostgresServer
from local.system import System, running
from shared.base.settings import SealingSettings
from shared.identity.principal import BUSINESS
from shared.messaging.topology import SERVICES
from shared.sealing.personal_data import PersonalData

from .citizens import Office

ROOT = Path(__file__).parents[2]
TOKENS_LIVE_SECONDS = 12 * 3600
REQUEST_TIMEOUT_SECONDS = 600
UNBOUNDED = {"EDGE_REQUESTS_PER_SECOND": "100000", "EDGE_BURST_REQUESTS": "100000"}
"""The edge's limits per address: here everybody comes from one."""
ALL_ARE_ACCEPTED = {"UNDECIDED_APPLICATIONS_MAX": "1000000"}
"""Nobody is told to come again; `make overload` measures that."""

Databases = Mapping[str, ServiceDatabase]
Sealers = Callable[[str], PersonalData]
"""By service: what seals with its keys."""
Fill = Callable[[PostgresServer, Databases, Sealers], Awaitable[None]]


@dataclass(frozen=True)
class Running:
    """A started system, and the centre's counter as its client."""

    system: System
    office: Office
    databases: Databases
    vhost: VirtualHost
    smsc_book: Path
    """What the simulated SMSC has accepted (SQLite)."""


@dataclass(frozen=True)
class Stage:
    """Servers, and who signs tokens."""

    servers: Platform
    workbench: Workbench
    issuer: Issuer

    @asynccontextmanager
    async def system(
        self,
        fill: "Fill | None" = None,
        **environment: str,
    ) -> AsyncIterator[Running]:
        """Start a system on fresh databases; `fill` may put something into them before."""
        folder = RunFolder(self.workbench.folder.path / f"system-{uuid.uuid4().hex[:6]}")
        databases = {service: await self.workbench.create_database(service) for service in SERVICES}
        vhost = await self.workbench.create_vhost(queues=True)
        extra = {
            **ALL_ARE_ACCEPTED,
            **self.issuer.environment,
            **midnight.ENVIRONMENT,
            **environment,
        }
        system = System(folder, vhost, databases, report=lambda _: None, extra=extra)
        if fill is not None:
            await fill(self.servers.postgres, databases, partial(personal_data, system))
        async with (
            running(system),
            httpx.AsyncClient(
                timeout=REQUEST_TIMEOUT_SECONDS, limits=LIMITS, trust_env=False
            ) as client,
        ):
            await system.start()
            office = Office(
                client, system.city, *(self.issuer.token_for(role) for role in BUSINESS)
            )
            yield Running(system, office, databases, vhost, folder.path / BOOKS / "smsc.sqlite3")
        await self.workbench.drop_vhost(vhost)
        for database in databases.values():
            await self.workbench.drop_database(database)
        shutil.rmtree(folder.path)


@asynccontextmanager
async def opened() -> AsyncIterator[Stage]:
    """Start the servers, durable as in production; everything is gone when the block is left."""
    folder = RunFolder(ROOT / ".run" / f"bench-{os.getpid()}")
    issuer = Issuer("benchmark", TOKENS_LIVE_SECONDS)
    os.environ.update(UNBOUNDED)
    try:
        async with provided(folder, throwaway=True) as servers, issuer.published():
            workbench = Workbench(servers, folder)
            await workbench.open()
            yield Stage(servers, workbench, issuer)
            await workbench.close()
    finally:
        shutil.rmtree(folder.path, ignore_errors=True)


def personal_data(system: System, service: str) -> PersonalData:
    """Seal with the keys that a service of a system has."""
    environment = system.environments.service(service)
    settings = SealingSettings(
        personal_data_keys=json.loads(environment["PERSONAL_DATA_KEYS"]),
        personal_data_active_key=environment["PERSONAL_DATA_ACTIVE_KEY"],
        lookup_key=environment["LOOKUP_KEY"],
    )
    return PersonalData.from_settings(settings)
