"""How every service lives: start, serve, consume, relay, and drain on SIGTERM.

`run(Service(...))` is all that a service's `main` needs. Order of an orderly end: answer /readyz with 503,
stop consuming, finish what is in hand, flush the outbox, close. What cannot finish in
`drain_timeout_seconds`, because the database or the broker is away, is given up: nothing of it was
acknowledged, so it comes again.
"""

import asyncio
import contextlib
import gc
import signal
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic

import uvicorn
import uvloop
from fastapi import APIRouter, FastAPI
from typing_extensions import TypeVar

from shared.base.clock import SystemClock
from shared.base.db import DATABASE_AWAY, open_pool
from shared.base.resilience import attempt, every
from shared.base.settings import ServiceSettings
from shared.base.telemetry import configure_logging, get_logger
from shared.base.tracing import start_tracing
from shared.base.waiting import pause
from shared.http import audit_api, jobs_api
from shared.http.app import make_app
from shared.http.finding import find_routes_quickly
from shared.http.health import Health
from shared.jobs import keeping
from shared.jobs.job import HOUR_SECONDS, Job, Round
from shared.messaging import inbox, journal, relay, subjects
from shared.messaging.broker import Broker, declare
from shared.messaging.consumer import Consumer, consume
from shared.messaging.topology import KNOW_STAFF
from shared.messaging.unit import Context
from shared.operations import audit_chain, months, policies
from shared.operations.parking import keeping as parking
from shared.privacy import retention
from shared.privacy.kept import Kept
from shared.proposals import deadlines, standing
from shared.proposals.operation import Operation
from shared.sealing.personal_data import PersonalData
from shared.sealing.seeking import connection_of

TICK_SECONDS = 1.0
HOUSEKEEPING_SECONDS = 6 * HOUR_SECONDS
FIRST_PARTITIONS_RETRY_SECONDS = 5.0
KEEPING_INBOX = Job(
    "keep-inbox",
    "收件记录和分月表整理",
    lambda _: HOUSEKEEPING_SECONDS,
    HOUSEKEEPING_SECONDS,
    periodic=True,
    after_failure_seconds=FIRST_PARTITIONS_RETRY_SECONDS,
)
GARBAGE_THRESHOLDS = (10_000, 20, 50)
"""A message makes thousands of short-lived objects; cycles among them are few."""

T = TypeVar("T")
S = TypeVar("S", bound=ServiceSettings, default=Any)

Task = Callable[[Context[S], asyncio.Event], Coroutine[Any, Any, None]]
"""Something that runs beside the requests until the event is set."""

log = get_logger()


@dataclass(frozen=True)
class Service(Generic[S]):
    """What makes one service different from another."""

    name: str
    settings: S
    routers: Sequence[APIRouter] = ()
    consumers: Sequence[Consumer] = ()
    tasks: Sequence[Task[S]] = ()
    jobs: Sequence[Job] = ()
    """Of the tasks, those that the clock starts and staff can look at."""
    operations: Sequence[Operation] = ()
    """What takes two people here; each has its row in `proposal_policy`."""
    kept: Sequence[Kept] = ()
    """What is kept of whom and how long; each table has its line."""
    prepare: Callable[[FastAPI], None] | None = None
    """A last word on the application, for example to mount static pages."""


def run(service: Service) -> None:
    """Run until SIGTERM or SIGINT."""
    configure_logging(service.name, service.settings.log_level)
    start_tracing(service.name, service.settings)
    _collect_garbage_rarely()
    uvloop.run(_live(service))


def _collect_garbage_rarely() -> None:
    """What was imported lives as long as the process: it is never looked through again for garbage."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*GARBAGE_THRESHOLDS)
    gc.enable()


def build_app(service: Service, context: Context, health: Health) -> FastAPI:
    """Make the application of a service; tests use it too."""
    app = make_app(service.name, context, health)
    app.state.jobs = jobs_of(service)
    for router in (*service.routers, audit_api.router, jobs_api.router):
        app.include_router(router, prefix=f"/api/{service.name}")
    if service.prepare is not None:
        service.prepare(app)
    find_routes_quickly(app)
    return app


def jobs_of(service: Service) -> tuple[Job, ...]:
    """All that the clock starts in a service, what every service does included."""
    common = (
        *((deadlines.EXPIRING,) if service.operations else ()),
        *((retention.FORGETTING,) if retention.forgets(service.kept) else ()),
        policies.CHECKING,
        audit_chain.SEALING,
        KEEPING_INBOX,
        parking.WATCHING,
    )
    return (*service.jobs, *common)


async def _live(service: Service) -> None:
    settings = service.settings
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)

    pool = await _unless(
        stop, open_pool(settings, service.name, connection_of(service.name, settings))
    )
    if pool is None:
        return
    context = Context(
        service.name,
        settings,
        pool,
        SystemClock(settings.business_clock_offset),
        PersonalData.from_settings(settings),
    )
    context.letters  # noqa: B018  A key that is missing or wrong is found now, not with the first message.
    checks = partial(deadlines.check_policies, context, kinds_of(service))
    await _unless(stop, attempt(checks, patient=True))
    if stop.is_set():
        await pool.close()
        return
    publishing, consuming = (
        Broker(
            settings.broker_url.get_secret_value(),
            f"{service.name} {doing}",
            settings.broker_reconnect_max_seconds,
        )
        for doing in ("publishing", "consuming")
    )
    health = Health(
        checks={"database": _database_check(context), "broker": _broker_check(consuming)}
    )
    relay_stop = asyncio.Event()
    relaying = asyncio.create_task(relay.relay(context, publishing, relay_stop))
    # A service that cannot say anything any more must not live on as if it could.
    relaying.add_done_callback(lambda _: stop.set())
    try:
        drained = await _serve(service, context, consuming, health, stop)
        if drained and not relaying.done():
            await relay.flushed(context, settings.drain_timeout_seconds)
    finally:
        relay_stop.set()
        relaying.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await relaying
        await publishing.close()
        await consuming.close()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(pool.close(), settings.drain_timeout_seconds)


async def _unless(stop: asyncio.Event, starting: Coroutine[Any, Any, T]) -> T | None:
    """Wait for a part of the start, however long the database is away; None when `stop` came first."""
    working = asyncio.create_task(starting)
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if working.done():
        return working.result()
    working.cancel()
    return None


class _Server(uvicorn.Server):
    """uvicorn that wakes once a second instead of ten times, and at once to stop."""

    def __init__(self, stop: asyncio.Event, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._stop = stop

    async def main_loop(self) -> None:
        """Keep the Date header right until it is time to stop."""
        while not await self.on_tick(0):
            await pause(self._stop, TICK_SECONDS)
            if self._stop.is_set():
                self.should_exit = True


async def _serve(
    service: Service, context: Context, broker: Broker, health: Health, stop: asyncio.Event
) -> bool:
    """Serve, consume and run the tasks until `stop`, then let what is in hand finish; False if it did not."""
    settings = service.settings
    app = build_app(service, context, health)
    server = _Server(
        stop,
        uvicorn.Config(
            app,
            host=settings.http_host,
            port=settings.http_port,
            log_config=None,
            access_log=False,
            timeout_graceful_shutdown=int(settings.drain_timeout_seconds),
            proxy_headers=True,
            forwarded_allow_ips=settings.trusted_proxies,
            server_header=False,
            ssl_certfile=settings.http_cert_file,
            ssl_keyfile=str(settings.http_key_file) if settings.http_key_file else None,
        ),
    )
    serving = asyncio.create_task(server._serve())
    patience = asyncio.timeout(None)
    try:
        async with patience, asyncio.TaskGroup() as group:
            group.create_task(
                _leave(server, health, stop, patience, settings.drain_timeout_seconds)
            )
            group.create_task(_prune_journal(context, stop))
            group.create_task(_keep_inbox(context, stop))
            group.create_task(keeping.watch(context, jobs_of(service), stop))
            group.create_task(relay.measure(context, stop))
            group.create_task(audit_chain.keep_sealed(context, stop))
            group.create_task(
                _consume_all(context, broker, with_standing(service.name, service.consumers), stop)
            )
            if service.operations:
                group.create_task(deadlines.watch(context, kinds_of(service), stop))
            group.create_task(
                policies.keep_checked(context, policies.policies_of(service.name), stop)
            )
            group.create_task(retention.keep(context, service.kept, stop))
            for task in service.tasks:
                group.create_task(task(context, stop))
            await _first_of(serving, stop)
    except TimeoutError:
        if not patience.expired():
            raise
        log.warning("left without having finished what was in hand")
    finally:
        stop.set()
        server.should_exit = True
        await serving
    return not patience.expired()


async def _first_of(serving: "asyncio.Task[None]", stop: asyncio.Event) -> None:
    """Wait for the order to stop; a server that ends by itself (port in use) is an error."""
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
    if not stop.is_set():
        stopping.cancel()
        await serving
        raise RuntimeError("the HTTP server ended by itself; is its port in use?")


async def _leave(
    server: uvicorn.Server,
    health: Health,
    stop: asyncio.Event,
    patience: asyncio.Timeout,
    drain_seconds: float,
) -> None:
    await stop.wait()
    health.draining = True
    log.info("draining")
    server.should_exit = True
    patience.reschedule(asyncio.get_running_loop().time() + drain_seconds)


async def _consume_all(
    context: Context, broker: Broker, consumers: Sequence[Consumer], stop: asyncio.Event
) -> None:
    """Declare what this service hears and says, then consume every queue and watch what is parked."""
    while not stop.is_set():
        try:
            await declare(broker, context.service)
            break
        except Exception as error:
            log.warning("could not declare the topology yet", error=repr(error))
            await asyncio.sleep(1)
    async with asyncio.TaskGroup() as group:
        group.create_task(parking.keep(context, broker, stop))
        for consumer in consumers:
            group.create_task(consume(context, broker, consumer, stop))


def kinds_of(service: Service) -> frozenset[str]:
    """What takes two people in a service."""
    return frozenset(operation.kind for operation in service.operations)


def with_standing(service: str, consumers: Sequence[Consumer]) -> Sequence[Consumer]:
    """What a service hears: its own queues, and how the staff who propose there stand."""
    if service not in KNOW_STAFF:
        return consumers
    return (*consumers, standing.consumer_of(service))


async def _prune_journal(context: Context, stop: asyncio.Event) -> None:
    """Delete old files of this process's own journal."""
    folder, days = context.settings.journal_folder, context.settings.journal_keep_days
    if folder is None:
        return

    async def prune() -> None:
        await asyncio.to_thread(journal.prune, folder, days)

    await every(HOUSEKEEPING_SECONDS, prune, stop, name="prune the journal")


async def _keep_inbox(context: Context, stop: asyncio.Event) -> None:
    """Keep the inbox's partitions, the months of large tables, idempotency keys and subjects in order."""

    async def maintain() -> Round:
        await inbox.maintain(context.pool, context.settings.inbox_keep_days)
        await months.make(context.pool)
        await subjects.forget_silent(context.pool, context.settings.subject_keep_days)
        return Round("整理收件记录、分月表和幂等记录")

    await keeping.keep_alone(context, KEEPING_INBOX, maintain, stop)


def _database_check(context: Context) -> Callable[[], Awaitable[bool]]:
    async def check() -> bool:
        try:
            async with asyncio.timeout(2):
                return bool(await context.pool.fetchval("SELECT 1"))
        except DATABASE_AWAY:
            return False

    return check


def _broker_check(broker: Broker) -> Callable[[], Awaitable[bool]]:
    async def check() -> bool:
        return broker.connected

    return check
