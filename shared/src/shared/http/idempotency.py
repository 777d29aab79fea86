"""The idempotent POST (`Idempotency-Key`): the same key and body get the same answer again, another body 422.

Whoever creates something or moves money must send a key. Key, business change and events are one transaction.
"""

import asyncio
import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Header, Request, Response
from pydantic import BaseModel

from shared.audit import trail as audit
from shared.base.db import CONTENDED
from shared.http.callers import Bearer, get_context
from shared.http.problems import ProblemError
from shared.identity.principal import Principal, Role
from shared.messaging.unit import Context, Unit

CONTENTION_TRIES = 5


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


class _EdgeCaller(Bearer):
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
