"""Load shedding: beyond what a service can take in, it says at once when to come again, and does what it has.

Two bounds. Requests in hand, for every service: who would wait too long only costs the others. A part of
them is kept for who is logged in, which the token proves: strangers who come in crowds keep nobody out.
And work that was accepted and has not gone on yet, measured where it lies: what is accepted faster than it is
done would else grow in queues and tables.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from shared.base.errors import ServiceError
from shared.base.telemetry import REQUESTS_SHED
from shared.http.callers import CANNOT_TELL, verified
from shared.http.problems import ProblemError, try_again

UNBOUNDED = ("/healthz", "/readyz", "/metrics", "/events")
"""How paths end that are served even when the service is full: operators' own, and live progress, which has a
bound of its own and lasts as long as somebody looks."""
COME_AGAIN_SECONDS = 5
MEASURED_FOR_SECONDS = 0.25


RESERVED_SHARE = 4
"""One place in so many is only for who is logged in."""


class RequestsInHand:
    """Tells whoever comes while too many are served to try again, before anything is done for them."""

    def __init__(self, app: ASGIApp, limit: int) -> None:
        self._app = app
        self._limit = limit
        self._open_to_all = limit - limit // RESERVED_SHARE
        self._in_hand = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or not now."""
        if scope["type"] != "http" or scope["path"].endswith(UNBOUNDED):
            await self._app(scope, receive, send)
            return
        if not await self._room_for(scope, receive):
            REQUESTS_SHED.labels("requests").inc()
            await try_again().response()(scope, receive, send)
            return
        self._in_hand += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._in_hand -= 1

    async def _room_for(self, scope: Scope, receive: Receive) -> bool:
        """Look at the token only when places become few; the last ones are for a good one."""
        if self._in_hand < self._open_to_all:
            return True
        if self._in_hand >= self._limit:
            return False
        try:
            await verified(Request(scope, receive))
        except ProblemError:
            return False
        except CANNOT_TELL:
            return False
        return self._in_hand < self._limit


class Busy(ServiceError):
    """Too much has been accepted that has not gone on yet."""

    status = 503
    code = "busy"
    detail = f"当前办理人数较多，请{COME_AGAIN_SECONDS}秒后重试；重复提交不会重复办理。"


class Admission:
    """The bound on accepted work; asks for the measure only when somebody wants in."""

    def __init__(self, measure: Callable[[], Awaitable[int]], limit: int) -> None:
        self._measure = measure
        self._limit = limit
        self._found = 0
        self._since = 0
        """Let in since it was measured: what is about to be accepted counts too."""
        self._good_until = 0.0
        self._measuring = asyncio.Lock()

    async def enter(self) -> None:
        """Take one more in; raises `Busy`."""
        async with self._measuring:
            if time.monotonic() >= self._good_until:
                self._since = 0
                self._found = await self._measure()
                self._good_until = time.monotonic() + MEASURED_FOR_SECONDS
        if self._found + self._since >= self._limit:
            REQUESTS_SHED.labels("backlog").inc()
            raise Busy(retry_after_seconds=COME_AGAIN_SECONDS)
        self._since += 1
