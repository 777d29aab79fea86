"""The whole system on private servers, with a proxy on every link between two neighbours."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from tests.support import midnight
from tests.support.issuer import Issuer
from tests.support.workbench import Workbench

from local.addresses import City
from local.broker import VirtualHost
from local.databases import ServiceDatabase
from local.folder import RunFolder
from local.processes import python
from local.readiness import answers
from local.supervisor import Part, Report, Supervisor
from local.system import System, running
from shared.messaging.definitions import OPERATOR
from shared.messaging.topology import RETRY_STAGES_MS, SERVICES

from .plan import LINKS
from .proxy import Link
from .servers import Servers, servers_on
from .tap import open_tap

TOKENS_LIVE_SECONDS = 4 * 3600
WAITS = {
    "BANK_CONNECT_TIMEOUT_SECONDS": "1",
    "BANK_REQUEST_TIMEOUT_SECONDS": "2",
    "BANK_RECORD_TIMEOUT_SECONDS": "1",
    "BANK_REQUEST_LIFE_SECONDS": "3",
    "BANK_PAUSE_MAX_SECONDS": "1",
    "ASK_FIRST_SECONDS": "0.3",
    "ASK_MAX_SECONDS": "2",
    "NOTIFICATIONS_WAIT_SECONDS": "5",
    "SMPP_RESPONSE_TIMEOUT_SECONDS": "2",
    "CMPP_RESPONSE_TIMEOUT_SECONDS": "2",
    "SMPP_RECONNECT_MAX_SECONDS": "1",
    "SMPP_ENQUIRE_LINK_SECONDS": "2",
    "TEXT_CLAIM_SECONDS": "5",
    "TEXT_AGAIN_SECONDS": "2",
    "TEXT_VALIDITY_SECONDS": "20",
    "TEXT_RECEIPT_SLACK_SECONDS": "2",
    "TEXT_RECEIPT_WAIT_SECONDS": "5",
    "BROKER_RECONNECT_MAX_SECONDS": "1",
    "STATEMENT_TIMEOUT_SECONDS": "6",
    "SWEEP_EVERY_SECONDS": "1",
    "RECONCILE_AFTER_MINUTES": "0",
    "RECONCILE_POLL_SECONDS": "1",
    "DAY_POLL_SECONDS": "1",
    "REGISTERS_TIMEOUT_SECONDS": "2",
    "GATHER_LEASE_SECONDS": "8",
    "GATHER_PAUSE_MAX_SECONDS": "1",
    "PLATFORM_ANSWER_SECONDS": "1.5",
    "PLATFORM_REST_SECONDS": "0.5",
    "PLATFORM_PROBE_SECONDS": "2",
    "DISPATCH_POLL_SECONDS": "0.3",
    "DISPATCH_PAUSE_MAX_SECONDS": "1",
    "PROGRESS_ASK_SECONDS": "2",
    "LETTERSIM_ANSWER_AFTER_SECONDS": "0.5",
    "LETTERSIM_PUSH_SECONDS": "1",
}
"""What services wait for when a neighbour is silent: seconds here, minutes in production."""

RETRIES_MS = (300, 1_000, 2_000)
"""How long messages rest in the retry stages, by a policy over the usual one."""


@dataclass(frozen=True)
class Stage:
    """Where a run happens."""

    folder: RunFolder
    servers: Servers
    system: System
    links: Mapping[str, Link]
    issuer: Issuer
    databases: Mapping[str, ServiceDatabase]
    vhost: VirtualHost
    instances: Mapping[str, Sequence[str]]
    """The addresses of each service's instances."""

    @property
    def city(self) -> City:
        """As the run itself sees it: nothing stands between."""
        return self.system.city

    @property
    def street(self) -> City:
        """As citizens and staff see it: through a link that breaks."""
        return replace(self.city, edge_url=f"http://127.0.0.1:{self.links['citizens-edge'].port}")


@dataclass(frozen=True)
class LinkedVirtualHost(VirtualHost):
    """A virtual host that each service reaches through a link of its own."""

    links: Mapping[str, Link] | None = None

    def url(self, service: str) -> str:
        """Return the AMQP URL; the operator's is direct."""
        direct = super().url(service)
        if service not in SERVICES or self.links is None:
            return direct
        return self.links[f"{service}-rabbitmq"].leads_to(direct)


@asynccontextmanager
async def staged(
    folder: RunFolder, report: Report, *, twice: bool, waits: Mapping[str, str] = WAITS
) -> AsyncIterator[Stage]:
    """Start everything, every service twice if asked; stop it when the block is left.

    Without `waits`, everybody waits as long as in production.
    """
    async with AsyncExitStack() as stack:
        links = {name: await stack.enter_async_context(Link(name).opened()) for name in LINKS}
        issuer = Issuer("chaos", TOKENS_LIVE_SECONDS)
        await stack.enter_async_context(issuer.published())
        servers = await stack.enter_async_context(servers_on(folder))
        workbench = Workbench(servers.platform, folder)
        await workbench.open()
        databases = {service: await workbench.create_database(service) for service in SERVICES}
        vhost = await workbench.create_vhost(queues=True)
        if waits:
            await _retry_soon(vhost)
        system = _linked_system(
            folder,
            links,
            databases,
            vhost,
            report=report,
            extra={**waits, **issuer.environment, **midnight.ENVIRONMENT},
        )
        await stack.enter_async_context(running(system))
        await open_tap(vhost.url(OPERATOR))
        await system.start_simulators()
        await system.start_services()
        await system.start_edge()
        instances = {name: [url] for name, url in system.city.service_urls.items()}
        if twice:
            second = await stack.enter_async_context(second_instances(system, folder, report))
            instances = {name: [*urls, second[name]] for name, urls in instances.items()}
        links["citizens-edge"].target_port = urlsplit(system.city.edge_url).port or 0
        yield Stage(folder, servers, system, links, issuer, databases, vhost, instances)


def _linked_system(
    folder: RunFolder,
    links: Mapping[str, Link],
    databases: Mapping[str, ServiceDatabase],
    vhost: VirtualHost,
    *,
    report: Report,
    extra: Mapping[str, str],
) -> System:
    bank, smsc = links["settlement-bank"], links["notifications-smsc"]
    registers, platform = links["withdrawals-registers"], links["transfers-letters"]
    system = System(
        folder,
        LinkedVirtualHost(vhost.server, vhost.name, vhost.user_prefix, links),
        {
            service: replace(database, url=links[f"{service}-postgres"].leads_to(database.url))
            for service, database in databases.items()
        },
        report=report,
        extra={
            **extra,
            "BANK_URL": f"https://localhost:{bank.port}",
            "SMPP_PORT": str(smsc.port),
            "REGISTERS_URL": f"http://127.0.0.1:{registers.port}",
            "PLATFORM_PORT": str(platform.port),
        },
        edge_finds={service: links[f"edge-{service}"].port for service in SERVICES},
    )
    for service, port in system.environments.ports.services.items():
        links[f"edge-{service}"].target_port = port
    bank.target_port = system.environments.ports.bank
    smsc.target_port = system.environments.ports.smpp
    registers.target_port = system.environments.ports.registers
    platform.target_port = system.environments.ports.letters
    return system


@asynccontextmanager
async def second_instances(
    system: System, folder: RunFolder, report: Report
) -> AsyncIterator[Mapping[str, str]]:
    """Run every service once more beside the first, as in production; nobody kills these.

    Gives their addresses.
    """
    supervisor = Supervisor(folder, report)
    parts, addresses = [], {}
    for service in SERVICES:
        port = folder.port(f"{service}_second")
        environment = {**system.environments.service(service), "HTTP_PORT": str(port)}
        command = python(f"{service}-second", service, environment)
        addresses[service] = f"http://127.0.0.1:{port}"
        parts.append(Part(command, answers(f"{addresses[service]}/readyz")))
    try:
        await supervisor.start(parts)
        yield addresses
    finally:
        await supervisor.stop(list(supervisor.parts))


async def _retry_soon(vhost: VirtualHost) -> None:
    async with vhost.server.management() as client:
        for stage in range(1, len(RETRY_STAGES_MS) + 1):
            answer = await client.put(
                f"/api/policies/{vhost.name}/soon-{stage}",
                json={
                    "pattern": rf"\.retry\.{stage}$",
                    "apply-to": "queues",
                    "priority": 2,
                    "definition": {"message-ttl": RETRIES_MS[stage - 1]},
                },
            )
            answer.raise_for_status()
