"""A system of its own, whose services may lose their memory, and the operator at its runbook."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.bench.citizens import Office, prepare
from tests.conftest import SHORT_WAITS
from tests.support import midnight
from tests.support.issuer import Issuer
from tests.support.workbench import Workbench

from city.clients import http_client
from local.broker import VirtualHost
from local.folder import RunFolder
from local.launch import write_operator_environment
from local.system import System, running
from shared.identity.principal import BUSINESS
from shared.messaging.topology import SERVICES

from .people import Town
from .runbook import Operator
from .test_overload import IN_HAND_MAX, UNDECIDED_MAX

ROOT = Path(__file__).parents[2]
CITIZENS = 60
SMALL = {"UNDECIDED_APPLICATIONS_MAX": str(UNDECIDED_MAX)}


@pytest.fixture(scope="session")
async def folder() -> AsyncIterator[RunFolder]:
    made = RunFolder(ROOT / ".run" / f"recovery-{os.getpid()}")
    yield made
    shutil.rmtree(made.path, ignore_errors=True)


@pytest.fixture(scope="session")
async def host(platform: Workbench) -> VirtualHost:
    """The system's virtual host, which a test may lose with all that is in it."""
    return await platform.create_vhost(queues=True)


@pytest.fixture(scope="session")
async def town(platform: Workbench, folder: RunFolder, host: VirtualHost) -> AsyncIterator[Town]:
    """The system, with citizens who may withdraw."""
    databases = {service: await platform.create_database(service) for service in SERVICES}
    issuer = Issuer("recovery", lifetime_seconds=3600)
    async with issuer.published(), http_client() as client:
        extra = {**SHORT_WAITS, **issuer.environment, **midnight.ENVIRONMENT, **SMALL}
        system = System(folder, host, databases, report=print, extra=extra)
        async with running(system):
            with pytest.MonkeyPatch.context() as environment:
                environment.setenv("EDGE_REQUESTS_IN_HAND", str(IN_HAND_MAX))
                await system.start()
            office = Office(client, system.city, *(issuer.token_for(role) for role in BUSINESS))
            requests = await prepare(office, issuer, CITIZENS)
            yield Town(office, system, requests)


@pytest.fixture(scope="session")
async def operator(platform: Workbench, folder: RunFolder, town: Town) -> Operator:
    """Whoever follows the runbook's steps, with the environment that it names."""
    await asyncio.to_thread(write_operator_environment, folder, town.system, platform.platform)
    return Operator(folder.path)
