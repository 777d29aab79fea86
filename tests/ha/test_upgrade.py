"""A city upgrades and goes back without a stop: two releases share the schema and the broker."""

import asyncio
import itertools
import os
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

import pytest
from tests.bench.citizens import Office, prepare
from tests.conftest import SHORT_WAITS
from tests.migration.expanding import recorded
from tests.recovery.people import Town
from tests.support import midnight
from tests.support.issuer import Issuer
from tests.support.places import ROOT
from tests.support.waiting import until
from tests.support.workbench import Workbench

from backup.restored import shell
from city.clients import http_client
from local.databases import ServiceDatabase
from local.folder import RunFolder
from local.launch import write_operator_environment
from local.system import System, running
from shared.base import migrate
from shared.identity.principal import BUSINESS
from shared.messaging.topology import SERVICES

from . import crowd
from .beside import Beside, Release, edge

pytestmark = pytest.mark.timeout(600)
"""With the start of the whole system, on a busy machine."""

CITIZENS = 300
EVERY_SECONDS = 0.5
STEP_SECONDS = 6.0
UNPROVED = {"MESSAGE_UNPROVED": "true"}
"""What the release before tells proves nothing yet (ADR 68)."""
GAP_MAX_SECONDS = 15.0
LAST_SECONDS = 90.0


@dataclass
class Ground:
    """A city that has the release before, and what this one brings."""

    folder: RunFolder
    system: System
    before: Beside
    databases: dict[str, ServiceDatabase]
    town: Town


@pytest.fixture
async def ground(platform: Workbench) -> AsyncIterator[Ground]:
    folder = RunFolder(ROOT / ".run" / f"ha-upgrade-{os.getpid()}")
    folder.make()
    issuer = Issuer("upgrade", lifetime_seconds=3_600)
    try:
        release = Release(folder, recorded()["commit"])
        databases = {name: await platform.create_empty_database(name) for name in SERVICES}
        await asyncio.gather(*map(release.migrate, databases.values()))
        host = await platform.create_vhost(queues=True)
        async with issuer.published(), http_client() as client:
            extra = SHORT_WAITS | issuer.environment | midnight.ENVIRONMENT | UNPROVED
            system = System(folder, host, databases, report=print, extra=extra)
            before = Beside(system, folder, release)
            async with running(system), edge(folder, system, before) as street:
                try:
                    await system.start_simulators()
                    await before.start()
                    city = replace(system.city, service_urls=dict.fromkeys(SERVICES, street))
                    office = Office(client, city, *(issuer.token_for(role) for role in BUSINESS))
                    requests = await prepare(office, issuer, CITIZENS, cards_kept=True)
                    await asyncio.to_thread(
                        write_operator_environment, folder, system, platform.platform
                    )
                    yield Ground(folder, system, before, databases, Town(office, system, requests))
                finally:
                    await before.stop()
    finally:
        shutil.rmtree(folder.path, ignore_errors=True)


async def test_a_city_upgrades_goes_back_and_upgrades_again_while_people_withdraw(
    ground: Ground,
) -> None:
    system, town = ground.system, ground.town
    async with crowd.watched(town) as seen:
        async with crowd.applying(town, EVERY_SECONDS) as people:
            await asyncio.sleep(STEP_SECONDS)
            # The new schema, under the services of the release before.
            await asyncio.gather(
                *(migrate.apply(one.owner_url, name) for name, one in ground.databases.items())
            )
            await asyncio.sleep(STEP_SECONDS)
            await system.start_services()
            await asyncio.sleep(STEP_SECONDS)
            await ground.before.stop()
            await asyncio.sleep(STEP_SECONDS)
            # Back: the schema stays.
            await ground.before.start()
            for service in SERVICES:
                await system.halt(service)
            await asyncio.sleep(STEP_SECONDS)
            await asyncio.gather(*map(system.bring_back, SERVICES))
            await ground.before.stop()
            await asyncio.sleep(STEP_SECONDS)
        everybody = await people.accepted()
        await until(lambda: crowd.all_paid(town, everybody), LAST_SECONDS)
    silence = max(later - earlier for earlier, later in itertools.pairwise(seen))
    print(f"{len(everybody)} paid, longest silence {silence:.1f} s, tries {max(people.tries)}")
    await town.paid_once(everybody)
    await crowd.books_agree(ground.folder, f"{midnight.CLOCK.today():%Y-%m-%d}")
    assert await shell("ops parked list", ground.folder.path / "operator.env") == ""
    assert silence < GAP_MAX_SECONDS
    assert max(people.tries) <= 2
