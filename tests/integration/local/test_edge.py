"""The edge alone: the headers that every answer has, how much may be sent, and how slowly."""

import asyncio
import time
from collections.abc import AsyncIterator
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


async def _answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Something behind the edge that sets one header of its own, and only on its page."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    own = f"Content-Security-Policy: {OWN_CSP}\r\n" if head.startswith("GET / ") else ""
    writer.write(
        f"HTTP/1.1 200 OK\r\n{own}Content-Length: 2\r\nConnection: close\r\n\r\nok".encode()
    )
    await writer.drain()
    writer.close()


@pytest.fixture
async def edge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[httpx.AsyncClient]:
    monkeypatch.setenv("EDGE_PATIENCE_SECONDS", str(int(PATIENCE_SECONDS)))
    folder = RunFolder(tmp_path / "run")
    port = folder.port("edge")
    behind = await asyncio.start_server(_answer, LOOPBACK, 0)
    gateway = f"{LOOPBACK}:{behind.sockets[0].getsockname()[1]}"
    part = edge_part(folder, port, dict.fromkeys(SERVICES, NOBODY) | {"gateway": gateway})
    process = await asyncio.create_subprocess_exec(*part.command.argv)
    url = f"http://{LOOPBACK}:{port}"
    try:
        async with (
            behind,
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
        process.terminate()
        await process.wait()


async def test_every_answer_tells_browsers_to_trust_nothing(edge: httpx.AsyncClient) -> None:
    for path, status in (
        ("/api/gateway/me", 200),
        ("/api/withdrawals/types", 503),
        ("/metrics", 404),
        ("/", 200),
    ):
        answer = await edge.get(path)
        assert answer.status_code == status, path
        assert {name: answer.headers.get_list(name) for name in HEADERS} == {
            name: [value] for name, value in HEADERS.items()
        }, path
        own = [OWN_CSP] if path == "/" else [API_CSP]
        assert answer.headers.get_list("Content-Security-Policy") == own, path
        cached = ["no-store"] if path.startswith("/api/") else []
        assert answer.headers.get_list("Cache-Control") == cached, path
        assert "Strict-Transport-Security" not in answer.headers, "only over TLS"
        assert answer.headers.get("Retry-After") == ("2" if status == 503 else None)
        assert answer.headers.get("Server") == "nginx", "no version"


@pytest.mark.parametrize(
    ("path", "size", "status"),
    [
        ("/api/withdrawals/applications", 900_000, 503),
        ("/api/withdrawals/applications", 1_100_000, 413),
        ("/api/gateway/sessions", 1_100_000, 413),
        ("/api/accounts/accounts/seal", 5_000_000, 503),
        ("/api/accounts/employers/1/accounts", 70_000_000, 413),
    ],
)
async def test_only_lists_of_people_may_be_large(
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
