"""The HTTP edge of a service: problem details, who is calling, idempotency keys, cursors, health.

Errors are RFC 9457 problem details with a stable `type` and a Chinese `detail`. A POST that creates
something or moves money takes an `Idempotency-Key`: the same key and body get the same answer again, another
body gets 422; key, business change and events are one transaction.
"""

import asyncio
import base64
import json
import uuid
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Header, Request, Response
from fastapi.openapi.models import HTTPBearer as HTTPBearerModel
from fastapi.responses import JSONResponse, PlainTextResponse
from fastapi.security.base import SecurityBase
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from pydantic import BaseModel

from shared import audit
from shared.db import CONTENDED
from shared.edge import OPERATIONS, EdgeMiddleware
from shared.problems import PROBLEM_ANSWERS, ProblemError, add_problems, not_found
from shared.tokens import InvalidToken, Principal, Role, TokenVerifier
from shared.unit import Context, Unit

__all__ = [
    "CLAIM_KEY",
    "CONTENTION_TRIES",
    "KEEP_ANSWER",
    "READ_ANSWER",
    "ContextDependency",
    "Edge",
    "Health",
    "IdempotencyKey",
    "ProblemError",
    "answer",
    "decode_cursor",
    "edge_for",
    "encode_cursor",
    "get_context",
    "make_app",
    "not_found",
    "require",
]

CONTENTION_TRIES = 5


async def get_context(request: Request) -> Context:
    """Give an endpoint what the running service has; a plain function would be sent to a thread."""
    context: Context = request.app.state.context
    return context


ContextDependency = Annotated[Context, Depends(get_context)]


class _Bearer(SecurityBase):
    """The bearer scheme as the API's description shows it; one dependency, not a tree of them."""

    model = HTTPBearerModel()
    scheme_name = "HTTPBearer"

    def __init__(self, roles: Sequence[Role]) -> None:
        self._roles = frozenset(roles)

    async def principal(self, request: Request) -> Principal:
        """Verify the token and the role; raises a problem, 401 or 403."""
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise ProblemError(401, "login-required", "请先登录。")
        verifier: TokenVerifier = request.app.state.token_verifier
        try:
            caller = await verifier.verify(token)
        except InvalidToken as error:
            raise ProblemError(401, "login-expired", "登录已失效，请重新登录。") from error
        audit.known(caller, request.scope)
        if caller.role not in self._roles:
            raise ProblemError(403, "not-allowed", "您没有办理此业务的权限。")
        return caller


class _Caller(_Bearer):
    async def __call__(self, request: Request) -> Principal:
        return await self.principal(request)


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
            audit.about(audit.current(), where)
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


class _EdgeCaller(_Bearer):
    async def __call__(
        self, request: Request, idempotency_key: IdempotencyKey = None
    ) -> tuple[Principal, Edge]:
        caller = await self.principal(request)
        if not idempotency_key:
            raise ProblemError(
                400, "idempotency-key-required", "请求缺少 Idempotency-Key，无法保证不重复办理。"
            )
        path: str = request.scope["path"]
        return caller, Edge(await get_context(request), caller.identity_id, idempotency_key, path)


def edge_for(*roles: Role) -> Callable[..., Awaitable[tuple[Principal, Edge]]]:
    """Make a dependency: the caller, who must have one of these roles, and the edge of the POST."""
    return _EdgeCaller(roles)


def encode_cursor(*parts: str | int) -> str:
    """Make an opaque cursor of the last row's ordering values."""
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")


def decode_cursor(cursor: str) -> list[Any]:
    """Read a cursor; raises a 400 problem when it is not one of ours."""
    try:
        parts = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, RecursionError) as error:
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
        responses=PROBLEM_ANSWERS,
        # Its own spans and logs would show queries and messages of exceptions, and begin traces of their own.
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
    )
    app.state.context = context
    settings = context.settings
    app.state.token_verifier = TokenVerifier(
        settings.jwks_url, settings.token_issuer, ca_file=settings.jwks_ca_file
    )
    app.add_middleware(EdgeMiddleware, base=base)
    add_problems(app)
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
