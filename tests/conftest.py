"""Fixtures on real servers: PostgreSQL and RabbitMQ as `make run` provides them.

With POSTGRES_URL and BROKER_URL (and BROKER_MANAGEMENT_URL) given, those servers are used; else Docker, else
private instances for this session alone. A session has databases and virtual hosts of its own.
"""

import gc
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import hypothesis
import pytest
import structlog
from tests.support import midnight
from tests.support.issuer import Issuer
from tests.support.places import folder_for_a_session
from tests.support.workbench import Workbench
from xdist.scheduler import LoadFileScheduling

from local.broker import VirtualHost
from local.databases import ServiceDatabase
from local.folder import RunFolder
from local.platform import provided
from local.system import System, running
from shared.base.clock import Clock, FixedClock
from shared.base.db import open_pool
from shared.base.settings import ServiceSettings
from shared.messaging.topology import SERVICES
from shared.messaging.unit import Context
from shared.sealing.personal_data import PersonalData
from shared.sealing.seeking import connection_of
from shared.service import GARBAGE_THRESHOLDS
from tools.spans import Collector, collecting

# The default shows every local variable of every frame of an error, which takes seconds.
structlog.configure(
    processors=[
        structlog.processors.add_log_level,
        structlog.processors.format_exc_info,
        structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback),
    ]
)

# As the services do: a session's fixtures and examples live long, and cycles among what dies are few.
gc.set_threshold(*GARBAGE_THRESHOLDS)

# How long an example takes says something about the machine, nothing about the code.
hypothesis.settings.register_profile("suite", parent=hypothesis.settings(), deadline=None)
hypothesis.settings.load_profile("suite")

SHORT_WAITS = {
    "BANK_CONNECT_TIMEOUT_SECONDS": "1",
    "BANK_REQUEST_TIMEOUT_SECONDS": "2",
    "BANK_RECORD_TIMEOUT_SECONDS": "1",
    "BANK_REQUEST_LIFE_SECONDS": "3",
    "BANK_PAUSE_MAX_SECONDS": "1",
    "ASK_FIRST_SECONDS": "0.3",
    "ASK_MAX_SECONDS": "1",
    "SMPP_RESPONSE_TIMEOUT_SECONDS": "2",
    "CMPP_RESPONSE_TIMEOUT_SECONDS": "2",
    "SMPP_RECONNECT_MAX_SECONDS": "1",
    "TEXT_CLAIM_SECONDS": "4",
    "TEXT_AGAIN_SECONDS": "0.5",
    "BROKER_RECONNECT_MAX_SECONDS": "1",
    "ACCESS_TOKEN_SECONDS": "3600",
    "DAY_POLL_SECONDS": "1",
    "PLATFORM_ANSWER_SECONDS": "2",
    "SESSIONS_MAX": "1000",
    "CONFIRMATIONS_PER_HOUR": "1000",
}
"""Seconds for a silent neighbour here, minutes in production; a login holds for the whole session."""

CITIES = {"hall": "system", "flows": "system", "recovery": "town"}
"""Folders whose files share a city of their own, whose start costs a minute, and the fixture that it is."""
LONGEST_FIRST = ("hall", "flows", "chaos", "recovery", "security", "integration")
"""What workers begin with, so that none is left alone with minutes of work: the cities cannot be divided."""

collect_ignore = [name for name in ("ha", "containers") if not os.environ.get(name.upper())]
"""Minutes each, with `make ha` and `make containers`."""

DatabaseFactory = Callable[[str], Awaitable[ServiceDatabase]]
ContextFactory = Callable[..., Awaitable[Context]]


class WholeCities(LoadFileScheduling):
    """Whole files to each worker, and all files that share a city to one."""

    def _split_scope(self, nodeid: str) -> str:
        folder = _folder(nodeid)
        return folder if folder in CITIES else super()._split_scope(nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> WholeCities:
    """Who works on what, where there are several workers."""
    return WholeCities(config, log)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where there are several workers, the longest work first."""
    if hasattr(config, "workerinput"):
        items.sort(key=_turn)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """End a city with its last test: one that idles until the session ends costs a core's fifth."""
    yield
    city = CITIES.get(_folder(item.nodeid))
    if city is not None and (nextitem is None or CITIES.get(_folder(nextitem.nodeid)) != city):
        request = item._request  # type: ignore[attr-defined]
        for fixture in request._fixturemanager.getfixturedefs(city, item):
            fixture.finish(request)


def _folder(nodeid: str) -> str:
    return nodeid.split("/")[1] if nodeid.startswith("tests/") else ""


def _turn(item: pytest.Item) -> int:
    folder = _folder(item.nodeid)
    return LONGEST_FIRST.index(folder) if folder in LONGEST_FIRST else len(LONGEST_FIRST)


@pytest.fixture(scope="session")
async def platform() -> AsyncIterator[Workbench]:
    """The servers, with this session's own corner on them."""
    with folder_for_a_session() as path:
        folder = RunFolder(path)
        async with provided(folder, throwaway=True, durable=False) as servers:
            workbench = Workbench(servers, folder)
            await workbench.open()
            try:
                yield workbench
            finally:
                await workbench.close()


@pytest.fixture(scope="session")
async def keys() -> AsyncIterator[Issuer]:
    """Whose tokens services believe that are told so: `settings(..., jwks_url=keys.jwks_url)`."""
    made = Issuer()
    async with made.published():
        yield made


@pytest.fixture(scope="session")
def collector() -> Iterator[Collector]:
    """Receives the spans of every service of `system`."""
    with collecting() as made:
        yield made


@pytest.fixture(scope="session")
async def system(platform: Workbench, collector: Collector) -> AsyncIterator[System]:
    """Every service, both simulators and the edge as processes of their own, on this session's servers.

    `system.city` has the addresses; `await system.kill("accounts")`, `bring_back`, `restart`.
    """
    databases = {service: await platform.create_database(service) for service in SERVICES}
    vhost = await platform.create_vhost(queues=True)
    made = System(
        platform.folder,
        vhost,
        databases,
        report=print,
        extra=SHORT_WAITS | collector.environment | midnight.ENVIRONMENT,
    )
    async with running(made):
        await made.start()
        yield made
    await platform.drop_vhost(vhost)
    for database in databases.values():
        await platform.drop_database(database)


@pytest.fixture
async def service_database(platform: Workbench) -> AsyncIterator[DatabaseFactory]:
    """Make fresh, migrated databases: `database = await service_database("accounts")`."""
    made: list[ServiceDatabase] = []

    async def make(service: str) -> ServiceDatabase:
        made.append(await platform.create_database(service))
        return made[-1]

    yield make
    for database in made:
        await platform.drop_database(database)


@pytest.fixture
async def vhost(platform: Workbench) -> AsyncIterator[VirtualHost]:
    """A virtual host with all exchanges and users, and no queue yet."""
    made = await platform.create_vhost()
    yield made
    await platform.drop_vhost(made)


@pytest.fixture
async def service_context(
    platform: Workbench, service_database: DatabaseFactory
) -> AsyncIterator[ContextFactory]:
    """Make what a running service has, on a fresh database:

    `context = await service_context("accounts", Settings, clock=FixedClock(...), some_setting=1)`.
    """
    opened: list[Context] = []

    async def make(
        service: str,
        settings_type: type[ServiceSettings] = ServiceSettings,
        *,
        clock: Clock | None = None,
        vhost: VirtualHost | None = None,
        **values: Any,
    ) -> Context:
        database = await service_database(service)
        settings = settings_type(**platform.settings(database, vhost, **values))
        context = Context(
            service,
            settings,
            await open_pool(settings, f"test {service}", connection_of(service, settings)),
            clock or FixedClock(datetime(2026, 3, 2, 1, 0, tzinfo=UTC)),
            PersonalData.from_settings(settings),
        )
        opened.append(context)
        return context

    yield make
    for context in opened:
        await context.pool.close()
