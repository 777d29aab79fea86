"""A start, phase by phase: platform, databases, broker, simulators, services, edge."""

import asyncio
import os
import shutil
import sys
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import psutil

from local import certificates, databases, forking, staff
from local.addresses import City
from local.broker import VirtualHost
from local.console import phase, say
from local.databases import ServiceDatabase
from local.environments import BOOKS
from local.errors import CannotStart
from local.folder import RunFolder, port_is_free
from local.platform import Beginning, Platform, begun
from local.postgres import BINARIES, PostgresServer
from local.processes import begin_nursery, end_leftovers
from local.supervisor import at_once
from local.system import System, running
from shared.messaging.topology import SERVICES

EDGE_PORT = 8329
CITY_FILE = "city.json"
OPERATOR_FILE = "operator.env"
DATABASES_FILE = "databases.json"
KNOCKING = {"BROKER_RECONNECT_MAX_SECONDS": "1.0"}
"""Services are here before their broker is, and on the same machine."""


@asynccontextmanager
async def started(
    folder: RunFolder,
    extra: Mapping[str, str] | None = None,
    forget_with_databases: Sequence[str] = (),
) -> AsyncIterator[System]:
    """Start everything; stop it when the block is left.

    Files of the folder that tell what the databases have are forgotten when these are others than last time.
    """
    began = time.monotonic()
    with folder.locked():
        leftovers = await asyncio.to_thread(end_leftovers, folder)
        if leftovers:
            say(f"  An earlier start was killed; ended what it left: {', '.join(leftovers)}.")
        edge_port = chosen_edge_port()
        async with AsyncExitStack() as stack:
            stack.callback(forking.own.close)
            begin_nursery(folder)
            tls = certificates.provide_in(folder) if tls_wanted() else None
            beginning = await stack.enter_async_context(begun(folder, tls=tls))
            platform, found = await _databases(folder, beginning, forget_with_databases)
            system = System(
                folder,
                VirtualHost(platform.rabbitmq),
                found,
                report=lambda text: say(f"  {text}"),
                edge_port=edge_port,
                extra={**KNOCKING, **(extra or {})},
                tls=tls_wanted(),
            )
            await stack.enter_async_context(running(system))
            await _start(folder, system, beginning)
            folder.remember(CITY_FILE, system.city.as_json(), mode=0o600)
            write_operator_environment(folder, system, platform)
            stack.callback((folder.path / CITY_FILE).unlink, missing_ok=True)
            say(f"  {'Ready after':<34}{time.monotonic() - began:6.1f} s")
            stack.callback(say, "\nStopping ...")
            yield system
    say("Stopped.")


async def _databases(
    folder: RunFolder, beginning: Beginning, forget: Sequence[str]
) -> tuple[Platform, dict[str, ServiceDatabase]]:
    """Bring the databases up to date, while the broker is still on its way."""
    with phase("PostgreSQL, databases, migrations") as note:
        server = await beginning.postgres()
        found = await databases.provide_all(server, SERVICES)
        await _forget_other_databases(folder, server, forget)
        note.text = server.origin
    return Platform(server, await beginning.known_broker()), found


async def _forget_other_databases(
    folder: RunFolder, server: PostgresServer, forget: Sequence[str]
) -> None:
    """Forget what belonged to other databases: those of a container, say, ended with it."""
    made = await databases.incarnations(server, SERVICES)
    known = folder.recall(DATABASES_FILE)
    if known and known != made:
        for name in (*forget, staff.CODES_FILE):
            (folder.path / name).unlink(missing_ok=True)
        shutil.rmtree(folder.path / BOOKS, ignore_errors=True)
    folder.remember(DATABASES_FILE, made)


async def _start(folder: RunFolder, system: System, beginning: Beginning) -> None:
    """Start all that there is. Services come up beside a broker that knows them, and after a new one."""
    declared = asyncio.Event()

    async def declare() -> None:
        with phase("RabbitMQ, exchanges, queues, users") as note:
            await beginning.rabbitmq()
            await system.vhost.load()
            note.text = f"{system.vhost.server.origin}, virtual host {system.vhost.name}"
        declared.set()

    async def serve() -> None:
        if not system.vhost.server.used_before:
            await declared.wait()
        await system.start_services(declared)

    async def found() -> None:
        if not folder.recall(staff.CODES_FILE):
            await system.found_staff()

    with phase("Services, simulators, edge, terminal") as note:
        await at_once(
            declare(),
            serve(),
            found(),
            system.start_simulators(),
            system.start_edge(),
            system.start_terminal(),
        )
        note.text = f"{system.city.edge_url}/"


def write_operator_environment(folder: RunFolder, system: System, platform: Platform) -> None:
    """Write what operators' commands need, as shell assignments: `. .run/operator.env`.

    A service's own commands need all that the service is told: `. .run/withdrawals.env`.
    """
    city = system.city
    values = {
        "BROKER_URL": city.operator_broker_url,
        "EDGE_URL": city.edge_url,
        "PHONES_URL": city.smsc_control_url,
        "BANK_URL": city.bank_control_url,
        "WECHAT_PHONES_URL": city.wechat_phones_url,
        "JOURNAL_FOLDER": str(system.environments.journals),
        "POSTGRES_URL": platform.postgres.url,
        "PG_BIN": str(BINARIES),
    }
    for name, database in system.environments.databases.items():
        values[f"{name.upper()}_DATABASE_URL"] = database.url
        values[f"{name.upper()}_OWNER_DATABASE_URL"] = database.owner_url
    _write_assignments(folder.path / OPERATOR_FILE, values)
    for service in SERVICES:
        own = system.environments.service(service)
        _write_assignments(folder.path / f"{service}.env", own)


def _write_assignments(path: Path, values: Mapping[str, str]) -> None:
    path.touch(mode=0o600)
    programs = f"export PATH='{Path(sys.prefix) / 'bin'}':\"$PATH\"\n"
    path.write_text(
        programs + "".join(f"export {name}='{value}'\n" for name, value in values.items())
    )


def tls_wanted() -> bool:
    """Whether every link is to speak TLS (`TLS=on make run`)."""
    return os.environ.get("TLS", "off").lower() == "on"


def chosen_edge_port() -> int:
    """Return EDGE_PORT; raises `CannotStart` when someone else listens there."""
    given = os.environ.get("EDGE_PORT") or str(EDGE_PORT)
    if not given.isdigit() or not 0 < int(given) < 65_536:
        raise CannotStart(f"EDGE_PORT must be a port number, not {given!r}.")
    port = int(given)
    if not port_is_free(port):
        raise CannotStart(
            f"Port {port} is in use{_by_whom(port)}; stop that program, or choose another port: "
            f"make run EDGE_PORT={port + 1}"
        )
    return port


def _by_whom(port: int) -> str:
    """Name the program that listens on a port, if we may see it."""
    try:
        for socket in psutil.net_connections("tcp"):
            listens = socket.status == psutil.CONN_LISTEN
            if listens and getattr(socket.laddr, "port", None) == port and socket.pid:
                return f" by {psutil.Process(socket.pid).name()} (process {socket.pid})"
    except psutil.Error:
        pass
    return ""


def city_of(folder: RunFolder) -> City:
    """Find the system that runs from this folder; raises `CannotStart` when none does."""
    found = folder.recall(CITY_FILE)
    if not found:
        raise CannotStart("The system is not running: start it with `make run`.")
    return City.from_json(found)
