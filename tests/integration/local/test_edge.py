"""The edge alone: the headers that every answer has, how much may be sent, and how slowly."""

import asyncio
import re
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.support.waiting import until

from local.certificates import IN_CLEAR
from local.edge import edge_part
from local.folder import LOOPBACK, RunFolder
from shared.messaging.topology import SERVICES

NOBODY = f"{LOOPBACK}:9"
OWN_CSP = "default-src 'self'"
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
}
API_CSP = "default-src 'none'; frame-ancestors 'none'"
PATIENCE_SECONDS = 1.0


LIMITS = {
    "EDGE_PATIENCE_SECONDS": str(int(PATIENCE_SECONDS)),
    "EDGE_REQUESTS_IN_HAND": "4",
    "EDGE_STRANGERS_IN_HAND": "2",
    "EDGE_SENDERS": "3",
    "EDGE_LOGINS_PER_SECOND": "1",
    "EDGE_BURST_LOGINS": "25",
}
KNOWN = {"Authorization": "Bearer x.y.z"}
SLOW_SENDERS = 200


class Behind:
    """Something behind the edge: sets one header of its own, only on its page, and says what it saw."""

    def __init__(self) -> None:
        self.go_on = asyncio.Event()
        self.go_on.set()
        self.in_hand = 0

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        self.in_hand += 1
        await self.go_on.wait()
        self.in_hand -= 1
        own = f"Content-Security-Policy: {OWN_CSP}\r\n" if head.startswith("GET /other ") else ""
        host = re.findall(r"^Host: (.*)\r$", head, re.MULTILINE)
        own += f"X-Host: {','.join(host)}\r\n"
        writer.write(
            f"HTTP/1.1 200 OK\r\n{own}Content-Length: 2\r\nConnection: close\r\n\r\nok".encode()
        )
        await writer.drain()
        writer.close()


@pytest.fixture
def behind() -> Behind:
    return Behind()


@pytest.fixture
async def edge(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, behind: Behind
) -> AsyncIterator[httpx.AsyncClient]:
    for name, value in LIMITS.items():
        monkeypatch.setenv(name, value)
    folder = RunFolder(tmp_path / "run")
    port = folder.port("edge")
    server = await asyncio.start_server(behind.answer, LOOPBACK, 0)
    gateway = f"{LOOPBACK}:{server.sockets[0].getsockname()[1]}"
    instances = {"gateway": gateway, "portal": gateway, "loans": f"{NOBODY},{gateway}"}
    part = edge_part(folder, port, dict.fromkeys(SERVICES, NOBODY) | instances)
    process = await asyncio.create_subprocess_exec(*part.command.argv)
    url = f"http://{LOOPBACK}:{port}"
    try:
        async with (
            server,
            httpx.AsyncClient(base_url=url, trust_env=False, verify=IN_CLEAR) as client,
        ):

            async def up() -> bool:
                try:
                    return (await client.get("/edge-is-up")).is_success
                except httpx.TransportError:
                    return False

            await until(up)
            yield client
    finally:
        behind.go_on.set()
        process.terminate()
        await process.wait()


async def test_every_answer_tells_browsers_to_trust_nothing(edge: httpx.AsyncClient) -> None:
    for path, status in (
        ("/api/gateway/me", 200),
        ("/api/withdrawals/types", 503),
        ("/metrics", 404),
        ("/other", 200),
    ):
        answer = await edge.get(path)
        assert answer.status_code == status, path
        assert {name: answer.headers.get_list(name) for name in HEADERS} == {
            name: [value] for name, value in HEADERS.items()
        }, path
        own = [OWN_CSP] if path == "/other" else [API_CSP]
        assert answer.headers.get_list("Content-Security-Policy") == own, path
        cached = ["no-store"] if path.startswith("/api/") else []
        assert answer.headers.get_list("Cache-Control") == cached, path
        assert "Strict-Transport-Security" not in answer.headers, "only over TLS"
        assert answer.headers.get("Retry-After") == ("2" if status == 503 else None)
        assert answer.headers.get("Server") == "nginx", "no version"


async def test_a_dead_instance_is_passed_by(edge: httpx.AsyncClient) -> None:
    """Of two instances one is dead: nobody sees that, whether asking or changing something."""
    for _ in range(20):
        assert (await edge.get("/api/loans/contracts", headers=KNOWN)).status_code == 200
        assert (await edge.post("/api/loans/contracts", headers=KNOWN, json={})).status_code == 200


async def test_the_bare_address_is_the_portals_and_the_public_keys_are_the_gateways(
    edge: httpx.AsyncClient,
) -> None:
    for path in ("/", "/notices", "/.well-known/jwks.json"):
        assert (await edge.get(path)).status_code == 200, path


@pytest.mark.parametrize(
    ("path", "size", "status"),
    [
        ("/api/withdrawals/applications", 120_000, 503),
        ("/api/withdrawals/applications", 140_000, 413),
        ("/api/gateway/sessions", 140_000, 413),
        ("/api/accounts/accounts/seal", 5_000_000, 503),
        ("/api/accounts/employers/1/accounts", 9_000_000, 413),
        ("/api/accounts/employers/1/changes/preview", 5_000_000, 503),
        ("/api/accounts/list-files/1/corrections", 5_000_000, 503),
        ("/api/credit/policies/files", 5_000_000, 503),
        ("/api/accounts/employers/1/lists/uploads", 20_000_000, 503),
        ("/api/accounts/employers/1/lists/uploads", 70_000_000, 413),
        ("/api/accounts/registrations/current/papers/uploads", 5_000_000, 503),
        ("/api/accounts/registrations/current/papers/uploads", 5_300_000, 413),
        ("/api/accounts/registrations/codes", 5_000, 413),
    ],
)
async def test_only_lists_of_people_and_of_policies_may_be_large(
    edge: httpx.AsyncClient, path: str, size: int, status: int
) -> None:
    answer = await edge.post(path, content=bytes(size))
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    "begun",
    [
        b"GET /api/withdrawals/types HTTP/1.1\r\nHost: x\r\nX-Slow: ",
        b"POST /api/gateway/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{",
    ],
)
async def test_whoever_sends_a_request_drop_by_drop_is_cut_off(
    edge: httpx.AsyncClient, begun: bytes
) -> None:
    began = time.monotonic()
    reader, writer = await asyncio.open_connection(edge.base_url.host, edge.base_url.port)
    writer.write(begun)
    answer: Any = b""
    async with asyncio.timeout(30):
        try:
            answer = await reader.read()
        except ConnectionResetError:
            pass
        finally:
            writer.close()
    assert b" 200 " not in answer
    assert time.monotonic() - began >= PATIENCE_SECONDS * 0.9, "cut off for another reason"


async def _begin(edge: httpx.AsyncClient, address: str) -> asyncio.StreamWriter:
    """Begin to send a login from an address, and stay there."""
    host, port = str(edge.base_url.host), edge.base_url.port
    _, writer = await asyncio.open_connection(host, port, local_addr=(address, 0))
    writer.write(b"POST /api/gateway/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{")
    await writer.drain()
    return writer


@asynccontextmanager
async def _slow_senders(edge: httpx.AsyncClient, addresses: Sequence[str]) -> AsyncIterator[None]:
    writers = [await _begin(edge, address) for address in addresses]
    try:
        yield
    finally:
        for writer in writers:
            writer.close()


async def test_slow_senders_keep_nobody_out(edge: httpx.AsyncClient) -> None:
    """Two hundred of them, where four requests are served at a time."""
    many = [f"127.0.31.{number + 1}" for number in range(SLOW_SENDERS)]
    async with _slow_senders(edge, many):
        for _ in range(20):
            assert (await edge.get("/api/gateway/me", headers=KNOWN)).status_code == 200
            assert (await edge.post("/api/gateway/sessions", json={})).status_code == 200


async def test_one_address_sends_few_bodies_at_a_time(edge: httpx.AsyncClient) -> None:
    host, port = str(edge.base_url.host), edge.base_url.port
    more_than_all = int(LIMITS["EDGE_SENDERS"]) + 3  # some come while `refused` has their place
    async with _slow_senders(edge, ["127.0.32.1"] * more_than_all):

        async def refused() -> bool:
            reader, writer = await asyncio.open_connection(host, port, local_addr=("127.0.32.1", 0))
            writer.write(b"POST /api/gateway/me HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n")
            status = (await reader.readline()).split()[1]
            writer.close()
            return status == b"429"

        await until(refused)
        assert (await edge.post("/api/gateway/sessions", json={})).status_code == 200


async def test_a_crowd_of_strangers_leaves_room_for_who_is_logged_in(
    edge: httpx.AsyncClient, behind: Behind
) -> None:
    behind.go_on.clear()
    strangers = [asyncio.create_task(edge.get("/api/gateway/login-codes")) for _ in range(2)]
    await until(lambda: behind.in_hand == 2)
    one_more = await edge.get("/api/gateway/login-codes")
    assert (one_more.status_code, one_more.headers["Retry-After"]) == (503, "2")
    known = asyncio.create_task(edge.get("/api/gateway/me", headers=KNOWN))
    await until(lambda: behind.in_hand == 3)
    behind.go_on.set()
    assert [answer.status_code for answer in await asyncio.gather(known, *strangers)] == [200] * 3


async def test_services_hear_our_name_whatever_the_street_calls_us(
    edge: httpx.AsyncClient,
) -> None:
    own = f"{edge.base_url.host}:{edge.base_url.port}"
    for path in ("/other", "/api/gateway/me"):
        answer = await edge.get(path, headers={"Host": "thief.example"})
        assert answer.headers["X-Host"] == own


@pytest.mark.parametrize(
    "path",
    [
        "/credit/search?q=x",
        "/credit/subjects/x",
        "/api/credit/public/subjects",
        "/api/credit/reports/x",
    ],
)
async def test_whoever_wants_the_whole_credit_register_is_slowed_down(
    edge: httpx.AsyncClient, path: str
) -> None:
    """More than twenty-five at once from one address are refused, with a time; it reads other pages on."""
    answers = await asyncio.gather(*(edge.get(path) for _ in range(60)))
    refused = [answer for answer in answers if answer.status_code == 429]
    assert len(refused) >= 20
    assert all(int(answer.headers["Retry-After"]) >= 1 for answer in refused)
    for other in ("/credit", "/credit/policies"):
        assert (await edge.get(other)).status_code != 429, other
    elsewhere = httpx.AsyncHTTPTransport(local_address="127.0.43.1")
    async with httpx.AsyncClient(base_url=edge.base_url, transport=elsewhere) as somebody_else:
        assert (await somebody_else.get(path)).status_code != 429


async def test_no_path_names_where_it_is_forwarded_to(edge: httpx.AsyncClient) -> None:
    """What is no service of ours is the portal's to refuse."""
    own = f"{edge.base_url.host}:{edge.base_url.port}"
    for name in ("localhost", "thief", "rabbitmq"):
        answer = await edge.get(f"/api/{name}/applications/1/events")
        assert (answer.status_code, answer.headers["X-Host"]) == (200, own)
