"""Three machines of the database as plain processes, configured by deploy/patroni as a city's are.

What differs: addresses, and nobody speaks TLS, which the wheel's PostgreSQL cannot.
"""

import asyncio
import re
import secrets
import shutil
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import psutil
import yaml
from tests.chaos.proxy import Link
from tests.support.places import ROOT
from tests.support.waiting import until

from local.folder import LOOPBACK, RunFolder
from local.postgres import (
    ADMIN,
    BINARIES,
    PostgresServer,
    become_unprivileged,
    take_over,
    wait_until_ready,
)
from local.processes import Command, Running, start

SHIPPED = ROOT / "deploy" / "patroni"
PATRONI_PYTHON = Path(sys.prefix) / "patroni" / "bin" / "python"
COUNT = 3
FORMED_SECONDS = 120.0
LONG_SECONDS = 3_600.0
PARTS = ("etcd", "peer", "postgres", "rest")
TLS = re.compile(
    r"^ssl|^ETCD_.*(CERT|TRUSTED_CA|KEY_FILE)|^PATRONI_ETCD3_(PROTOCOL|CACERT|CERT|KEY)$"
)


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
    running: list[Running] = field(default_factory=list)

    @property
    def patroni(self) -> str:
        """Where clients ask it whether it leads."""
        return f"http://{LOOPBACK}:{self.ports['rest']}"

    async def start(self) -> None:
        """Switch it on: etcd, then Patroni, which ends (and systemd starts again) where etcd is alone."""
        etcd, patroni = self.commands
        self.running = [await start(self.folder, etcd)]
        await until(self._decided, FORMED_SECONDS)
        self.running.append(await start(self.folder, patroni))

    async def _decided(self) -> bool:
        url = f"http://{LOOPBACK}:{self.ports['etcd']}/version"
        async with httpx.AsyncClient(timeout=2.0, trust_env=False) as client:
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
        """Have its Patroni believe that it is later than it is."""
        draft = self.home / "clock.draft"
        draft.write_text(str(ahead_seconds))
        draft.chmod(0o644)
        draft.replace(self.home / "clock")

    def _postgres(self) -> list[psutil.Process]:
        try:
            pid = int((self.home / "data" / "postmaster.pid").read_text().split()[0])
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
        async with httpx.AsyncClient(timeout=2.0, trust_env=False) as client:

            async def leads(machine: Machine) -> bool:
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
            async with httpx.AsyncClient(timeout=2.0, trust_env=False) as client:
                try:
                    answer = await client.get(f"{machine.patroni}/cluster")
                except httpx.TransportError:
                    continue
                return list(answer.json()["members"])
        return []


def _well(member: Mapping[str, Any]) -> bool:
    return member["state"] == ("running" if member["role"] == "leader" else "streaming")


@asynccontextmanager
async def cluster(folder: RunFolder) -> AsyncIterator[Cluster]:
    """Start three machines that become one database, and HAProxy; they are gone in the end."""
    password = secrets.token_hex(16)
    async with AsyncExitStack() as stack:
        machines = await _planned(folder, password, stack)
        for machine in machines:
            stack.push_async_callback(machine.kill)
        await asyncio.gather(*(machine.start() for machine in machines))
        port = folder.port("haproxy")
        url = f"postgresql://{ADMIN}:{quote(password)}@{LOOPBACK}:{port}/postgres"
        made = Cluster(machines, PostgresServer(url, "three machines"))
        await made.whole()
        proxy = await start(folder, _haproxy(folder, port, machines))
        stack.push_async_callback(proxy.stop)
        # It takes everybody for a leader until it has asked.
        asked = folder.logs / "haproxy.log"
        await until(lambda: asked.read_text().count(" is DOWN") >= COUNT - 1)
        await wait_until_ready(url, proxy)
        yield made


async def _planned(folder: RunFolder, password: str, stack: AsyncExitStack) -> list[Machine]:
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
        patroni = _patroni(name, home, ports[name], links, shared)
        commands = [_etcd(name, home, ports), patroni]
        machines.append(Machine(name, folder, home, ports[name], commands, links))
        machines[-1].put_clock(0)
        take_over(home)
    return machines


def _told(file: str, own: Mapping[str, str]) -> dict[str, str]:
    """The shipped file with a machine's own values; whatever has none here is refused."""
    lines = (SHIPPED / file).read_text("utf-8").splitlines()
    shipped = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    told = {name: value for name, value in shipped.items() if not TLS.match(name)}
    assert own.keys() <= told.keys()
    left = {name: value for name, value in told.items() if name not in own}
    assert not [name for name, value in left.items() if "postgres-" in value or not value], left
    return told | own


def _etcd(name: str, home: Path, ports: Mapping[str, Mapping[str, int]]) -> Command:
    clients, peers = (f"http://{LOOPBACK}:{ports[name][part]}" for part in ("etcd", "peer"))
    everybody = (f"{other}=http://{LOOPBACK}:{its['peer']}" for other, its in ports.items())
    own = {
        "ETCD_NAME": name,
        "ETCD_DATA_DIR": str(home / "etcd"),
        "ETCD_LISTEN_CLIENT_URLS": clients,
        "ETCD_ADVERTISE_CLIENT_URLS": clients,
        "ETCD_LISTEN_PEER_URLS": peers,
        "ETCD_INITIAL_ADVERTISE_PEER_URLS": peers,
        "ETCD_INITIAL_CLUSTER": ",".join(everybody),
    }
    program = shutil.which("etcd")
    assert program is not None
    return Command(f"{name}-etcd", [program], _told("etcd.env", own), become_unprivileged(home))


def _patroni(
    name: str,
    home: Path,
    ports: Mapping[str, int],
    links: Mapping[str, Link],
    passwords: Mapping[str, str],
) -> Command:
    file = home / "patroni.yml"
    file.write_text(yaml.safe_dump(_in_clear(yaml.safe_load((SHIPPED / file.name).read_text()))))
    etcds = (link for part, link in links.items() if part.startswith("etcd"))
    own = {
        "PATRONI_NAME": name,
        "PATRONI_RESTAPI_LISTEN": f"{LOOPBACK}:{ports['rest']}",
        "PATRONI_RESTAPI_CONNECT_ADDRESS": f"{LOOPBACK}:{links['rest'].port}",
        "PATRONI_ETCD3_HOSTS": ",".join(f"{LOOPBACK}:{link.port}" for link in etcds),
        "PATRONI_POSTGRESQL_LISTEN": f"{LOOPBACK}:{ports['postgres']}",
        "PATRONI_POSTGRESQL_CONNECT_ADDRESS": f"{LOOPBACK}:{links['postgres'].port}",
        "PATRONI_POSTGRESQL_DATA_DIR": str(home / "data"),
        "PATRONI_POSTGRESQL_BIN_DIR": str(BINARIES),
        "PATRONI_POSTGRESQL_PGPASS": str(home / "pgpass"),
        **{f"PATRONI_{user}_PASSWORD": password for user, password in passwords.items()},
    }
    environment = _told("patroni.env", own) | {
        # Otherwise it would ask etcd where etcd is, and go past the links.
        "PATRONI_ETCD3_USE_PROXIES": "true",
        "CLOCK_OFFSET_FILE": str(home / "clock"),
        "HOME": str(home),
    }
    skewed = str(Path(__file__).with_name("skewed.py"))
    argv = [str(PATRONI_PYTHON), skewed, str(file)]
    return Command(f"{name}-patroni", argv, environment, become_unprivileged(home))


def _in_clear(shipped: dict[str, Any]) -> dict[str, Any]:
    postgresql = shipped["postgresql"]
    parameters = postgresql["parameters"].items()
    kept = {name: value for name, value in parameters if not TLS.match(name)}
    postgresql["parameters"] = kept | {"unix_socket_directories": ""}
    postgresql["pg_hba"] = [re.sub("^hostssl", "host", rule) for rule in postgresql["pg_hba"]]
    return shipped


def _haproxy(folder: RunFolder, port: int, machines: list[Machine]) -> Command:
    text = (SHIPPED / "haproxy.cfg").read_text("utf-8")
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
