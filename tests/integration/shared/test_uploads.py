"""A file is received in pieces, whole or not at all, from somebody known, and leaves nothing behind."""

import asyncio
import hashlib
import os
import stat
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Annotated, Any

import httpx
import pytest
from fastapi import Depends
from tests.support.apps import app_of

from shared.http import gate
from shared.http.callers import require
from shared.http.uploads import Upload, UploadBody
from shared.identity.principal import InvalidToken, Principal, Role
from shared.service import Service

LIMIT_BYTES = 1_000_000
LISTS = UploadBody(LIMIT_BYTES, "text/csv")
OPERATOR, OTHER, CITIZEN = (uuid.UUID(int=number) for number in (1, 2, 3))


class Known:
    """Knows who is who by the id in the token."""

    async def verify(self, token: str) -> Principal:
        try:
            identity = uuid.UUID(token)
        except ValueError as error:
            raise InvalidToken(token) from error
        role = Role.INDIVIDUAL if identity == CITIZEN else Role.EMPLOYER_OPERATOR
        return Principal(identity, role, None, None, "测*", "web")


@dataclass
class Office:
    """A service that takes lists, and what it saw of them."""

    client: httpx.AsyncClient
    modes: list[int] = field(default_factory=list)
    links: list[int] = field(default_factory=list)

    async def send(self, content: Any, who: object = OPERATOR, media_type: str = "text/csv") -> Any:
        headers = {"Authorization": f"Bearer {who}", "Content-Type": media_type}
        return await self.client.post("/uploads", content=content, headers=headers)


@asynccontextmanager
async def office(service_context: Any) -> AsyncIterator[Office]:
    context = await service_context("loans")
    app = app_of(Service("loans", context.settings), context)
    app.state.token_verifier = Known()
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://loans") as client:
        made = Office(client)

        @app.post("/uploads", openapi_extra=LISTS.described)
        async def upload(
            body: Annotated[Upload, Depends(LISTS)],
            _caller: Annotated[Principal, Depends(require(Role.EMPLOYER_OPERATOR))],
        ) -> dict[str, Any]:
            seen = os.fstat(body.file.fileno())
            made.modes.append(stat.S_IMODE(seen.st_mode))
            made.links.append(seen.st_nlink)
            whole = body.file.read()
            return {"read": hashlib.sha256(whole).hexdigest(), **body.name.model_dump()}

        yield made


async def pieces(count: int, piece: bytes = b"x" * 10_000) -> AsyncIterator[bytes]:
    for _ in range(count):
        yield piece


async def test_a_file_comes_whole_with_its_digest_and_has_no_name(service_context: Any) -> None:
    async with office(service_context) as made:
        answer = await made.send(pieces(50))
    digest = hashlib.sha256(b"x" * 500_000).hexdigest()
    assert answer.json() == {"read": digest, "sha256": digest, "size_bytes": 500_000}
    assert (made.modes, made.links) == ([0o600], [0])


async def test_a_file_that_cannot_be_is_refused(service_context: Any) -> None:
    async with office(service_context) as made:
        refused = [
            await made.send(pieces(101)),
            await made.send(b"x" * (LIMIT_BYTES + 1)),
            await made.send(b"x", media_type="application/zip"),
            await made.send(b""),
            await made.send(b"x", who=CITIZEN),
            await made.send(b"x", who="nobody"),
        ]
    assert [(each.status_code, each.json()["title"]) for each in refused] == [
        (413, "too-large"),
        (413, "too-large"),
        (415, "media-type"),
        (400, "empty-file"),
        (403, "not-allowed"),
        (401, "login-expired"),
    ]
    assert made.modes == []


async def test_few_are_read_at_once_and_one_of_each_sender(service_context: Any) -> None:
    """Two of the same operator wait for each other; another's comes in between."""
    reading: list[uuid.UUID] = []
    most: list[tuple[int, int]] = []
    go = asyncio.Event()

    async def slow(who: uuid.UUID) -> AsyncIterator[bytes]:
        reading.append(who)
        most.append((len(reading), reading.count(who)))
        await go.wait()
        reading.remove(who)
        yield b"x" * 200_000

    async with office(service_context) as made:
        senders = [OPERATOR, OPERATOR, OTHER, uuid.UUID(int=9)]
        tasks = [asyncio.create_task(made.send(slow(who), who)) for who in senders]
        while len(reading) < gate.LARGE_AT_ONCE:
            await asyncio.sleep(0)
        go.set()
        answers = await asyncio.gather(*tasks)
    assert [answer.status_code for answer in answers] == [200] * 4
    assert max(most) <= (gate.LARGE_AT_ONCE, 1)


async def test_who_sends_drop_by_drop_gives_the_place_back(
    service_context: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "BODY_MAX_SECONDS", 0.2)

    async def never() -> AsyncIterator[bytes]:
        yield b"x"
        await asyncio.Event().wait()

    async with office(service_context) as made:
        answer = await made.send(never())
        again = await made.send(b"x" * 200_000)
    assert (answer.status_code, answer.json()["title"]) == (408, "too-slow")
    assert again.status_code == 200
