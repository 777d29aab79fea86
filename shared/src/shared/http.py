"""The HTTP edge of a service: problem details, who is calling, idempotency keys, cursors, health.

Errors are RFC 9457 problem details with a stable `type` and a Chinese `detail`. A POST that creates
something or moves money takes an `Idempotency-Key`: the same key and body get the same answer again, another
body gets 422; key, business change and events are one transaction.
"""

import asyncio
import base64
import binascii
import contextlib
import functools
import json
import time
import uuid
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

import asyncpg
from fastapi import Depends, FastAPI, Header, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.models import HTTPBearer as HTTPBearerModel
from fastapi.responses import JSONResponse, PlainTextResponse
from fastapi.security.base import SecurityBase
from opentelemetry.trace import INVALID_SPAN, Span
from prometheus_client import CONTENT_TYPE_LATEST, Histogram, generate_latest
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shared.db import CONTENDED, DATABASE_AWAY
from shared.errors import ServiceError
from shared.identifiers import InvalidIdentifier
from shared.telemetry import HTTP_IN_FLIGHT, HTTP_SECONDS, get_logger
from shared.tokens import InvalidToken, KeysUnavailable, Principal, Role, TokenVerifier
from shared.tracing import SpanKind, failed, read_traceparent, traced
from shared.unit import Context, Unit

PROBLEM_TYPE = "application/problem+json"
PROBLEM_BASE = "urn:provident-fund:problem:"
CONTENTION_TRIES = 5
OPERATIONS = ("/healthz", "/readyz", "/metrics")
"""Asked every few seconds by machines: not traced."""
BODY_MAX_BYTES = 64 * 1024 * 1024
"""A remittance list of 100,000 people fits."""

log = get_logger()


class ProblemError(Exception):
    """An answer other than success: HTTP status, stable code, one Chinese sentence."""

    def __init__(self, status: int, code: str, detail: str, **extra: Any) -> None:
        super().__init__(detail)
        self.status = status
        self.code = code
        self.detail = detail
        self.extra = extra

    def response(self) -> Response:
        """The problem as `application/problem+json`."""
        retry_after = self.extra.get("retry_after_seconds")
        headers = {"Retry-After": str(retry_after)} if retry_after is not None else {}
        if self.status == 401:
            headers["WWW-Authenticate"] = "Bearer"
        body = {
            "type": PROBLEM_BASE + self.code,
            "title": self.code,
            "status": self.status,
            "detail": self.detail,
            **self.extra,
        }
        return Response(
            json.dumps(body, ensure_ascii=False, default=str),
            self.status,
            media_type=PROBLEM_TYPE,
            headers=headers,
        )


def not_found() -> ProblemError:
    """What a stranger's id answers, and one that does not exist."""
    return ProblemError(404, "not-found", "没有找到您要的内容。")


async def get_context(request: Request) -> Context:
    """Give an endpoint what the running service has; a plain function would be sent to a thread."""
    context: Context = request.app.state.context
    return context


ContextDependency = Annotated[Context, Depends(get_context)]


class _Caller(SecurityBase):
    """A dependency: the caller, by the token, if it has one of the roles."""

    model = HTTPBearerModel()
    scheme_name = "HTTPBearer"

    def __init__(self, roles: tuple[Role, ...]) -> None:
        self._roles = frozenset(roles)

    async def __call__(self, request: Request) -> Principal:
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise ProblemError(401, "login-required", "请先登录。")
        verifier: TokenVerifier = request.app.state.token_verifier
        try:
            caller = await verifier.verify(token)
        except InvalidToken as error:
            raise ProblemError(401, "login-expired", "登录已失效，请重新登录。") from error
        if caller.role not in self._roles:
            raise ProblemError(403, "not-allowed", "您没有办理此业务的权限。")
        return caller


def require(*roles: Role) -> Callable[..., Awaitable[Principal]]:
    """Make a dependency that lets only these roles in: 401 without a valid token, else 403."""
    return _Caller(roles)


@dataclass(frozen=True)
class Edge:
    """The edge of one POST: its transaction and its idempotency key."""

    context: Context
    principal_id: uuid.UUID
    key: str
    path: str

    async def once(
        self,
        body: BaseModel | None,
        status: int,
        handler: Callable[[Unit], Awaitable[BaseModel]],
        location: Callable[[BaseModel], str] | None = None,
    ) -> Response:
        """Run the handler in one transaction, at most once for this key; repeats get its answer."""
        request_hash = self.request_hash(body)
        for attempt in range(CONTENTION_TRIES):
            try:
                return await self._attempt(request_hash, status, handler, location)
            except CONTENDED:
                if attempt == CONTENTION_TRIES - 1:
                    raise
                await asyncio.sleep(0)
        raise AssertionError("unreachable")

    def request_hash(self, body: BaseModel | None) -> str:
        """Keyed, since bodies hold ID and card numbers that a plain hash would give away (R-CHK-4)."""
        text = body.model_dump_json() if body is not None else ""
        return self.context.personal_data.lookup_hash(f"{self.path}\n{text}")

    async def _attempt(
        self,
        request_hash: str,
        status: int,
        handler: Callable[[Unit], Awaitable[BaseModel]],
        location: Callable[[BaseModel], str] | None,
    ) -> Response:
        async with self.context.unit() as unit:
            known = await unit.connection.fetchrow(
                CLAIM_KEY, self.principal_id, self.key, request_hash
            )
            if known is None:
                return await self._repeat(unit, request_hash)
            made = await handler(unit)
            text = made.model_dump_json()
            where = location(made) if location else None
            await unit.connection.execute(
                KEEP_ANSWER, self.principal_id, self.key, status, where, text
            )
        return answer(status, where, text)

    async def _repeat(self, unit: Unit, request_hash: str) -> Response:
        row = await unit.connection.fetchrow(READ_ANSWER, self.principal_id, self.key)
        if row is None:
            raise ProblemError(409, "idempotency-key-in-use", "同一请求正在处理，请稍后重试。")
        if row["request_hash"] != request_hash:
            raise ProblemError(
                422, "idempotency-key-reused", "该 Idempotency-Key 已用于内容不同的请求。"
            )
        return answer(row["status"], row["location"], row["body"])


CLAIM_KEY = """
INSERT INTO idempotency_key (identity_id, key, request_hash) VALUES ($1, $2, $3)
ON CONFLICT DO NOTHING RETURNING key
"""
KEEP_ANSWER = """
UPDATE idempotency_key SET status = $3, location = $4, body = $5
WHERE identity_id = $1 AND key = $2
"""
READ_ANSWER = """
SELECT request_hash, status, location, body FROM idempotency_key
WHERE identity_id = $1 AND key = $2
"""


def answer(status: int, location: str | None, text: str) -> Response:
    """Make the answer of a POST: JSON, and where what it made can be found."""
    headers = {"Location": location} if location else {}
    return Response(text, status, headers=headers, media_type="application/json")


IdempotencyKey = Annotated[
    str | None,
    Header(alias="Idempotency-Key", max_length=200, description="同一操作重试时使用同一个值"),
]


def edge_for(*roles: Role) -> Callable[..., Awaitable[tuple[Principal, Edge]]]:
    """Make a dependency: the caller, who must have one of these roles, and the edge of the POST."""
    authenticate = require(*roles)

    async def edge(
        request: Request,
        caller: Annotated[Principal, Depends(authenticate)],
        idempotency_key: IdempotencyKey = None,
    ) -> tuple[Principal, Edge]:
        if not idempotency_key:
            raise ProblemError(
                400, "idempotency-key-required", "请求缺少 Idempotency-Key，无法保证不重复办理。"
            )
        context = await get_context(request)
        return caller, Edge(context, caller.identity_id, idempotency_key, request.url.path)

    return edge


def encode_cursor(*parts: str | int) -> str:
    """Make an opaque cursor of the last row's ordering values."""
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")


def decode_cursor(cursor: str) -> list[Any]:
    """Read a cursor; raises a 400 problem when it is not one of ours."""
    try:
        parts = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, binascii.Error) as error:
        raise _bad_cursor() from error
    if not isinstance(parts, list):
        raise _bad_cursor()
    return parts


def _bad_cursor() -> ProblemError:
    return ProblemError(400, "bad-cursor", "分页参数 cursor 无效。")


@dataclass
class Health:
    """Whether the service may take traffic."""

    draining: bool = False
    checks: dict[str, Callable[[], Awaitable[bool]]] = field(default_factory=dict)

    async def failing(self) -> list[str]:
        """Name what is not ready."""
        if self.draining:
            return ["draining"]
        return [name for name, check in self.checks.items() if not await check()]


def make_app(service: str, context: Context, health: Health) -> FastAPI:
    """Make the application: docs under /api/<service>/docs, problems, health and metrics."""
    base = f"/api/{service}"
    app = FastAPI(
        title=f"住房公积金 {service}",
        version="1",
        openapi_url=f"{base}/openapi.json",
        docs_url=f"{base}/docs",
        redoc_url=None,
        # Its own spans and logs would show queries and messages of exceptions, and begin traces of their own.
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
    )
    app.state.context = context
    app.state.token_verifier = TokenVerifier(
        context.settings.jwks_url, context.settings.token_issuer
    )
    app.add_middleware(EdgeMiddleware, base=base)
    _add_problems(app)
    _add_operations(app, health)
    return app


def _add_operations(app: FastAPI, health: Health) -> None:
    alive, ready, measured = OPERATIONS

    @app.get(alive, include_in_schema=False)
    async def healthz() -> PlainTextResponse:
        return PlainTextResponse("alive\n")

    @app.get(ready, include_in_schema=False)
    async def readyz() -> JSONResponse:
        failing = await health.failing()
        return JSONResponse({"failing": failing}, 503 if failing else 200)

    @app.get(measured, include_in_schema=False)
    async def metrics() -> Response:
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


def _add_problems(app: FastAPI) -> None:
    @app.exception_handler(ProblemError)
    async def problem(_request: Request, error: ProblemError) -> Response:
        return error.response()

    @app.exception_handler(ServiceError)
    async def service_error(_request: Request, error: ServiceError) -> Response:
        rule = {"rule": error.rule} if error.rule else {}
        problem = ProblemError(error.status, error.code, error.detail, **rule, **error.extra)
        return problem.response()

    @app.exception_handler(InvalidIdentifier)
    async def invalid_identifier(_request: Request, error: InvalidIdentifier) -> Response:
        return ProblemError(422, "invalid-identifier", str(error)).response()

    @app.exception_handler(RequestValidationError)
    async def invalid(_request: Request, error: RequestValidationError) -> Response:
        errors = [
            {"field": ".".join(str(part) for part in item["loc"]), "message": item["msg"]}
            for item in error.errors()
        ]
        malformed = any(item["type"] == "json_invalid" for item in error.errors())
        if malformed:
            return ProblemError(400, "malformed-json", "请求内容不是有效的 JSON。").response()
        return ProblemError(
            422, "invalid-request", "请求内容不符合要求，请检查标出的字段。", errors=errors
        ).response()

    @app.exception_handler(HTTPException)
    async def http_error(_request: Request, error: HTTPException) -> Response:
        known = {404: not_found(), 405: ProblemError(405, "method-not-allowed", "不支持此操作。")}
        problem = known.get(error.status_code)
        return (problem or ProblemError(error.status_code, "error", "请求无法处理。")).response()

    for away in (*DATABASE_AWAY, *CONTENDED, KeysUnavailable):
        app.add_exception_handler(away, _busy)
    app.add_exception_handler(asyncpg.DataError, _out_of_range)


async def _busy(_request: Request, error: Exception) -> Response:
    log.warning("request not handled", error=repr(error))
    return ProblemError(
        503, "try-again", "系统繁忙，请稍后重试；重复提交不会重复办理。", retry_after_seconds=2
    ).response()


async def _out_of_range(_request: Request, error: Exception) -> Response:
    log.warning("value refused by the database", error=type(error).__name__)
    return ProblemError(422, "invalid-request", "请求中的数值超出允许范围。").response()


class EdgeMiddleware:
    """Starts or joins the trace, times the request, bounds the body, and turns surprises into 500."""

    def __init__(self, app: ASGIApp, base: str) -> None:
        self._app = app
        self._base = base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        if int(headers.get(b"content-length", b"0") or b"0") > BODY_MAX_BYTES:
            problem = ProblemError(413, "too-large", "请求内容过大。").response()
            await problem(scope, receive, send)
            return
        status = 500
        started = time.perf_counter()

        async def noting_status(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        with HTTP_IN_FLIGHT.track_inprogress(), _request_traced(scope, headers) as span:
            try:
                await self._app(scope, receive, noting_status)
            except Exception:
                log.exception("request failed", path=scope["path"])
                if status != 500:
                    raise
                problem = ProblemError(500, "internal", "系统出现问题，已通知运维人员。").response()
                await problem(scope, receive, send)
            finally:
                seconds, route = time.perf_counter() - started, self._route(scope)
                _http_seconds(route, scope["method"], status).observe(seconds)
                _describe(span, scope["method"], route, status)

    def _route(self, scope: Scope) -> str:
        """The whole path as it was declared; a router's own part of it lacks the service's base."""
        path: str = getattr(scope.get("route"), "path", "unmatched")
        inside = scope["path"].startswith(f"{self._base}/") and path.startswith("/")
        return path if not inside or path.startswith(self._base) else f"{self._base}{path}"


@functools.cache
def _http_seconds(route: str, method: str, status: int) -> Histogram:
    return HTTP_SECONDS.labels(route, method, str(status))


def _request_traced(
    scope: Scope, headers: Mapping[bytes, bytes]
) -> contextlib.AbstractContextManager[Span]:
    """The span of one request, in the caller's trace if it names one."""
    if scope["path"] in OPERATIONS:
        return contextlib.nullcontext(INVALID_SPAN)
    attributes = {
        "http.request.method": scope["method"],
        "url.scheme": scope["scheme"],
        "url.path": scope["path"],
    }
    traceparent = read_traceparent(headers.get(b"traceparent", b""))
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
