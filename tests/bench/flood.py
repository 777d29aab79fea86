"""The end of `make overload`: 200 slow senders and 100 large bodies at the edge, and who is logged in.

Logged-in citizens read their account at a steady rate, first alone and then beside the flood, through the
same edge. Told is the 99th percentile of both and the memory of the services and the edge. None of the crowd
has a token. Option: `FLOOD_SECONDS` of each (default 15).
"""

import asyncio
import json
import os
import sys
import time
from asyncio.subprocess import PIPE
from collections import Counter
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any
from urllib.parse import urlsplit

import httpx
import psutil

from local.system import System
from shared.messaging.topology import SERVICES

from .load import Request

SECONDS = float(os.environ.get("FLOOD_SECONDS", "15"))
READS_PER_SECOND = 50
SLOW_SENDERS = 200
LARGE_BODIES = 100
LARGE_BYTES = 7 * 1024 * 1024
"""What the edge lets pass to where lists are taken."""
PIECE = b" " * 65_536
PIECE_PAUSE_SECONDS = 0.5
DROP_PAUSE_SECONDS = 2.0
Send = Callable[[asyncio.StreamWriter], Coroutine[Any, Any, None]]
P99_RATIO_MAX, MEMORY_RATIO_MAX = 2.0, 1.5


async def measure(system: System, people: Sequence[Request]) -> None:
    """Measure and print."""
    await _reads(system.city.edge_url, people, SECONDS / 3)
    idle = await _reads(system.city.edge_url, people, SECONDS)
    before = _megabytes(system)
    async with _flood(system.city.edge_url) as answered:
        await asyncio.sleep(DROP_PAUSE_SECONDS)
        beside = await _reads(system.city.edge_url, people, SECONDS)
        after = _megabytes(system)
    p99 = [sorted(seconds)[int(len(seconds) * 0.99)] * 1e3 for seconds in (idle, beside)]
    print(f"beside {SLOW_SENDERS} slow senders and {LARGE_BODIES} large bodies at the edge:")
    print(f"  who is logged in: p99 {p99[0]:.0f} ms alone, {p99[1]:.0f} ms beside them,")
    print(f"                    {p99[1] / p99[0]:.2f} times (at the most {P99_RATIO_MAX})")
    print(f"  services and edge {before:.0f} MB alone, {after:.0f} MB beside them,")
    print(f"                    {after / before:.2f} times (at the most {MEMORY_RATIO_MAX})")
    print(f"  the crowd got     {', '.join(f'{n} x {what}' for what, n in answered.most_common())}")


async def _reads(edge_url: str, people: Sequence[Request], seconds: float) -> list[float]:
    """Read accounts at a steady rate; how long each took, in seconds. Each must succeed."""
    took: list[float] = []

    async def read(client: httpx.AsyncClient, person: Request) -> None:
        began = time.perf_counter()
        headers = {"Authorization": f"Bearer {person.token}"}
        answer = await client.get(f"{edge_url}/api/accounts/my/account", headers=headers)
        assert answer.status_code == 200, answer.text
        took.append(time.perf_counter() - began)

    async with (
        httpx.AsyncClient(timeout=30, trust_env=False) as client,
        asyncio.TaskGroup() as all_,
    ):
        began = time.monotonic()
        for number in range(int(seconds * READS_PER_SECOND)):
            await asyncio.sleep(began + number / READS_PER_SECOND - time.monotonic())
            all_.create_task(read(client, people[number % len(people)]))
    return took


@asynccontextmanager
async def _flood(edge_url: str) -> AsyncIterator["Counter[str]"]:
    """Keep the crowd at the edge while the block runs; afterwards it is known what it got.

    A process of its own, so that what the readers wait for is the system and not their own loop.
    """
    answered: Counter[str] = Counter()
    crowd = await asyncio.create_subprocess_exec(
        sys.executable, "-m", __name__, edge_url, stdin=PIPE, stdout=PIPE
    )
    try:
        yield answered
    finally:
        told, _ = await crowd.communicate(b"")
        answered.update(json.loads(told))


async def _crowd(edge_url: str) -> None:
    """Be the crowd until nobody listens any more; whoever is cut off comes again. Says what it got."""
    answered: Counter[str] = Counter()
    tasks = [
        *(
            asyncio.create_task(_again(edge_url, f"127.0.41.{number + 1}", _drop, answered))
            for number in range(SLOW_SENDERS)
        ),
        *(
            asyncio.create_task(_again(edge_url, f"127.0.42.{number + 1}", _pour, answered))
            for number in range(LARGE_BODIES)
        ),
    ]
    await asyncio.to_thread(sys.stdin.read)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(json.dumps(answered))


async def _again(edge_url: str, address: str, send: Send, answered: "Counter[str]") -> None:
    edge = urlsplit(edge_url)
    while True:
        with suppress(OSError, asyncio.IncompleteReadError):
            reader, writer = await asyncio.open_connection(
                str(edge.hostname), edge.port, local_addr=(address, 0)
            )
            sending = asyncio.create_task(send(writer))
            try:
                line = await reader.readline()
                answered[line[9:12].decode() or "cut off"] += 1
            finally:
                sending.cancel()
                writer.close()
        await asyncio.sleep(PIECE_PAUSE_SECONDS)


async def _drop(writer: asyncio.StreamWriter) -> None:
    """A login, a byte at a time."""
    writer.write(_head("/api/gateway/sessions", 100_000))
    while True:
        writer.write(b" ")
        await asyncio.sleep(DROP_PAUSE_SECONDS)


async def _pour(writer: asyncio.StreamWriter) -> None:
    """A list of people without a token."""
    writer.write(_head("/api/accounts/accounts/seal", LARGE_BYTES))
    for _ in range(LARGE_BYTES // len(PIECE)):
        writer.write(PIECE)
        await writer.drain()
        await asyncio.sleep(PIECE_PAUSE_SECONDS)


def _head(path: str, length: int) -> bytes:
    return (
        f"POST {path} HTTP/1.1\r\nHost: edge\r\nContent-Type: application/json\r\n"
        f"Content-Length: {length}\r\n\r\n"
    ).encode()


def _megabytes(system: System) -> float:
    pids = system.pids()
    edge = psutil.Process(pids["edge"])
    parts = [*(psutil.Process(pids[name]) for name in SERVICES), edge, *edge.children()]
    return sum(part.memory_info().rss for part in parts) / 1e6


if __name__ == "__main__":
    asyncio.run(_crowd(sys.argv[1]))
