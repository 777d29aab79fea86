"""Who is known by a query password alone reads, and does besides only what tightens."""

import uuid

import pytest
from starlette.requests import Request

from shared.http.callers import CALLER, Bearer
from shared.http.problems import ProblemError
from shared.identity.principal import Principal, Role, claims_of, principal_of

READER = Principal(
    uuid.uuid4(), Role.INDIVIDUAL, uuid.uuid4(), None, "张*", "hotline", reads_only=True
)


async def let_in(method: str, bearer: Bearer, caller: Principal = READER) -> bool:
    request = Request({"type": "http", "method": method, "headers": [], CALLER: caller})
    try:
        await bearer.principal(request)
    except ProblemError as problem:
        return problem.status != 403
    return True


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
async def test_a_reader_changes_nothing_but_what_may_be_tightened(method: str) -> None:
    plain = Bearer([Role.INDIVIDUAL])
    assert not await let_in(method, plain)
    assert await let_in(method, Bearer([Role.INDIVIDUAL], tightens=True))
    assert not await let_in(method, Bearer([Role.STAFF_MAKER], tightens=True))
    assert await let_in("GET", plain)


def test_a_token_says_so_and_whatever_it_says_but_no_is_yes() -> None:
    assert principal_of(claims_of(READER)) == READER
    assert principal_of(claims_of(READER) | {"reads_only": "1"}).reads_only
    assert "reads_only" not in claims_of(Principal(uuid.uuid4(), Role.KIOSK, None, None, "", "web"))
