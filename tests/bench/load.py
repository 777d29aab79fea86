"""Applications as they come from the street: persistent connections, a steady rate, raw HTTP/1.1.

The load must cost little beside what it measures on the same two cores, hence no HTTP library.
"""

import asyncio
import json
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

CONNECTIONS = 32
REQUESTS_PER_CONNECTION = 500
"""nginx closes a connection after 1,000."""


@dataclass(frozen=True)
class Request:
    """One citizen's application."""

    phone: str
    token: str
    body: bytes
    confirmation: str
    """What the citizen has confirmed with a code, once."""


@dataclass(frozen=True)
class Sent:
    """What became of the request."""

    phone: str
    sent_at: float
    """Seconds since the epoch, when its turn came; waiting for a free connection counts as time."""
    answered_at: float
    status: int
    application_id: str | None


async def apply_all(edge_url: str, requests: Sequence[Request], per_second: float) -> list[Sent]:
    """Send the applications at a steady rate (0: as fast as they are answered)."""
    address = urlsplit(edge_url)
    waiting: asyncio.Queue[tuple[float, Request]] = asyncio.Queue()
    sent: list[Sent] = []
    host, port = str(address.hostname), int(address.port or 80)
    async with asyncio.TaskGroup() as group:
        workers = [group.create_task(_work(host, port, waiting, sent)) for _ in range(CONNECTIONS)]
        began = time.time()
        for position, request in enumerate(requests):
            due = began + position / per_second if per_second else began
            if (pause_seconds := due - time.time()) > 0:
                await asyncio.sleep(pause_seconds)
            waiting.put_nowait((due if per_second else 0.0, request))
        await waiting.join()
        for worker in workers:
            worker.cancel()
    return sent


async def _work(
    host: str, port: int, waiting: "asyncio.Queue[tuple[float, Request]]", sent: list[Sent]
) -> None:
    while True:
        # The edge closes a connection on which nothing is asked for some seconds.
        due, request = await waiting.get()
        reader, writer = await asyncio.open_connection(host, port)
        for number in range(REQUESTS_PER_CONNECTION):
            if number:
                due, request = await waiting.get()
            sent_at = due or time.time()
            writer.write(post(host, request))
            status, body = await answer(reader)
            found = json.loads(body).get("id") if status == 202 else None
            sent.append(Sent(request.phone, sent_at, time.time(), status, found))
            waiting.task_done()
        writer.close()


def post(host: str, request: Request) -> bytes:
    """Write a request as it goes onto the wire."""
    head = (
        f"POST /api/withdrawals/applications HTTP/1.1\r\nHost: {host}\r\n"
        f"Authorization: Bearer {request.token}\r\nIdempotency-Key: {uuid.uuid4().hex}\r\n"
        f"Confirmation: {request.confirmation}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(request.body)}\r\n\r\n"
    )
    return head.encode() + request.body


async def answer(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    status = int(head[9:12])
    length = int(head.partition("content-length:")[2].partition("\r\n")[0])
    return status, await reader.readexactly(length)
