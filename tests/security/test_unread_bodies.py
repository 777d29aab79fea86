"""Nothing of a body is read before it is known who sends it, whether they may, and how much it is."""

import importlib
import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from fastapi.routing import APIRoute
from tests.integration.accounts import test_registrations as registering

from shared.http.callers import Bearer
from shared.http.gate import BODY_MAX_BYTES, LIST_MAX_BYTES, bearer_of, limit_of
from shared.identity.principal import ALL_RIGHTS, Principal, Role
from shared.messaging.topology import SERVICES

from .conftest import Hall

PIECE = b" " * 65_536
FLOOD_BYTES = 50 * 1024 * 1024
READ = frozenset({"GET", "HEAD"})


@dataclass
class Sender:
    """Sends a body that never ends, and counts what is taken of it."""

    taken: int = 0
    answer: list[Any] = field(default_factory=list)

    async def receive(self) -> dict[str, Any]:
        self.taken += len(PIECE)
        return {"type": "http.request", "body": PIECE, "more_body": True}

    async def send(self, message: Any) -> None:
        self.answer.append(message)

    @property
    def status(self) -> int:
        return int(self.answer[0]["status"])


async def flood(
    hall: Hall, line: tuple[str, str], *, token: str | None, length: int | None
) -> Sender:
    """Send an endless body to method and path; `length` is what is said of it."""
    method, path = line
    service = path.split("/")[2]
    sender = Sender()
    headers = [(b"host", b"x"), (b"content-type", b"application/json"), (b"idempotency-key", b"k")]
    if token is not None:
        headers.append((b"authorization", f"Bearer {token}".encode()))
    if length is not None:
        headers.append((b"content-length", str(length).encode()))
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method,
        "scheme": "http", "path": path, "raw_path": path.encode(), "query_string": b"",
        "root_path": "", "headers": headers, "client": ("127.0.0.1", 1), "server": ("x", 80),
    }  # fmt: skip
    await hall.apps[service](scope, sender.receive, sender.send)
    return sender


def changing(service: str) -> Iterator[tuple[str, str, APIRoute]]:
    """The operations of a service that take a body and want to know from whom."""
    for router in importlib.import_module(f"{service}.main").ROUTERS:
        for route in router.routes:
            if isinstance(route, APIRoute) and bearer_of(route) is not None and route.body_field:
                path = re.sub(r"\{[^}]+\}", str(uuid.uuid4()), route.path)
                for method in route.methods - READ:
                    yield method, f"/api/{service}{path}", route


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("length", [FLOOD_BYTES, None])
async def test_not_a_byte_is_taken_from_who_has_no_token(
    hall: Hall, service: str, length: int | None
) -> None:
    asked = list(changing(service))
    assert asked
    for method, path, _ in asked:
        for token in (None, "not-a-token"):
            sender = await flood(hall, (method, path), token=token, length=length)
            assert (sender.status, sender.taken) == (401, 0), path


def nobody_s_business(hall: Hall) -> str:
    """Whoever watches the services may post nothing."""
    return hall.keys.token(Principal(uuid.uuid4(), Role.SERVICE, None, None, "监控", "web"))


@pytest.mark.parametrize("service", SERVICES)
async def test_not_a_byte_is_taken_from_who_may_not_do_it(hall: Hall, service: str) -> None:
    token = nobody_s_business(hall)
    refused = 0
    for method, path, route in changing(service):
        bearer = bearer_of(route)
        if bearer is None or Role.SERVICE in bearer.roles:
            continue
        sender = await flood(hall, (method, path), token=token, length=FLOOD_BYTES)
        assert (sender.status, sender.taken) == (403, 0), path
        refused += 1
    assert refused


async def let_in(hall: Hall, bearer: Bearer) -> str:
    """A token that is good there: of a login, or of a proven phone where no login is."""
    if not bearer.roles:
        applicant = await registering.entered(hall.accounts, "13905349911")
        return applicant.headers["Authorization"].removeprefix("Bearer ")
    principal = Principal(
        uuid.uuid4(), min(bearer.roles), uuid.uuid4(), None, "张*", "web", rights=ALL_RIGHTS
    )
    return hall.keys.token(principal)


@pytest.mark.parametrize("service", SERVICES)
async def test_not_a_byte_is_taken_of_what_is_too_large(hall: Hall, service: str) -> None:
    for method, path, route in changing(service):
        bearer = bearer_of(route)
        assert bearer is not None
        token = await let_in(hall, bearer)
        sender = await flood(hall, (method, path), token=token, length=limit_of(route) + 1)
        assert (sender.status, sender.taken) == (413, 0), path
        endless = await flood(hall, (method, path), token=token, length=None)
        assert endless.status == 413, path
        assert endless.taken <= limit_of(route) + len(PIECE), path


def test_only_lists_of_people_and_of_policies_may_be_large() -> None:
    large = {
        path
        for service in SERVICES
        for _, path, route in changing(service)
        if BODY_MAX_BYTES < limit_of(route) <= LIST_MAX_BYTES
    }
    assert {path.rpartition("/")[2] for path in large} == {
        "seal", "unseal", "base", "accounts", "opening-balances", "files",
        "changes", "base-round", "preview", "back-payments", "corrections",
    }  # fmt: skip


async def test_a_stranger_s_flood_at_a_public_operation_is_small(hall: Hall) -> None:
    for length, taken in ((FLOOD_BYTES, 0), (None, BODY_MAX_BYTES + len(PIECE))):
        sender = await flood(hall, ("POST", "/api/gateway/login-codes"), token=None, length=length)
        assert sender.status == 413
        assert sender.taken <= taken
