"""Requests made from the OpenAPI documents, right and wrong: no 5xx, and every answer as it is described.

`SECURITY_EXAMPLES` sets how many requests of either kind every operation gets, `SECURITY_SEED` which ones.
"""

import itertools
import json
import random
import uuid
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, GenerationMode, openapi
from schemathesis.checks import (
    content_type_conformance,
    not_a_server_error,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from schemathesis.core.failures import FailureGroup
from tests.support.issuer import confirmed

from shared.identity.principal import Role
from shared.messaging.topology import SERVICES

from .asking import ARRANGE, Asked, Town, town_in
from .chance import EXAMPLES, SEED
from .conftest import Hall
from .rights import ROLES, operations

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
SERVICES_FOLDER = Path(__file__).parents[2] / "services"
TABLE = operations()


@pytest.fixture(scope="module")
async def town(hall: Hall) -> Town:
    return await town_in(hall)


def made_up(operation: Any) -> list[Case]:
    """What Hypothesis makes of an operation's description, right and wrong; the same for the same seed."""
    cases: list[Case] = []
    for mode in GenerationMode:

        @seed(SEED)
        @settings(
            max_examples=EXAMPLES,
            database=None,
            deadline=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(operation.as_strategy(generation_mode=mode))
        def collect(case: Case) -> None:
            cases.append(case)

        with suppress(Unsatisfiable):  # What takes nothing cannot be given anything wrong.
            collect()
    return cases


def askers(name: str, choose: random.Random) -> Iterator[Role | None]:
    """Mostly those who may, so that requests get past the door; now and then anybody, or nobody."""
    cells = TABLE[name].cells
    may = [role for role in ROLES if cells and cells[role] not in ("-", "401")] or [None]
    for role in itertools.cycle(may):
        yield choose.choice([*ROLES, None]) if choose.random() < 0.2 else role


async def send(town: Town, service: str, case: Case, asked: Asked, role: Role | None) -> Any:
    """Send a case as it is, but for who asks."""
    if asked.path:
        case.path_parameters.update(asked.path)
    prepared = requests.Request(**case.as_transport_kwargs(base_url=f"http://{service}")).prepare()
    headers = {**prepared.headers, **asked.headers}
    headers.setdefault("Idempotency-Key", uuid.uuid4().hex)
    if role is not None:
        principal = town.principal(role, owner=asked.owner)
        token = await town.hall.token(principal)
        headers["Authorization"] = f"Bearer {token}"
        with suppress(ValueError):
            sent = json.loads(prepared.body or "null")
            headers |= confirmed(token, urlsplit(str(prepared.url)).path, sent)
    if service == "gateway":  # Two keys cannot begin to sign at one instant.
        town.hall.gateway.clock.advance(timedelta(seconds=1))
    return await town.hall.clients[service].request(
        str(prepared.method), str(prepared.url), content=prepared.body, headers=headers
    )


@cache
def described() -> dict[str, Any]:
    """Every operation as its service describes it: as committed, which `tests/contract` compares."""
    files = [SERVICES_FOLDER / service / "openapi.json" for service in SERVICES]
    return {
        f"{found.ok().method.upper()} {found.ok().path.removeprefix('/api')}": found.ok()
        for file in files
        for found in openapi.from_dict(json.loads(file.read_text("utf-8"))).get_all_operations()
    }


@pytest.mark.parametrize("name", TABLE)
async def test_every_answer_is_as_described_and_none_is_a_5xx(town: Town, name: str) -> None:
    operation, service = described()[name], TABLE[name].service
    asking = askers(name, random.Random(SEED))
    right = await ARRANGE[name](town) if "{" in name else Asked()
    failures = []
    for number, case in enumerate(made_up(operation)):
        asked = right if number % 2 == 0 else Asked(headers=right.headers)
        answer = await send(town, service, case, asked, next(asking))
        try:
            case.validate_response(answer, checks=CHECKS)
        except FailureGroup as group:
            failures.append(f"{answer.request.method} {answer.request.url} {case.body!r}: {group}")
    if (
        service == "gateway"
    ):  # Signing keys may have been taken back: those of the tests come again.
        await town.hall.trusted_again()
    assert failures == [], "\n".join(failures)
