"""The outermost of our layers around every request: trace, bound, time, and never a bare error."""

import contextlib
import functools
import time
from collections.abc import Mapping

from opentelemetry.trace import INVALID_SPAN, Span
from prometheus_client import Histogram
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shared.audit import trail as audit
from shared.base.db import DATABASE_AWAY
from shared.base.telemetry import HTTP_IN_FLIGHT, HTTP_SECONDS, get_logger
from shared.base.tracing import (
    SpanKind,
    current_trace_id,
    failed,
    joined,
    new_traceparent,
    read_traceparent,
    recording,
    traced,
)
from shared.http.gate import Gate, LargeBodies
from shared.http.problems import ProblemError, try_again
from shared.messaging.unit import Context

OPERATIONS = ("/healthz", "/readyz", "/metrics")
"""Asked every few seconds by machines: not traced."""
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
"""What is counted by name; anybody can invent others."""

_IN_FLIGHT = HTTP_IN_FLIGHT.track_inprogress()

log = get_logger()


class RequestMiddleware:
    """Starts or joins the trace, times the request, opens the gate to its body, and turns surprises into 500.

    Whoever is turned away further in (`shared.http.admission`) is traced and counted, too.

    What its transactions did not record belongs into the audit trail before the answer leaves.
    """

    def __init__(self, app: ASGIApp, base: str) -> None:
        self._app = app
        self._base = base
        self._large = LargeBodies()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        answering = _Answering(scope, receive, send)
        gate = Gate(scope, receive, self._large)
        started = time.perf_counter()
        with (
            _IN_FLIGHT,
            _request_traced(scope, headers) as span,
            audit.of_request(_trail_of(scope)),
        ):
            try:
                await self._app(scope, gate.receive, answering.send)
            except Exception:
                log.exception("request failed", path=scope["path"])
                if answering.status != 500:
                    raise
                problem = ProblemError(500, "internal", "系统出现问题，已通知运维人员。").response()
                await problem(scope, receive, send)
            finally:
                gate.close()
                seconds, route = time.perf_counter() - started, self._route(scope)
                method = scope["method"] if scope["method"] in METHODS else "other"
                _http_seconds(route, method, answering.status).observe(seconds)
                _describe(span, scope["method"], route, answering.status)

    def _route(self, scope: Scope) -> str:
        """The whole path as it was declared; a router's own part of it lacks the service's base."""
        path: str = getattr(scope.get("route"), "path", "unmatched")
        inside = scope["path"].startswith(f"{self._base}/") and path.startswith("/")
        return path if not inside or path.startswith(self._base) else f"{self._base}{path}"


class _Answering:
    """The answer of one request, on its way out."""

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._scope, self._receive, self._send = scope, receive, send
        self._replaced = False
        self.status = 500

    async def send(self, message: Message) -> None:
        """Send on; an answer that cannot be recorded is replaced by "try again"."""
        if self._replaced:
            return
        if message["type"] == "http.response.start":
            try:
                await self._record(message["status"])
            except DATABASE_AWAY as error:
                log.warning("answer not recorded", error=repr(error))
                self._replaced, self.status = True, 503
                await try_again().response()(self._scope, self._receive, self._send)
                return
            self.status = message["status"]
        await self._send(message)

    async def _record(self, status: int) -> None:
        trail = audit.current()
        if trail is not None and trail.due and status < 500:
            context: Context = self._scope["app"].state.context
            await audit.append(context.pool, trail.records(audit.outcome_of(status)))
            trail.recorded = True


def _trail_of(scope: Scope) -> audit.Trail:
    """Begin the request's line in the audit trail."""
    client = scope.get("client")
    return audit.Trail(scope["method"], str(client[0]) if client else "", current_trace_id())


@functools.cache
def _http_seconds(route: str, method: str, status: int) -> Histogram:
    return HTTP_SECONDS.labels(route, method, str(status))


def _request_traced(
    scope: Scope, headers: Mapping[bytes, bytes]
) -> contextlib.AbstractContextManager[Span]:
    """The span of one request, in the caller's trace if it names one."""
    if scope["path"] in OPERATIONS:
        return contextlib.nullcontext(INVALID_SPAN)
    traceparent = read_traceparent(headers.get(b"traceparent", b""))
    if not recording():
        return joined(traceparent or new_traceparent())
    attributes = {
        "http.request.method": scope["method"],
        "url.scheme": scope["scheme"],
        "url.path": scope["path"],
    }
    return traced(scope["method"], traceparent, SpanKind.SERVER, attributes)


def _describe(span: Span, method: str, route: str, status: int) -> None:
    """What is known of a request when it has been answered."""
    if not span.is_recording():
        return
    span.update_name(f"{method} {route}")
    span.set_attribute("http.route", route)
    span.set_attribute("http.response.status_code", status)
    if status >= 500:
        failed(span, str(status))
