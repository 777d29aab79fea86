"""The idempotent POST (`Idempotency-Key`): the same key and body get the same answer again, another body 422.

Whoever creates something or moves money must send a key. Key, business change and events are one transaction.
There is one way in, `execute`, for any number of POSTs: one alone is a batch of one, and where many come at
the same time `shared.http.batching` brings them together.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Annotated, Generic, TypeVar
from uuid import UUID

import asyncpg
from fastapi import Header, Request, Response
from pydantic import BaseModel

from shared.audit import trail as audit
from shared.base.errors import ServiceError
from shared.base.resilience import attempt
from shared.base.tracing import current_traceparent
from shared.http.callers import Bearer, get_context
from shared.http.problems import ProblemError
from shared.identity.principal import Principal, Right, Role
from shared.messaging.unit import Context, Unit

T = TypeVar("T")
A = TypeVar("A", bound=BaseModel)


@dataclass(frozen=True)
class IdempotentPost:
    """One POST: whose it is, its idempotency key, and the transaction that it will be."""

    context: Context
    principal_id: UUID
    key: str
    path: str
    confirmation_id: UUID | None = None
    """Of what its caller has confirmed with a fresh code, where that is needed."""
    confirmed_by: UUID | None = None
    """The person whose phone got the code, where staff do it for them."""
    guard: Callable[[Unit], Awaitable[None]] | None = None
    """Asked in the same transaction whether the caller still may; raises if not."""

    async def once(
        self,
        body: BaseModel | None,
        status: int,
        handler: Callable[[Unit], Awaitable[A]],
        location: Callable[[A], str] | None = None,
    ) -> Response:
        """Run the handler in one transaction, at most once for this key; repeats get its answer."""

        async def alone(unit: Unit, _asked: Sequence[Asked[None]]) -> Sequence[A]:
            if self.guard is not None:
                await self.guard(unit)
            return [await handler(unit)]

        asked = Asked(self, self.request_hash(body), None)
        await attempt(partial(execute, Kind(status, alone, location), [asked]))
        return asked.answer()

    def request_hash(self, body: BaseModel | None) -> str:
        """Keyed, since bodies hold ID and card numbers that a plain hash would give away (R-CHK-4)."""
        text = body.model_dump_json() if body is not None else ""
        return self.context.personal_data.lookup_hash(f"{self.path}\n{text}")


@dataclass(eq=False)
class Asked(Generic[T]):
    """A POST on its way through a transaction, and what became of it."""

    post: IdempotentPost
    request_hash: str
    item: T
    traceparent: str = field(default_factory=current_traceparent)
    trail: audit.Trail | None = field(default_factory=audit.current)
    outcome: Response | Exception | None = None

    @property
    def name(self) -> tuple[UUID, str]:
        """What makes it the same request."""
        return self.post.principal_id, self.post.key

    def answer(self) -> Response:
        """Give its answer; raises what it was refused by."""
        if isinstance(self.outcome, Exception):
            raise self.outcome
        assert self.outcome is not None
        return self.outcome


@dataclass(frozen=True)
class Kind(Generic[T, A]):
    """What POSTs of one kind do and answer."""

    status: int
    handler: Callable[[Unit, Sequence[Asked[T]]], Awaitable[Sequence[A | ServiceError]]]
    """Gets what is asked for the first time; gives each its answer, or why nothing was written for it."""
    location: Callable[[A], str] | None = None


async def execute(kind: Kind[T, A], batch: Sequence[Asked[T]]) -> None:
    """Do POSTs of different names in one transaction, each at most once for its key; sets their outcomes."""
    async with batch[0].post.context.unit() as unit:
        unit.trails = []
        claimed = await _claim(unit, batch)
        outcomes: dict[Asked[T], Response | Exception] = {}
        if claimed:
            outcomes |= await _do(unit, kind, claimed)
        if len(claimed) < len(batch):
            outcomes |= await _repeat(unit, [each for each in batch if each not in outcomes])
        unit.trails = [
            each.trail
            for each, outcome in outcomes.items()
            if each.trail is not None and isinstance(outcome, Response)
        ]
    for each, outcome in outcomes.items():
        each.outcome = outcome


CLAIM_KEYS = """
INSERT INTO idempotency_key (identity_id, key, request_hash, confirmation_id)
SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[])
    AS new (identity_id, key, request_hash, confirmation_id)
ORDER BY identity_id, key
ON CONFLICT DO NOTHING RETURNING identity_id, key
"""


async def _claim(unit: Unit, batch: Sequence[Asked[T]]) -> list[Asked[T]]:
    """Claim the keys and burn what confirmed them; return whose are new."""
    rows = await unit.connection.fetch(
        CLAIM_KEYS,
        [each.post.principal_id for each in batch],
        [each.post.key for each in batch],
        [each.request_hash for each in batch],
        [each.post.confirmation_id for each in batch],
    )
    named = {each.name: each for each in batch}
    return [named[row["identity_id"], row["key"]] for row in rows]


KEEP_ANSWERS = """
WITH given AS (
    SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[])
        AS given (identity_id, key, location, body)
), released AS (
    DELETE FROM idempotency_key known USING given
    WHERE given.body IS NULL AND known.identity_id = given.identity_id AND known.key = given.key
)
UPDATE idempotency_key known SET status = $5, location = given.location, body = given.body
FROM given
WHERE given.body IS NOT NULL AND known.identity_id = given.identity_id AND known.key = given.key
"""


async def _do(
    unit: Unit, kind: Kind[T, A], claimed: Sequence[Asked[T]]
) -> dict[Asked[T], Response | Exception]:
    """Do what is asked for the first time and keep the answers; the key of what is refused is free again."""
    outcomes: dict[Asked[T], Response | Exception] = {}
    places: list[str | None] = []
    texts: list[str | None] = []
    for each, made in zip(claimed, await kind.handler(unit, claimed), strict=True):
        place = text = None
        if isinstance(made, ServiceError):
            outcomes[each] = made
        else:
            place = kind.location(made) if kind.location else None
            text = made.model_dump_json()
            audit.about(each.trail, place)
            outcomes[each] = answer(kind.status, place, text)
        places.append(place)
        texts.append(text)
    await unit.connection.execute(
        KEEP_ANSWERS,
        [each.post.principal_id for each in claimed],
        [each.post.key for each in claimed],
        places,
        texts,
        kind.status,
    )
    return outcomes


READ_ANSWERS = """
SELECT identity_id, key, request_hash, status, location, body FROM idempotency_key
JOIN unnest($1::uuid[], $2::text[]) AS asked (identity_id, key) USING (identity_id, key)
"""
BURNT = """
SELECT confirmation_id FROM idempotency_key WHERE confirmation_id = ANY($1::uuid[])
"""


async def _repeat(unit: Unit, repeated: Sequence[Asked[T]]) -> dict[Asked[T], Response | Exception]:
    """Answer what was asked before as it was answered then."""
    rows = await unit.connection.fetch(
        READ_ANSWERS,
        [each.post.principal_id for each in repeated],
        [each.post.key for each in repeated],
    )
    known = {(row["identity_id"], row["key"]): row for row in rows}
    strange = [each for each in repeated if each.name not in known and each.post.confirmation_id]
    burnt = await unit.connection.fetch(BURNT, [each.post.confirmation_id for each in strange])
    used = {row["confirmation_id"] for row in burnt}
    return {
        each: CONFIRMED_BEFORE
        if each in strange and each.post.confirmation_id in used
        else _answered_before(each, known.get(each.name))
        for each in repeated
    }


CONFIRMED_BEFORE = ProblemError(
    403, "confirmation-needed", "该确认已用于另一笔业务，请重新获取验证码确认。"
)


def _answered_before(asked: Asked[T], row: "asyncpg.Record | None") -> Response | Exception:
    if row is None:
        return ProblemError(409, "idempotency-key-in-use", "同一请求正在处理，请稍后重试。")
    if not asked.post.context.personal_data.fits(row["request_hash"], asked.request_hash):
        return ProblemError(
            422, "idempotency-key-reused", "该 Idempotency-Key 已用于内容不同的请求。"
        )
    return answer(row["status"], row["location"], row["body"])


def answer(status: int, location: str | None, text: str) -> Response:
    """Make the answer of a POST: JSON, and where what it made can be found."""
    headers = {"Location": location} if location else {}
    return Response(text, status, headers=headers, media_type="application/json")


IdempotencyKey = Annotated[
    str | None,
    Header(alias="Idempotency-Key", max_length=200, description="同一操作重试时使用同一个值"),
]


class Idempotent(Bearer):
    """The caller, and the POST under its key."""

    async def __call__(
        self, request: Request, idempotency_key: IdempotencyKey = None
    ) -> tuple[Principal, IdempotentPost]:
        """Let the caller in; raises a problem, 400, 401 or 403."""
        return await self.post_of(request, idempotency_key)

    async def post_of(
        self, request: Request, idempotency_key: str | None
    ) -> tuple[Principal, IdempotentPost]:
        """Let the caller in; raises a problem, 400, 401 or 403."""
        caller = await self.principal(request)
        if not idempotency_key:
            raise ProblemError(
                400, "idempotency-key-required", "请求缺少 Idempotency-Key，无法保证不重复办理。"
            )
        path: str = request.scope["path"]
        context = await get_context(request)
        return caller, IdempotentPost(context, caller.identity_id, idempotency_key, path)


def idempotent(
    *roles: Role, rights: Sequence[Right] = (), tightens: bool = False
) -> Callable[..., Awaitable[tuple[Principal, IdempotentPost]]]:
    """Make a dependency: the caller, who must have one of these roles and rights, and the POST.

    Who only reads is let in to what `tightens`, too.
    """
    return Idempotent(roles, rights, tightens=tightens)
