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

from local import certificates, databases, forking
from local.addresses import City
from local.broker import VirtualHost
from local.console import phase, say
from local.environments import BOOKS
from local.errors import CannotStart
from local.folder import RunFolder, port_is_free
from local.platform import Platform, provided
from local.postgres import BINARIES
from local.processes import end_leftovers
from local.system import System, running
from shared.messaging.topology import SERVICES

EDGE_PORT = 8329
CITY_FILE = "city.json"
OPERATOR_FILE = "operator.env"
DATABASES_FILE = "databases.json"


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
            with phase("PostgreSQL and RabbitMQ") as note:
                tls = certificates.provide_in(folder) if tls_wanted() else None
                platform = await stack.enter_async_context(provided(folder, tls=tls))
                note.text = f"{platform.postgres.origin}; {platform.rabbitmq.origin}"
            system = await _prepared(folder, platform, edge_port, extra, forget_with_databases)
            stack.callback(forking.own.close)
            await stack.enter_async_context(running(system))
            await _start(system)
            folder.remember(CITY_FILE, system.city.as_json(), mode=0o600)
            write_operator_environment(folder, system, platform)
            stack.callback((folder.path / CITY_FILE).unlink, missing_ok=True)
            say(f"  {'Ready after':<34}{time.monotonic() - began:6.1f} s")
            stack.callback(say, "\nStopping ...")
            yield system
    say("Stopped.")


async def _prepared(
    folder: RunFolder,
    platform: Platform,
    edge_port: int,
    extra: Mapping[str, str] | None,
    forget: Sequence[str],
) -> System:
    """Bring databases and broker up to date; nothing of the system runs yet."""
    with phase("Databases and migrations"):
        found = await databases.provide_all(platform.postgres, SERVICES)
        await _forget_other_databases(folder, platform, forget)
    vhost = VirtualHost(platform.rabbitmq)
    with phase("Exchanges, queues, users") as note:
        await vhost.load()
        note.text = f"virtual host {vhost.name}"
    return System(
        folder,
        vhost,
        found,
        report=lambda text: say(f"  {text}"),
        edge_port=edge_port,
        extra=extra,
        tls=tls_wanted(),
    )


async def _forget_other_databases(
    folder: RunFolder, platform: Platform, forget: Sequence[str]
) -> None:
    """Forget what belonged to other databases: those of a container, say, ended with it."""
    made = {
        service: await databases.incarnation(platform.postgres, service) for service in SERVICES
    }
    known = folder.recall(DATABASES_FILE)
    if known and known != made:
        for name in forget:
            (folder.path / name).unlink(missing_ok=True)
        shutil.rmtree(folder.path / BOOKS, ignore_errors=True)
    folder.remember(DATABASES_FILE, made)


async def _start(system: System) -> None:
    with phase("Simulators"):
        await system.start_simulators()
    with phase("Services"):
        await system.start_services()
        await system.found_staff()
    with phase("A self-service terminal"):
        await system.start_terminal()
    with phase("Edge (nginx)") as note:
        await system.start_edge()
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
