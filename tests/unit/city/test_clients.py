"""A caller whose answer is cut off asks again under the same key, and is told when it stays so."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import fields
from typing import Any

import httpx
import pytest

from city import clients
from city.clients import http_client, visitor
from local.addresses import City

WHOLE = (
    b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n{"id": "7"}'
)
CUT_OFF = WHOLE[:-11]
"""What a service leaves that is killed between head and body."""


@asynccontextmanager
async def edge(answers: list[bytes], heard: list[bytes]) -> AsyncIterator[str]:
    """Give these answers, one a connection."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(answers.pop(0))
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


async def applied(answers: list[bytes], heard: list[bytes]) -> Any:
    async with edge(answers, heard) as url, http_client() as client:
        values: dict[str, Any] = {field.name: "" for field in fields(City)} | {"edge_url": url}
        return await visitor(client, City(**values)).post("withdrawals/applications")


def keys(heard: list[bytes]) -> set[bytes]:
    lines = [line for request in heard for line in request.split(b"\r\n")]
    return {line for line in lines if line.lower().startswith(b"idempotency-key:")}


async def test_an_answer_that_is_cut_off_is_asked_for_again_under_the_same_key() -> None:
    heard: list[bytes] = []
    assert await applied([CUT_OFF, b"", WHOLE], heard) == {"id": "7"}
    assert len(heard) == 3
    assert len(keys(heard)) == 1


async def test_who_is_never_answered_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clients, "BUSY_TRIES", 2)
    heard: list[bytes] = []
    with pytest.raises(httpx.RemoteProtocolError):
        await applied([CUT_OFF, CUT_OFF], heard)
    assert len(heard) == 2
