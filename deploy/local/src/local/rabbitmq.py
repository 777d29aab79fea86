"""RabbitMQ: the broker given by URL, else one in Docker, else a private node from Debian's package.

The private node runs the package's unwrapped server script with a node name, data, log, configuration, ports
and an epmd of its own: neither a system service nor a user of the package is needed or touched.
"""

import asyncio
import shutil
import ssl
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import parse_qs, quote, unquote, urlsplit, urlunsplit

import httpx

from local.certificates import IN_CLEAR, Certificates
from local.errors import CannotStart
from local.folder import LOOPBACK, RunFolder
from local.processes import Command, Running, start

SCRIPTS = Path("/usr/lib/rabbitmq/bin")
NODE = "provident-fund@localhost"
ADMIN = "admin"
READY_SECONDS = 120.0
WAL_MAX_BYTES = 64 * 1024 * 1024
"""Smaller than the default of 512 MB: a node of one machine starts faster and needs less memory."""

ERLANG = "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"
"""Where the script is told what Erlang itself is to do."""
NEEDED_FEATURES = ("quorum_queue", "stream_queue")
"""Quorum queues, and the stream protocol that at-least-once dead lettering rests on (RabbitMQ 3.10)."""


@dataclass(frozen=True)
class RabbitServer:
    """A broker, as its administrator sees it."""

    url: str
    """amqp://admin:password@host:port."""
    management_url: str
    """http://admin:password@host:port."""
    origin: str
    metrics_url: str | None = None
    """Where Prometheus reads, if the plugin is on; no password is asked."""
    authority: Path | None = None
    """Whom the management API is believed by, where it speaks TLS under a private authority."""
    peers: tuple[str, ...] = ()
    """host:port of the other nodes of its cluster, where services find it as well."""
    used_before: bool = False
    """Whether it has its users from an earlier start: services may knock until it is up."""

    @property
    def admin_password(self) -> str:
        """From the URL; users' passwords are derived from it."""
        return unquote(urlsplit(self.url).password or "")

    @property
    def dashboard(self) -> str:
        """The dashboard's address, without credentials."""
        parts = urlsplit(self.management_url)
        return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], "/", "", ""))

    def url_of(self, vhost: str, user: str, password: str) -> str:
        """Return the AMQP URL of a user in a virtual host: of each node, by blanks."""
        parts = urlsplit(self.url)
        login, path = (
            f"{quote(user, safe='')}:{quote(password, safe='')}",
            f"/{quote(vhost, safe='')}",
        )
        hosts = (parts.netloc.rpartition("@")[2], *self.peers)
        return " ".join(
            urlunsplit((parts.scheme, f"{login}@{host}", path, parts.query, "")) for host in hosts
        )

    def management(self) -> httpx.AsyncClient:
        """Open a client of the management API."""
        parts = urlsplit(self.management_url)
        return httpx.AsyncClient(
            base_url=f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}",
            auth=(unquote(parts.username or "guest"), unquote(parts.password or "guest")),
            timeout=60,
            trust_env=False,
            verify=ssl.create_default_context(cafile=self.authority)
            if parts.scheme == "https"
            else IN_CLEAR,
        )


def management_url_for(broker_url: str) -> str:
    """Guess the management address of a given broker: same host and user, port 15672."""
    parts = urlsplit(broker_url)
    user = parts.netloc.rpartition("@")[0] or "guest:guest"
    return f"http://{user}@{parts.hostname}:15672"


def authority_of(broker_url: str) -> Path | None:
    """Whom a given broker is believed by: the file that its address names (`?cafile=`)."""
    named = parse_qs(urlsplit(broker_url).query).get("cafile")
    return Path(named[0]) if named else None


async def wait_until_ready(server: RabbitServer, running: Running | None = None) -> None:
    """Wait until the management API answers, then see to the feature flags."""
    try:
        async with asyncio.timeout(READY_SECONDS), server.management() as client:
            while not await _answers(client):
                if running is not None and not running.alive:
                    raise CannotStart("RabbitMQ ended while starting; see logs/rabbitmq.log.")
                await asyncio.sleep(0.1)
            await _enable_features(client)
    except TimeoutError:
        raise CannotStart(
            f"The management API of RabbitMQ at {server.dashboard} did not answer in {READY_SECONDS:.0f} s."
        ) from None


async def _answers(client: httpx.AsyncClient) -> bool:
    try:
        answer = await client.get("/api/health/checks/virtual-hosts")
    except httpx.TransportError:
        return False
    if answer.status_code == 401:
        raise CannotStart("RabbitMQ's management API refused the user name or the password.")
    return answer.is_success


async def _enable_features(client: httpx.AsyncClient) -> None:
    flags = (await client.get("/api/feature-flags")).raise_for_status().json()
    for flag in flags:
        if flag["name"] in NEEDED_FEATURES and flag["state"] == "disabled":
            answer = await client.put(
                f"/api/feature-flags/{flag['name']}/enable", json={"name": flag["name"]}
            )
            answer.raise_for_status()


async def with_metrics(server: RabbitServer) -> RabbitServer:
    """Find out where a given broker's metrics are."""
    async with server.management() as client:
        overview = (await client.get("/api/overview")).raise_for_status().json()
    host = urlsplit(server.management_url).hostname
    for listener in overview["listeners"]:
        if listener["protocol"] == "http/prometheus":
            return replace(server, metrics_url=f"http://{host}:{listener['port']}")
    return server


async def start_private(
    folder: RunFolder, tls: Certificates | None = None, *, one_core: bool = False
) -> tuple[RabbitServer, list[Running]]:
    """Start a node as `begin_private` does, and wait until it is ready."""
    server, started = await begin_private(folder, tls, one_core=one_core)
    try:
        await wait_until_ready(server, started[-1])
    except BaseException:
        for running in reversed(started):
            await running.stop()
        raise
    return server, started


async def begin_private(
    folder: RunFolder, tls: Certificates | None = None, *, one_core: bool = False
) -> tuple[RabbitServer, list[Running]]:
    """Start a node, and the epmd it needs, on a folder and on ports of our own; by TLS only, if wanted.

    On one core it does the same with a third less of processor time, and no faster than that core.
    """
    script = SCRIPTS / "rabbitmq-server"
    epmd = shutil.which("epmd")
    if not script.exists() or epmd is None:
        raise CannotStart(
            "RabbitMQ is not installed: run `make install`, install the package rabbitmq-server, "
            "or give BROKER_URL."
        )
    home = folder.make("rabbitmq", mode=0o700)
    used_before = (home / "data").exists()
    password = folder.secret("rabbitmq_admin")
    ports = {
        name: folder.port(f"rabbitmq_{name}")
        for name in ("amqp", "management", "prometheus", "distribution", "epmd")
    }
    (home / "rabbitmq.conf").write_text(configuration(ports, password, tls), encoding="utf-8")
    (home / "rabbitmq.conf").chmod(0o600)
    (home / "enabled_plugins").write_text(
        "[rabbitmq_management,rabbitmq_prometheus].\n", encoding="utf-8"
    )
    environment = environment_of(home, folder.logs, ports)
    if one_core:
        environment[ERLANG] += " +S 1:1"
    mapper = await start(
        folder,
        Command("epmd", [epmd, "-port", str(ports["epmd"]), "-address", LOOPBACK], environment),
    )
    node = await start(folder, Command("rabbitmq", [str(script)], environment))
    server = _server(ports, f"{ADMIN}:{password}@{LOOPBACK}", tls)
    return replace(server, used_before=used_before), [mapper, node]


def _server(ports: dict[str, int], login: str, tls: Certificates | None) -> RabbitServer:
    amqp, management = f"{login}:{ports['amqp']}", f"{login}:{ports['management']}"
    origin = f"a private node on port {ports['amqp']}"
    metrics = f"http://{LOOPBACK}:{ports['prometheus']}"
    if tls is None:
        return RabbitServer(f"amqp://{amqp}", f"http://{management}", origin, metrics)
    trusted = f"?cafile={quote(str(tls.authority), safe='')}"
    return RabbitServer(
        f"amqps://{amqp}{trusted}", f"https://{management}", origin, metrics, tls.authority
    )


def _listeners(ports: dict[str, int], tls: Certificates | None) -> str:
    if tls is None:
        return f"""\
listeners.tcp.1 = {LOOPBACK}:{ports["amqp"]}
management.tcp.ip = {LOOPBACK}
management.tcp.port = {ports["management"]}
"""
    pair = tls.servers["rabbitmq"]
    return f"""\
listeners.tcp = none
listeners.ssl.1 = {LOOPBACK}:{ports["amqp"]}
ssl_options.cacertfile = {tls.authority}
ssl_options.certfile = {pair.certificate}
ssl_options.keyfile = {pair.key}
ssl_options.verify = verify_none
ssl_options.fail_if_no_peer_cert = false
ssl_options.versions.1 = tlsv1.3
ssl_options.versions.2 = tlsv1.2
management.ssl.ip = {LOOPBACK}
management.ssl.port = {ports["management"]}
management.ssl.cacertfile = {tls.authority}
management.ssl.certfile = {pair.certificate}
management.ssl.keyfile = {pair.key}
"""


def configuration(ports: dict[str, int], password: str, tls: Certificates | None) -> str:
    """The settings of a node of one machine: its listeners, its administrator, its bounds."""
    return f"""\
{_listeners(ports, tls)}\
prometheus.tcp.ip = {LOOPBACK}
prometheus.tcp.port = {ports["prometheus"]}
default_user = {ADMIN}
default_pass = {password}
default_user_tags.administrator = true
raft.wal_max_size_bytes = {WAL_MAX_BYTES}
disk_free_limit.absolute = 200MB
log.console = true
log.console.level = info
log.file = false
"""


def environment_of(
    home: Path, logs: Path, ports: dict[str, int], node: str = NODE
) -> dict[str, str]:
    """What the package's server script is told of a node: everything it has is its own."""
    return {
        "HOME": str(home),
        "RABBITMQ_NODENAME": node,
        "RABBITMQ_CONF_ENV_FILE": str(home / "rabbitmq-env.conf"),
        "RABBITMQ_CONFIG_FILE": str(home / "rabbitmq.conf"),
        "RABBITMQ_ADVANCED_CONFIG_FILE": str(home / "advanced.config"),
        "RABBITMQ_GENERATED_CONFIG_DIR": str(home / "generated"),
        "RABBITMQ_ENABLED_PLUGINS_FILE": str(home / "enabled_plugins"),
        "RABBITMQ_MNESIA_BASE": str(home / "data"),
        "RABBITMQ_LOG_BASE": str(logs),
        "RABBITMQ_PID_FILE": str(home / "node.pid"),
        "RABBITMQ_DIST_PORT": str(ports["distribution"]),
        # Who has nothing to do sleeps at once instead of spinning: the cores are shared with everything else.
        ERLANG: "-kernel inet_dist_use_interface {127,0,0,1} "
        "+sbwt none +sbwtdcpu none +sbwtdio none",
        "ERL_EPMD_PORT": str(ports["epmd"]),
        "ERL_EPMD_ADDRESS": LOOPBACK,
        "ERL_CRASH_DUMP_SECONDS": "0",
        # Makes the script become the server instead of staying its parent: signals reach the server.
        "RUNNING_UNDER_SYSTEMD": "true",
    }
