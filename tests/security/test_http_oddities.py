"""Requests that no description allows and no client of ours sends: each gets a problem, none a 5xx."""

import base64
import uuid
from collections.abc import AsyncIterator
from typing import Any

import pytest
from prometheus_client import REGISTRY

from shared.http import middleware
from shared.http.gate import BODY_MAX_BYTES
from shared.identity.principal import Role

from .conftest import Hall

APPLICATIONS = "/api/withdrawals/applications"
BANS = "/api/withdrawals/bans"
"""Its body is read without anything having been confirmed by a code."""
DEEP = b"[" * 100_000


async def ask(
    hall: Hall,
    method: str = "POST",
    path: str = APPLICATIONS,
    role: Role = Role.INDIVIDUAL,
    **more: Any,
) -> Any:
    token = hall.withdrawals.caller(role, uuid.UUID(int=7)).headers
    headers = {**token, "Idempotency-Key": "k", "Content-Type": "application/json"}
    return await hall.clients["withdrawals"].request(method, path, headers=headers, **more)


@pytest.mark.parametrize(
    "content",
    [
        DEEP,
        b'{"a":' * 20_000,
        b"\xff\xfe",
        b'{"kind": NaN}',
        b'{"\\ud800": 1}',
        b'{"kind": "\\ud800", "card_number": "1"}',
        b"1" * 5_000,
        b'"' + "\u202e张".encode() * 10_000 + b'"',
    ],
)
async def test_a_body_that_no_client_sends_is_a_problem(hall: Hall, content: bytes) -> None:
    answer = await ask(hall, path=BANS, role=Role.STAFF_MAKER, content=content)
    assert answer.status_code in (400, 422), answer.text
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["detail"]


async def test_a_cursor_without_end_is_none_of_ours(hall: Hall) -> None:
    for raw in (b"[" * 5_000, b'["' + b"a" * 5_000 + b'"]', b'["\\ud800", "x"]', b"[1e400, 1]"):
        cursor = base64.urlsafe_b64encode(raw).decode()
        answer = await ask(hall, "GET", params={"cursor": cursor})
        assert (answer.status_code, answer.json()["title"]) == (400, "bad-cursor"), raw[:20]


async def test_a_body_that_says_no_length_is_counted(hall: Hall) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(100):
            yield b" " * (BODY_MAX_BYTES // 50)

    answer = await ask(hall, content=endless())
    assert (answer.status_code, answer.json()["title"]) == (413, "too-large")


async def test_methods_that_somebody_invents_are_not_counted_each_by_its_name(hall: Hall) -> None:
    for number in range(5):
        assert (await ask(hall, f"BREW{number}")).status_code == 405
    counted = {
        sample.labels["method"]
        for metric in REGISTRY.collect()
        if metric.name == "http_request_seconds"
        for sample in metric.samples
    }
    assert "other" in counted
    assert counted <= {*middleware.METHODS, "other"}
