"""Of two instances of each service one is killed, and comes back: nobody sees more than a retry."""

import asyncio
import contextlib
import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, replace

import httpx
import pytest
from tests.bench.citizens import Office, prepare
from tests.conftest import SHORT_WAITS
from tests.recovery.people import Town
from tests.support import midnight
from tests.support.issuer import Issuer
from tests.support.places import ROOT
from tests.support.waiting import until
from tests.support.workbench import Workbench

from city.clients import http_client
from local.folder import RunFolder
from local.launch import write_operator_environment
from local.system import System, running
from shared.identity.principal import BUSINESS
from shared.messaging.topology import SERVICES

from . import crowd
from .beside import Beside, edge

pytestmark = pytest.mark.timeout(600)
"""With the start of the whole system, on a busy machine."""

CITIZENS = 150
EVERY_SECONDS = 0.25
CALM_SECONDS = 2.0
BACK_SECONDS = 4.0
"""After 2 s nginx tries an instance again that it could not reach."""
LAST_SECONDS = 90.0


@dataclass
class Ground:
    """The whole system, each service twice, behind one edge."""

    folder: RunFolder
    system: System
    beside: Beside
    town: Town
    client: httpx.AsyncClient


@pytest.fixture
async def ground(platform: Workbench) -> AsyncIterator[Ground]:
    folder = RunFolder(ROOT / ".run" / f"ha-instances-{os.getpid()}")
    folder.make()
    issuer = Issuer("instances", lifetime_seconds=3_600)
    try:
        databases = {name: await platform.create_database(name) for name in SERVICES}
        host = await platform.create_vhost(queues=True)
        async with issuer.published(), http_client() as client:
            extra = SHORT_WAITS | issuer.environment | midnight.ENVIRONMENT
            system = System(folder, host, databases, report=print, extra=extra)
            beside = Beside(system, folder)
            async with running(system), edge(folder, system, beside) as street:
                try:
                    await system.start_simulators()
                    await system.start_services()
                    await beside.start()
                    city = replace(system.city, service_urls=dict.fromkeys(SERVICES, street))
                    office = Office(client, city, *(issuer.token_for(role) for role in BUSINESS))
                    requests = await prepare(office, issuer, CITIZENS, cards_kept=True)
                    await asyncio.to_thread(
                        write_operator_environment, folder, system, platform.platform
                    )
                    yield Ground(folder, system, beside, Town(office, system, requests), client)
                finally:
                    await beside.stop()
    finally:
        shutil.rmtree(folder.path, ignore_errors=True)


async def test_one_of_two_instances_of_each_service_is_killed_and_then_the_other(
    ground: Ground,
) -> None:
    town, system = ground.town, ground.system
    looking = asyncio.create_task(asked_again_and_again(ground))
    async with crowd.applying(town, EVERY_SECONDS) as people:
        await asyncio.sleep(CALM_SECONDS)
        await one_after_another(system.kill)
        await asyncio.sleep(CALM_SECONDS)
        await asyncio.gather(*map(system.bring_back, SERVICES))
        await asyncio.sleep(BACK_SECONDS)
        # Found again: now they are the only ones.
        await one_after_another(ground.beside.kill)
        await asyncio.sleep(CALM_SECONDS)
    everybody = await people.accepted()
    looking.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await looking
    await until(lambda: crowd.all_paid(town, everybody), LAST_SECONDS)
    await town.paid_once(everybody)
    await crowd.books_agree(ground.folder, f"{midnight.CLOCK.today():%Y-%m-%d}")
    again = sum(tries > 1 for tries in people.tries)
    print(f"{len(everybody)} applied, {again} of them twice")
    assert max(people.tries) <= 2


async def one_after_another(kill: Callable[[str], Awaitable[None]]) -> None:
    for service in SERVICES:
        await kill(service)
        await asyncio.sleep(0.1)


async def asked_again_and_again(ground: Ground) -> None:
    """Who only asks is always answered: the edge itself asks the other instance."""
    urls = ground.town.office.city.service_urls
    paths = (
        "/.well-known/jwks.json",
        "/api/withdrawals/types",
        "/api/portal/guides",
    )
    while True:
        for path in paths:
            answer = await ground.client.get(f"{urls['gateway']}{path}")
            assert answer.status_code < 500, (path, answer.status_code)
        await asyncio.sleep(0.1)
