"""Routes are found by the words of a path: the same ones, and the same answers, that FastAPI would give."""

import importlib
import re
from collections.abc import Iterator
from typing import Annotated
from uuid import UUID

import httpx
import pytest
from fastapi import APIRouter, Depends, FastAPI, Header, Query, Request, Response
from fastapi.routing import iter_route_contexts
from starlette.routing import Match

from shared.http.direct import directly
from shared.http.finding import RouteFinder, find_routes_quickly
from shared.messaging.topology import SERVICES

BASE = "/api/tested"
VALUES = ("3f6f1a52-7a41-4f0e-8a31-2f4b7e7c9a11", "202611", "my", "lookup", "a b")
"""What stands for a parameter: an id, a number, words that other routes have in its place, a blank."""


def application(*routers: APIRouter) -> FastAPI:
    app = FastAPI(telemetry={"tracing": False, "metrics": False, "logs": False})
    for router in routers:
        app.include_router(router, prefix=BASE)
    return app


def paths_of(app: FastAPI) -> Iterator[str]:
    """Every declared path with each of the values in the place of its parameters."""
    for context in iter_route_contexts(app.router.routes):
        for value in VALUES:
            yield re.sub(r"{[^}]*}", value, context.path or "")


@pytest.mark.parametrize("service", SERVICES)
def test_every_path_of_a_service_leads_where_trying_one_route_after_the_other_leads(
    service: str,
) -> None:
    app = application(*importlib.import_module(f"{service}.main").ROUTERS)
    finder = RouteFinder(app)
    tried = [
        (context, context.original_route) for context in iter_route_contexts(app.router.routes)
    ]
    for path in sorted(set(paths_of(app))):
        for method in ("GET", "POST", "PUT", "DELETE"):
            scope = {"type": "http", "path": path, "method": method, "root_path": ""}
            expected = next(
                (
                    (original, child["path_params"])
                    for context, original in tried
                    for match, child in [context.matches(scope)]
                    if match is Match.FULL
                ),
                None,
            )
            found = finder._found(scope)
            assert (found and (found[0].route, found[1])) == expected, f"{method} {path}"


router = APIRouter()


async def somebody(request: Request) -> str:
    return request.headers.get("authorization", "nobody")


async def with_reason(reason: Annotated[str | None, Header()] = None) -> str:
    return reason or "no reason"


@router.get("/people/mine")
async def mine(who: Annotated[str, Depends(somebody)]) -> Response:
    return Response(who)


@router.get("/people/{person_id}")
async def one(person_id: UUID, who: Annotated[str, Depends(somebody)]) -> Response:
    return Response(f"{person_id} for {who}")


@router.get("/people")
async def some(
    who: Annotated[str, Depends(somebody)], limit: Annotated[int, Query(le=9)] = 3
) -> Response:
    return Response(f"{limit} for {who}")


@router.get("/reasons")
async def reasons(why: Annotated[str, Depends(with_reason)]) -> Response:
    return Response(why)


@router.get("/made")
async def made(who: Annotated[str, Depends(somebody)]) -> dict[str, str]:
    return {"who": who}


@router.get("/files/{name:path}")
async def file(name: str) -> Response:
    return Response(name)


@pytest.mark.parametrize(
    ("asked", "status", "text"),
    [
        ("GET /people/mine", 200, "王"),
        (f"GET /people/{VALUES[0]}", 200, f"{VALUES[0]} for 王"),
        ("GET /people/nobody", 422, None),
        ("GET /people?limit=5", 200, "5 for 王"),
        ("GET /people?limit=10", 422, None),
        ("GET /reasons", 200, "no reason"),
        ("GET /made", 200, '{"who":"王"}'),
        ("GET /files/a/b.pdf", 200, "a/b.pdf"),
        ("GET /people/mine/", 307, ""),
        ("GET /nowhere", 404, None),
        ("POST /people/mine", 405, None),
    ],
)  # fmt: skip
async def test_what_is_asked_gets_the_answer_that_fastapi_gives(
    asked: str, status: int, text: str | None
) -> None:
    method, path = asked.split()
    quick, plain = application(router), application(router)
    find_routes_quickly(quick)
    answers = []
    for app in (quick, plain):
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
            headers = {"Authorization": "王".encode()}
            answers.append(await client.request(method, f"{BASE}{path}", headers=headers))
    found, expected = answers
    assert (found.status_code, found.text) == (expected.status_code, expected.text)
    assert found.status_code == status
    assert text is None or found.content.decode("utf-8") in (text, text.encode().decode("latin-1"))


def test_what_an_inclusion_adds_beside_a_prefix_is_refused_and_not_forgotten() -> None:
    app = FastAPI()
    app.include_router(router, prefix=BASE, dependencies=[Depends(somebody)])
    with pytest.raises(TypeError):
        find_routes_quickly(app)


def test_an_endpoint_that_asks_for_more_than_the_request_is_left_to_fastapi() -> None:
    served = {route.path: directly(route) is not None for route in router.routes}  # type: ignore[attr-defined, arg-type]
    assert served == {
        "/people/mine": True,
        "/people/{person_id}": True,
        "/people": True,
        "/reasons": False,
        "/made": False,
        "/files/{name:path}": True,
    }
