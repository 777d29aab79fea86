"""Reads, against a bare endpoint that runs the same query: balance, and a page of entries.

Both are called past nginx, over the same number of kept connections, in turns of a few seconds, so that
whatever else the machine does hits both. The service checks the caller's token each time, the bare endpoint
knows none. `READ_ACCOUNTS` in the fund (default 10,000), `READ_SECONDS` for each turn (default 3).
"""

import asyncio
import os
import statistics
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import cycle
from urllib.parse import urlsplit

import psutil

from local import processes
from local.folder import LOOPBACK, RunFolder
from local.readiness import answers
from local.supervisor import Part, Supervisor
from shared.identity.principal import Role

from . import load
from .population import Population, person_id
from .stage import ROOT, Running, Stage

READ_ACCOUNTS = int(os.environ.get("READ_ACCOUNTS", "10000"))
READ_SECONDS = float(os.environ.get("READ_SECONDS", "3"))
TURNS = 6
MONTHS = 36
"""Contributions of each citizen, all on the first page."""
CROWDS = (1, 8)
"""So many read at the same time, each over a connection of its own."""
READERS = 500
"""Different citizens who read; each has a token."""
REST_WITHIN_SECONDS, LOOK_SECONDS = 120.0, 3.0
BUSY_SHARE = 0.03


@dataclass(frozen=True)
class Latency:
    """Seconds."""

    p50: float
    p99: float
    processor: float
    """Of the serving process, for each answer."""


@dataclass(frozen=True)
class Target:
    """Requests that are sent to one address, round and round."""

    url: str
    pid: int
    requests: list[bytes]


async def figure(stage: Stage) -> None:
    """Measure and print."""
    population = Population(READ_ACCOUNTS, READ_ACCOUNTS // 10, MONTHS)
    async with stage.system(population.fill) as running, _bare(stage, running) as (bare, bare_pid):
        service = running.system.city.service_urls["accounts"]
        service_pid = running.system.pids()["accounts"]
        await at_rest(service_pid)
        readers = [person_id(position + 1) for position in range(READERS)]
        tokens = [stage.issuer.token_for(Role.INDIVIDUAL, reader) for reader in readers]
        for name, path, bare_path in (
            ("balance", "/api/accounts/my/account", "/account"),
            ("page of entries", "/api/accounts/my/entries", "/entries"),
        ):
            ours = Target(service, service_pid, [get(path, token) for token in tokens])
            floor = Target(bare, bare_pid, [get(f"{bare_path}/{reader}") for reader in readers])
            for crowd in CROWDS:
                print(f"{name}, {crowd} at a time:")
                _say(*await compare(crowd, ours, floor))


async def at_rest(pid: int) -> None:
    """Wait until a service has done what a filled database makes it do first: names, days."""
    async with asyncio.timeout(REST_WITHIN_SECONDS):
        while True:
            before = _processor_seconds(pid)
            await asyncio.sleep(LOOK_SECONDS)
            if _processor_seconds(pid) - before < LOOK_SECONDS * BUSY_SHARE:
                return


def _say(service: Latency, floor: Latency) -> None:
    for label, found in (("service", service), ("bare", floor)):
        print(
            f"  {label:8} p50 {found.p50 * 1000:6.2f} ms, p99 {found.p99 * 1000:6.2f} ms,"
            f" processor time {found.processor * 1000:6.3f} ms"
        )
    print(
        f"  ratio    p50 {service.p50 / floor.p50:6.2f},    p99 {service.p99 / floor.p99:6.2f},"
        f"    processor time {service.processor / floor.processor:6.2f}"
    )


async def compare(crowd: int, *targets: Target) -> list[Latency]:
    """Read from each in turns, after a turn that does not count."""
    for target in targets:
        await read(target, READ_SECONDS, crowd)
    seconds: dict[str, list[float]] = {target.url: [] for target in targets}
    processor = dict.fromkeys(seconds, 0.0)
    for _ in range(TURNS):
        for target in targets:
            before = _processor_seconds(target.pid)
            seconds[target.url] += await read(target, READ_SECONDS, crowd)
            processor[target.url] += _processor_seconds(target.pid) - before
    return [latency(seconds[target.url], processor[target.url]) for target in targets]


def latency(seconds: list[float], processor_seconds: float) -> Latency:
    """Sum up."""
    cuts = statistics.quantiles(seconds, n=100)
    return Latency(cuts[49], cuts[98], processor_seconds / len(seconds))


def _processor_seconds(pid: int) -> float:
    times = psutil.Process(pid).cpu_times()
    return times.user + times.system


async def read(target: Target, for_seconds: float, crowd: int) -> list[float]:
    """Read for a while, so many at the same time; return how long each answer took."""
    requests = cycle(target.requests)
    ends_at = time.perf_counter() + for_seconds
    taken: list[float] = []

    async def one() -> None:
        address = urlsplit(target.url)
        reader, writer = await asyncio.open_connection(address.hostname, address.port)
        while (began := time.perf_counter()) < ends_at:
            writer.write(next(requests))
            status, body = await load.answer(reader)
            taken.append(time.perf_counter() - began)
            assert status == 200, body
        writer.close()

    await asyncio.gather(*(one() for _ in range(crowd)))
    return taken


def get(path: str, token: str | None = None) -> bytes:
    """Write a request."""
    authorization = f"Authorization: Bearer {token}\r\n" if token else ""
    return f"GET {path} HTTP/1.1\r\nHost: bench\r\n{authorization}\r\n".encode()


@asynccontextmanager
async def _bare(stage: Stage, running: Running) -> AsyncIterator[tuple[str, int]]:
    """Start the bare endpoint on the same database, as the same role; gives its address and process."""
    folder = RunFolder(stage.workbench.folder.path / "bare")
    port = folder.port("bare")
    environment = {
        "DATABASE_URL": running.databases["accounts"].url,
        "PORT": str(port),
        "PYTHONPATH": str(ROOT),
    }
    url = f"http://{LOOPBACK}:{port}"
    command = processes.Command("bare", [sys.executable, "-m", "tests.bench.bare"], environment)
    supervisor = Supervisor(folder, lambda _: None)
    await supervisor.start([Part(command, answers(f"{url}/openapi.json"))])
    try:
        yield url, supervisor.parts["bare"].pid or 0
    finally:
        await supervisor.stop(["bare"])
