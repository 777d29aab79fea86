"""Calls an endpoint that asks for nothing but what a request gives by itself, without a framework's detours.

FastAPI walks through the tree of an endpoint's dependencies on every request: it asks each of them what it
is, looks for parameters that it does not have, and keeps what it found. That costs more than the look at the
token. Where each dependency takes the request alone, and the endpoint makes its answer itself, one call after
the other does the same in the same order. Parameters are read by FastAPI in any case, after those calls.
"""

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any

from fastapi.dependencies.models import Dependant
from fastapi.dependencies.utils import solve_dependencies
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute, request_response
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

Handler = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True)
class _Needed:
    """One dependency of an endpoint."""

    name: str | None
    """Of the endpoint's parameter; None where only its refusal counts."""
    request_name: str | None
    call: Callable[..., Awaitable[Any]]

    async def ask(self, request: Request) -> Any:
        return await (
            self.call(**{self.request_name: request}) if self.request_name else self.call()
        )


def directly(route: APIRoute) -> ASGIApp | None:
    """Make what serves a route so; None where it asks for more."""
    dependant = route.dependant
    if not _answers_itself(dependant) or not all(map(_is_plain, dependant.dependencies)):
        return None
    calls = [one.call for one in dependant.dependencies]
    if len({id(call) for call in calls}) < len(calls):
        return None
    handle = _handler(dependant)
    return request_response(handle) if _has_parameters(dependant) else _served(handle)


def _served(handle: Handler) -> ASGIApp:
    """Without what FastAPI keeps for dependencies that end after the answer; problems are made outside."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        response = await handle(Request(scope, receive, send))
        await response(scope, receive, send)

    return app


def _handler(dependant: Dependant) -> Handler:
    endpoint: Any = dependant.call
    needed = [
        _Needed(one.name, one.request_param_name, one.call)
        for one in dependant.dependencies
        if one.call is not None
    ]
    request_name = dependant.request_param_name
    parameters = replace(dependant, dependencies=[]) if _has_parameters(dependant) else None

    async def handle(request: Request) -> Response:
        values: dict[str, Any] = {request_name: request} if request_name else {}
        for one in needed:
            found = await one.ask(request)
            if one.name is not None:
                values[one.name] = found
        if parameters is not None:
            values.update(await _read(parameters, request))
        response: Response = await endpoint(**values)
        return response

    return handle


async def _read(parameters: Dependant, request: Request) -> dict[str, Any]:
    """What path, query and header say; raises what FastAPI raises."""
    read = await solve_dependencies(
        request=request,
        dependant=parameters,
        async_exit_stack=request.scope["fastapi_inner_astack"],
        embed_body_fields=False,
    )
    if read.errors:
        raise RequestValidationError(read.errors)
    return read.values


def _answers_itself(endpoint: Dependant) -> bool:
    """Whether it takes no body and gives an answer that nobody is to make of what it returns."""
    call = endpoint.call
    told = inspect.signature(call).return_annotation if inspect.iscoroutinefunction(call) else None
    whole = inspect.isclass(told) and issubclass(told, Response)
    return whole and not endpoint.body_params and not _wants_more(endpoint)


def _is_plain(needed: Dependant) -> bool:
    """Whether a dependency asks for the request or nothing, and is awaited."""
    call = needed.call
    awaited = inspect.iscoroutinefunction(call) or inspect.iscoroutinefunction(
        getattr(call, "__call__", None)  # noqa: B004
    )
    more = needed.dependencies or needed.body_params or _has_parameters(needed)
    return awaited and not more and not _wants_more(needed)


def _has_parameters(dependant: Dependant) -> bool:
    return bool(
        dependant.path_params
        or dependant.query_params
        or dependant.header_params
        or dependant.cookie_params
    )


def _wants_more(dependant: Dependant) -> bool:
    """Whether it takes something of FastAPI's that only FastAPI can give."""
    return any(
        one is not None
        for one in (
            dependant.websocket_param_name,
            dependant.http_connection_param_name,
            dependant.response_param_name,
            dependant.background_tasks_param_name,
            dependant.security_scopes_param_name,
            dependant.concurrency,
        )
    )
