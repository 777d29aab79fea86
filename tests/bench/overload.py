"""`make overload`: ten times what the system can do; what is refused, what grows, what is done.

First the rate that it keeps up with is measured. Then applications come ten times as fast, from many
addresses, through the edge; whoever is refused goes away and somebody else comes. Meanwhile queues,
outboxes and memory are looked at. In the end everything that was accepted must be paid. Options: `SECONDS`
of overload (default 20), `COUNT` applications to find the rate (default 600).
"""

import asyncio
import os
import time
from collections import Counter, deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import asyncpg
import psutil

from local.databases import ServiceDatabase
from local.system import System
from shared.messaging.broker import Broker
from shared.messaging.definitions import OPERATOR
from shared.messaging.topology import QUEUES, SERVICES

from . import flood
from .citizens import prepare
from .load import Request, apply_all, post
from .stage import Databases, Running, Stage, opened

UNDECIDED_MAX = "500"
"""As in production."""
SECONDS = int(os.environ.get("SECONDS", "20"))
COUNT = int(os.environ.get("COUNT", "600"))
TIMES = 10
WARM_UP = 100
ACCEPTED_MAX_PER_SECOND = 400
"""So many citizens are made that the street is never empty."""
CONNECTIONS = 400
ADDRESSES = 100
LOOK_EVERY_SECONDS = 0.5
ENDED_WITHIN_SECONDS = 300.0


@dataclass
class Seen:
    """What there was to see from outside while it lasted."""

    queued: list[int] = field(default_factory=list)
    outboxes: list[int] = field(default_factory=list)
    undecided: list[int] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)


@dataclass
class Crowd:
    """Those who want in."""

    free: deque[Request]
    statuses: Counter[int] = field(default_factory=Counter)
    untold: int = 0
    """Refusals without Retry-After."""
    accepted: list[Request] = field(default_factory=list)
    seconds: dict[int, list[float]] = field(default_factory=dict)
    behind: int = 0
    """Times that nobody was free to come when it was time."""


async def main() -> None:
    """Measure, print, and clean up."""
    async with opened() as stage, stage.system(UNDECIDED_APPLICATIONS_MAX=UNDECIDED_MAX) as running:
        people = await _measure(stage, running)
        await flood.measure(running.system, people)


async def _measure(stage: Stage, running: Running) -> Sequence[Request]:
    system, databases = running.system, running.databases
    people = await prepare(
        running.office, stage.issuer, WARM_UP + COUNT + ACCEPTED_MAX_PER_SECOND * SECONDS
    )
    await _paid_all(databases, await _apply(system, people[:WARM_UP]))
    rate, paid = await _sustainable(system, databases, people[WARM_UP : WARM_UP + COUNT])
    print(f"keeps up with  {rate:8.0f} withdrawals/s")
    before = _megabytes(system)
    crowd = Crowd(deque(people[WARM_UP + COUNT :]))
    seen = Seen()
    looking = asyncio.create_task(_look(running, seen))
    began = time.monotonic()
    await _come(system.city.edge_url, crowd, TIMES * rate)
    came = time.monotonic() - began
    ended = await _paid_all(databases, paid + len(crowd.accepted))
    looking.cancel()
    with suppress(asyncio.CancelledError):
        await looking
    _say(crowd, seen, came, ended - began, before)
    return list(crowd.free)


async def _apply(system: System, people: Sequence[Request]) -> int:
    sent = await apply_all(system.city.edge_url, people, 50.0)
    assert all(item.status == 202 for item in sent)
    return len(sent)


async def _sustainable(
    system: System, databases: Databases, people: Sequence[Request]
) -> tuple[float, int]:
    """Paid withdrawals a second, when as many come as are let in."""
    began = time.monotonic()
    sent = await apply_all(system.city.edge_url, people, 0.0)
    accepted = sum(item.status == 202 for item in sent)
    ended = await _paid_all(databases, WARM_UP + accepted)
    return accepted / (ended - began), WARM_UP + accepted


PAID = "SELECT count(*) FROM application WHERE state = 'paid'"


async def _paid_all(databases: Databases, count: int) -> float:
    """Wait until so many have been paid; return when."""
    connection = await asyncpg.connect(databases["withdrawals"].url)
    try:
        async with asyncio.timeout(ENDED_WITHIN_SECONDS):
            while await connection.fetchval(PAID) < count:
                await asyncio.sleep(LOOK_EVERY_SECONDS / 5)
        return time.monotonic()
    finally:
        await connection.close()


async def _come(edge_url: str, crowd: Crowd, per_second: float) -> None:
    """Let people come at a steady rate, whatever becomes of those before them."""
    turns: asyncio.Queue[None] = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        workers = [
            group.create_task(_person(edge_url, f"127.0.21.{number % ADDRESSES + 1}", turns, crowd))
            for number in range(CONNECTIONS)
        ]
        began = time.monotonic()
        for number in range(int(per_second * SECONDS)):
            pause_seconds = began + number / per_second - time.monotonic()
            if pause_seconds > 0:
                await asyncio.sleep(pause_seconds)
            if turns.qsize() > CONNECTIONS:
                crowd.behind += 1
            else:
                turns.put_nowait(None)
        await turns.join()
        for worker in workers:
            worker.cancel()


async def _person(edge_url: str, address: str, turns: "asyncio.Queue[None]", crowd: Crowd) -> None:
    """Whoever is next on one connection from one address."""
    edge = urlsplit(edge_url)
    host, port = str(edge.hostname), int(edge.port or 80)
    reader, writer = await asyncio.open_connection(host, port, local_addr=(address, 0))
    while True:
        await turns.get()
        request = crowd.free.popleft()
        began = time.monotonic()
        writer.write(post(host, request))
        try:
            status, head = await _status(reader)
        except (OSError, asyncio.IncompleteReadError):
            # nginx ends a connection after a thousand requests.
            reader, writer = await asyncio.open_connection(host, port, local_addr=(address, 0))
            crowd.free.append(request)
            turns.task_done()
            continue
        crowd.statuses[status] += 1
        crowd.seconds.setdefault(status, []).append(time.monotonic() - began)
        if status == 202:
            crowd.accepted.append(request)
        else:
            crowd.untold += "retry-after:" not in head
            crowd.free.append(request)
        turns.task_done()


async def _status(reader: asyncio.StreamReader) -> tuple[int, str]:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    length = int(head.partition("content-length:")[2].partition("\r\n")[0])
    await reader.readexactly(length)
    return int(head[9:12]), head


async def _look(running: Running, seen: Seen) -> None:
    """Look at queues, outboxes and memory until told to stop."""
    databases = running.databases
    broker = Broker(running.vhost.url(OPERATOR), "overload")
    try:
        async with broker.channel(confirms=False) as channel:
            while True:
                depths = [
                    (await channel.queue_declare(queue.name, passive=True)).message_count or 0
                    for queue in QUEUES
                ]
                seen.queued.append(max(depths))
                seen.megabytes.append(_megabytes(running.system))
                rows = await asyncio.gather(
                    *(_count(database, OUTBOX) for database in databases.values())
                )
                seen.outboxes.append(max(rows))
                seen.undecided.append(await _count(databases["withdrawals"], UNDECIDED))
                await asyncio.sleep(LOOK_EVERY_SECONDS)
    finally:
        await broker.close()


OUTBOX = "SELECT count(*) FROM outbox"
UNDECIDED = """
SELECT count(*) FROM application WHERE is_open AND state IN ('submitted', 'funds_requested')
"""


async def _count(database: ServiceDatabase, query: str) -> int:
    connection = await asyncpg.connect(database.url)
    try:
        return int(await connection.fetchval(query))
    finally:
        await connection.close()


def _megabytes(system: System) -> float:
    pids = system.pids()
    return sum(psutil.Process(pids[name]).memory_info().rss for name in SERVICES) / 1e6


def _say(crowd: Crowd, seen: Seen, came: float, ended: float, before: float) -> None:
    asked = sum(crowd.statuses.values())
    accepted = len(crowd.accepted)
    print(f"offered        {asked / came:8.0f} requests/s for {came:.0f} s")
    for status, seconds in sorted(crowd.seconds.items()):
        ordered = sorted(seconds)
        p99 = ordered[int(len(ordered) * 0.99)]
        print(f"  {status}        {len(seconds):8d}, p99 of the answer {p99:.2f} s")
    print(f"refused without Retry-After {crowd.untold}; nobody free to come {crowd.behind}")
    print(
        f"accepted       {accepted / came:8.0f} a second; all {accepted} paid after {ended:.0f} s,"
    )
    print(f"               {accepted / ended:8.0f} a second")
    print(
        f"longest queue  {max(seen.queued):8d} messages; longest outbox {max(seen.outboxes)} events"
    )
    print(f"undecided      {max(seen.undecided):8d} applications at the most")
    print(f"all services   {before:8.0f} MB before, {max(seen.megabytes):.0f} MB at the most")


if __name__ == "__main__":
    asyncio.run(main())
