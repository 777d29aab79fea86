"""What is looked at before any of a body is read: who sends it, whether they may, and how much it is.

FastAPI reads and parses a body before it asks any dependency. So the gate stands where the body comes in:
whoever asks for the first piece of it waits until the route's own `Bearer` has let the sender in. It is one
place for all services, and a route needs nothing for it but its caller. Large bodies, which only few routes
take, are read a few at a time and one of each sender, so that memory is bounded whatever comes at once.
"""

import asyncio
import time
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID
from weakref import WeakValueDictionary

from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.types import Message, Receive, Scope

from shared.http.callers import CANNOT_TELL, Bearer, caller_of
from shared.http.problems import NotRead, ProblemError, too_large, try_again

BODY_MAX_BYTES = 128 * 1024
"""Of a route that says nothing else: ten times the longest body that a client of ours sends."""
LIST_MAX_BYTES = 8 * 1024 * 1024
"""A list of 10,000 people as JSON, with long names."""
BODY_MAX_SECONDS = 60.0
"""From the first piece to the last, however large."""
LARGE_AT_ONCE = 2
"""Parsed, a body is sixteen times as large as it was sent."""
LIMIT = "x-body-max-bytes"


def up_to(max_bytes: int) -> dict[str, Any]:
    """Declare how large a route's body may be, for `openapi_extra=`."""
    return {LIMIT: max_bytes}


class LargeBodies:
    """The few bodies of a process that may be large: some at once, one of each sender."""

    def __init__(self) -> None:
        self._room = asyncio.Semaphore(LARGE_AT_ONCE)
        self._senders: WeakValueDictionary[UUID | None, asyncio.Lock] = WeakValueDictionary()

    async def enter(self, sender: UUID | None) -> Callable[[], None]:
        """Wait for a place; returns what gives it back."""
        turn = self._senders.setdefault(sender, asyncio.Lock())
        await turn.acquire()
        try:
            await self._room.acquire()
        except BaseException:
            turn.release()
            raise

        def leave() -> None:
            self._room.release()
            turn.release()

        return leave


class Gate:
    """The way in of one request's body."""

    def __init__(self, scope: Scope, receive: Receive, large: LargeBodies) -> None:
        self._scope, self._receive, self._large = scope, receive, large
        self._left: int | None = None
        self._until = 0.0
        self._leave: Callable[[], None] | None = None

    async def receive(self) -> Message:
        """Give the next piece; raises `NotRead` where there is none to be had."""
        if self._left is None:
            self._left = await self._admitted()
            self._until = time.monotonic() + BODY_MAX_SECONDS
        message = await self._next()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise NotRead(too_large())
        return message

    def close(self) -> None:
        """Give back what was held for it."""
        if self._leave is not None:
            self._leave()
            self._leave = None

    async def _next(self) -> Message:
        if self._leave is None:
            return await self._receive()
        try:
            async with asyncio.timeout(self._until - time.monotonic()):
                return await self._receive()
        except TimeoutError:
            raise NotRead(ProblemError(408, "too-slow", "请求内容发送过慢，请重试。")) from None

    async def _admitted(self) -> int:
        """Ask who it is and whether they may; return how much they may send, in bytes."""
        endpoint, route = self._scope.get("endpoint"), self._scope.get("route")
        if endpoint is None or not isinstance(route, APIRoute):
            return BODY_MAX_BYTES
        bearer = bearer_of(route)
        if bearer is not None:
            await _let_in(bearer, self._scope)
        limit = limit_of(route)
        declared = _declared(self._scope)
        if declared is not None and declared > limit:
            raise NotRead(too_large())
        if limit > BODY_MAX_BYTES and (declared is None or declared > BODY_MAX_BYTES):
            caller = caller_of(self._scope)
            self._leave = await self._large.enter(caller.identity_id if caller else None)
        return limit


async def _let_in(bearer: Bearer, scope: Scope) -> None:
    try:
        await bearer.principal(Request(scope))
    except ProblemError as problem:
        raise NotRead(problem) from problem
    except CANNOT_TELL as error:
        raise NotRead(try_again()) from error


def bearer_of(route: APIRoute) -> Bearer | None:
    """Who a route lets in; None where anybody is."""
    return next((call for call in calls_of(route.dependant) if isinstance(call, Bearer)), None)


def limit_of(route: APIRoute) -> int:
    """How large a route's body may be, in bytes."""
    return int((route.openapi_extra or {}).get(LIMIT, BODY_MAX_BYTES))


def calls_of(dependant: Dependant) -> Iterator[Any]:
    """The endpoint and everything that is called for it before."""
    yield dependant.call
    for needed in dependant.dependencies:
        yield from calls_of(needed)


def _declared(scope: Scope) -> int | None:
    """How much the sender says that it is; None where they do not say."""
    found = next((value for name, value in scope["headers"] if name == b"content-length"), b"")
    return int(found) if found.isdigit() else None
