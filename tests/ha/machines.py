"""Three machines of the database as plain processes, configured by deploy/patroni as a city's are.

What differs: addresses, and nobody speaks TLS, which the wheel's PostgreSQL cannot, or all do, by Debian's.
"""

import asyncio
import secrets
import shutil
import signal
import ssl
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import psutil
from tests.chaos.proxy import Link
from tests.support.waiting import until

from local.certificates import IN_CLEAR
from local.folder import LOOPBACK, RunFolder
from local.postgres import (
    ADMIN,
    PostgresServer,
    become_unprivileged,
    take_over,
    wait_until_ready,
)
from local.processes import Command, Running, start

from . import configured, hardware
from .certificates import AUTHORITY, Authority

PATRONI_PYTHON = Path(sys.prefix) / "patroni" / "bin" / "python"
COUNT = 3
FORMED_SECONDS = 120.0
LONG_SECONDS = 3_600.0
PARTS = ("etcd", "peer", "postgres", "rest")
DISK = "disk"
DATA = f"{DISK}/data"


@dataclass
class Machine:
    """One of the three: etcd, Patroni and the PostgreSQL that Patroni starts."""

    name: str
    folder: RunFolder
    home: Path
    ports: Mapping[str, int]
    commands: list[Command]
    links: Mapping[str, Link]
    """By which it reaches each etcd, and the others its PostgreSQL and Patroni; clients come past them."""
    tls: Path | None
    """Where its certificates are; None where all speak in the clear."""
    running: list[Running] = field(default_factory=list)

    @property
    def patroni(self) -> str:
        """Where clients ask it whether it leads."""
        return f"{configured.scheme(self.tls)}://{LOOPBACK}:{self.ports['rest']}"

    def client(self, *, certificate: bool = True, **how: Any) -> httpx.AsyncClient:
        """Who asks it for something, by default as another machine does."""
        context = IN_CLEAR
        if self.tls is not None:
            context = ssl.create_default_context(cafile=self.tls / AUTHORITY)
            if certificate:
                context.load_cert_chain(self.tls / "postgres.pem", self.tls / "postgres.key")
        return httpx.AsyncClient(timeout=2.0, trust_env=False, verify=context, **how)

    async def start(self) -> None:
        """Switch it on: etcd, then Patroni, which ends (and systemd starts again) where etcd is alone."""
        etcd, patroni = self.commands
        self.running = [await start(self.folder, etcd)]
        await until(self._decided, FORMED_SECONDS)
        self.running.append(await start(self.folder, patroni))

    async def _decided(self) -> bool:
        url = f"{configured.scheme(self.tls)}://{LOOPBACK}:{self.ports['etcd']}/version"
        async with self.client() as client:
            try:
                answer = await client.get(url)
            except httpx.TransportError:
                return False
        return answer.json()["etcdcluster"] != "not_decided"

    async def kill(self) -> None:
        """Lose it as by a power cut: no process of it says another word."""
        servers = self._postgres()
        self.signal(signal.SIGKILL)
        await asyncio.gather(*(running.kill() for running in self.running))
        psutil.wait_procs(servers, timeout=10)

    async def told(self, *words: str) -> None:
        """Have `patronictl` do something there; raises `AssertionError` with what it said against it."""
        patroni = self.commands[-1]
        process = await asyncio.create_subprocess_exec(
            str(PATRONI_PYTHON.with_name("patronictl")), "-c", str(self.home / "patroni.yml"), *words,
            env=dict(patroni.environment), stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip
        said, _ = await process.communicate()
        assert process.returncode == 0, said.decode()

    def signal(self, number: signal.Signals) -> None:
        """Freeze (`SIGSTOP`) or thaw (`SIGCONT`) all of it."""
        servers = self._postgres()
        for running in reversed(self.running):
            running.signal(number)
        for process in servers:
            try:
                process.send_signal(number)
            except psutil.NoSuchProcess:
                continue

    def cut_off(self) -> None:
        """Let nothing pass between it and the two others, nor an etcd; clients reach it as before."""
        for link in self.links.values():
            link.stall(LONG_SECONDS)

    def heard_by_nobody(self) -> None:
        """Let nothing of its PostgreSQL reach its standbys."""
        self.links["postgres"].stall(LONG_SECONDS)

    def together(self) -> None:
        """Let everything pass again."""
        for link in self.links.values():
            link.heal()

    def put_clock(self, ahead_seconds: int) -> None:
        """Have its Patroni and its PostgreSQL believe that it is later than it is."""
        draft = self.home / "clock.draft"
        draft.write_text(f"{ahead_seconds:+d}")
        draft.chmod(0o644)
        draft.replace(self.home / "clock")

    def fill_disk(self) -> None:
        """Leave not a page of room where its PostgreSQL writes."""
        hardware.fill(self.home / DISK)

    def make_room(self) -> None:
        """Take away what filled it."""
        hardware.make_room(self.home / DISK)

    def _postgres(self) -> list[psutil.Process]:
        try:
            pid = int((self.home / DATA / "postmaster.pid").read_text().split()[0])
            postmaster = psutil.Process(pid)
            return [postmaster, *postmaster.children(recursive=True)]
        except (FileNotFoundError, IndexError, psutil.NoSuchProcess):
            return []


class Cluster:
    """The three, and HAProxy before them as on a machine with services."""

    def __init__(self, machines: list[Machine], server: PostgresServer) -> None:
        self.machines = machines
        self.server = server

    async def leading(self) -> list[Machine]:
        """Those who say that they are the one that is written to."""

        async def leads(machine: Machine) -> bool:
            async with machine.client() as client:
                try:
                    answer = await client.get(f"{machine.patroni}/primary")
                except httpx.TransportError:
                    return False
                return answer.status_code == 200

        found = await asyncio.gather(*map(leads, self.machines))
        return [machine for machine, leads in zip(self.machines, found, strict=True) if leads]

    async def leader(self) -> Machine:
        """Wait for the one that leads."""

        async def alone() -> Machine | None:
            found = await self.leading()
            return found[0] if len(found) == 1 else None

        machine: Machine = await until(alone, FORMED_SECONDS)
        return machine

    async def whole(self) -> None:
        """Wait until one leads, two follow what it writes, and one of these is waited for."""

        async def formed() -> bool:
            roles = sorted([member["role"] for member in await self.members() if _well(member)])
            return roles == ["leader", "replica", "sync_standby"]

        await until(formed, FORMED_SECONDS)

    async def members(self) -> list[dict[str, Any]]:
        """What the one that leads knows of all."""
        for machine in await self.leading():
            async with machine.client() as client:
                try:
                    answer = await client.get(f"{machine.patroni}/cluster")
                except httpx.TransportError:
                    continue
                return list(answer.json()["members"])
        return []


def _well(member: Mapping[str, Any]) -> bool:
    return member["state"] == ("running" if member["role"] == "leader" else "streaming")


@asynccontextmanager
async def cluster(folder: RunFolder, authority: Authority | None = None) -> AsyncIterator[Cluster]:
    """Start three machines that become one database, and HAProxy; they are gone in the end.

    With an authority each speaks TLS and nothing else.
    """
    password = secrets.token_hex(16)
    async with AsyncExitStack() as stack:
        machines = await _planned(folder, password, stack, authority)
        for machine in machines:
            stack.push_async_callback(machine.kill)
        await asyncio.gather(*(machine.start() for machine in machines))
        port = folder.port("haproxy")
        url = f"postgresql://{ADMIN}:{quote(password)}@{LOOPBACK}:{port}/postgres"
        if authority is not None:
            url += f"?sslmode=verify-full&sslrootcert={quote(str(authority.publish(folder.path)))}"
        made = Cluster(machines, PostgresServer(url, "three machines"))
        await made.whole()
        proxy = await start(folder, _haproxy(folder, port, machines))
        stack.push_async_callback(proxy.stop)
        # It takes everybody for a leader until it has asked.
        asked = folder.logs / "haproxy.log"
        await until(lambda: asked.read_text().count(" is DOWN") >= COUNT - 1)
        await wait_until_ready(url, proxy)
        yield made


async def _planned(
    folder: RunFolder, password: str, stack: AsyncExitStack, authority: Authority | None
) -> list[Machine]:
    names = [f"postgres-{number + 1}" for number in range(COUNT)]
    ports = {name: {part: folder.port(f"{name}_{part}") for part in PARTS} for name in names}
    shared = {
        "SUPERUSER": password, "REPLICATION": secrets.token_hex(16),
        "REWIND": secrets.token_hex(16), "RESTAPI": secrets.token_hex(16),
    }  # fmt: skip
    machines = []
    for name in names:
        links = {
            part: await stack.enter_async_context(Link(f"{name} {part}").opened())
            for part in ("postgres", "rest", *(f"etcd of {other}" for other in names))
        }
        links["postgres"].target_port = ports[name]["postgres"]
        links["rest"].target_port = ports[name]["rest"]
        for other in names:
            links[f"etcd of {other}"].target_port = ports[other]["etcd"]
        home = folder.make(name, mode=0o755)
        hardware.own_disk(home / DISK, stack)
        tls = home / "tls" if authority is not None else None
        if authority is not None:
            authority.issue(folder.make(f"{name}/tls", mode=0o700), name)
        machine = Machine(name, folder, home, ports[name], [], links, tls)
        machine.commands = [_etcd(machine, ports), _patroni(machine, shared)]
        machine.put_clock(0)
        machines.append(machine)
        take_over(home)
    return machines


def _etcd(machine: Machine, ports: Mapping[str, Mapping[str, int]]) -> Command:
    base = f"{configured.scheme(machine.tls)}://{LOOPBACK}"
    clients, peers = (f"{base}:{machine.ports[part]}" for part in ("etcd", "peer"))
    everybody = (f"{other}={base}:{its['peer']}" for other, its in ports.items())
    own = {
        "ETCD_NAME": machine.name,
        "ETCD_DATA_DIR": str(machine.home / "etcd"),
        "ETCD_LISTEN_CLIENT_URLS": clients,
        "ETCD_ADVERTISE_CLIENT_URLS": clients,
        "ETCD_LISTEN_PEER_URLS": peers,
        "ETCD_INITIAL_ADVERTISE_PEER_URLS": peers,
        "ETCD_INITIAL_CLUSTER": ",".join(everybody),
    }
    program = shutil.which("etcd")
    assert program is not None
    environment = configured.told("etcd.env", own, machine.tls)
    become = become_unprivileged(machine.home)
    return Command(f"{machine.name}-etcd", [program], environment, become)


def _patroni(machine: Machine, passwords: Mapping[str, str]) -> Command:
    home, ports, links, tls = machine.home, machine.ports, machine.links, machine.tls
    file = home / "patroni.yml"
    file.write_text(configured.patroni(tls))
    etcds = (link for part, link in links.items() if part.startswith("etcd"))
    own = {
        "PATRONI_NAME": machine.name,
        "PATRONI_RESTAPI_LISTEN": f"{LOOPBACK}:{ports['rest']}",
        "PATRONI_RESTAPI_CONNECT_ADDRESS": f"{LOOPBACK}:{links['rest'].port}",
        "PATRONI_ETCD3_HOSTS": ",".join(f"{LOOPBACK}:{link.port}" for link in etcds),
        "PATRONI_POSTGRESQL_LISTEN": f"{LOOPBACK}:{ports['postgres']}",
        "PATRONI_POSTGRESQL_CONNECT_ADDRESS": f"{LOOPBACK}:{links['postgres'].port}",
        "PATRONI_POSTGRESQL_DATA_DIR": str(home / DATA),
        "PATRONI_POSTGRESQL_BIN_DIR": str(hardware.programs(home, configured.programs_of(tls))),
        "PATRONI_POSTGRESQL_PGPASS": str(home / "pgpass"),
        **{f"PATRONI_{user}_PASSWORD": password for user, password in passwords.items()},
    }
    environment = configured.told("patroni.env", own, tls) | {
        # Otherwise it would ask etcd where etcd is, and go past the links.
        "PATRONI_ETCD3_USE_PROXIES": "true",
        "CLOCK_OFFSET_FILE": str(home / "clock"),
        "HOME": str(home),
    }
    skewed = str(Path(__file__).with_name("skewed.py"))
    argv = [str(PATRONI_PYTHON), skewed, str(file)]
    return Command(f"{machine.name}-patroni", argv, environment, become_unprivileged(home))


def _haproxy(folder: RunFolder, port: int, machines: list[Machine]) -> Command:
    text = configured.haproxy(machines[0].tls, folder.path / AUTHORITY)
    text = text.replace(f"bind {LOOPBACK}:5432", f"bind {LOOPBACK}:{port}")
    for machine in machines:
        shipped = f"{machine.name}:5432 check port 8008"
        assert shipped in text
        ports = machine.ports
        text = text.replace(shipped, f"{LOOPBACK}:{ports['postgres']} check port {ports['rest']}")
    file = folder.path / "haproxy.cfg"
    file.write_text(text)
    program = shutil.which("haproxy", path="/usr/sbin:/usr/bin")
    assert program is not None
    return Command("haproxy", [program, "-db", "-f", str(file)])
