"""POSTs that come at the same time share one transaction: one commit and one set of statements for all.

While one transaction runs, those that come wait, and the next takes them all; where many come, transactions
keep a distance (`shared.base.linger`), and who comes alone is done at once. It is an optimistic way beside
`Edge.once`, which stays the law: whatever does not go through smoothly with the others (a repeated key, a
refusal, a failed transaction) goes through `Edge.once` alone afterwards.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar
from uuid import UUID

from fastapi import Response
from pydantic import BaseModel

from shared.audit import trail as audit
from shared.base.linger import Linger
from shared.base.telemetry import get_logger
from shared.base.tracing import current_traceparent
from shared.http.idempotency import Edge, answer
from shared.messaging.unit import Unit

TOGETHER_MAX_REQUESTS = 100
LINGER_MAX_SECONDS = 0.1
LINGER_PER_REQUEST_SECONDS = 0.02
"""Longer than a message's: what applied together goes its whole way together."""

log = get_logger()

T = TypeVar("T")


@dataclass(eq=False)
class _Waiting(Generic[T]):
    """A request that waits for its turn."""

    edge: Edge
    body: BaseModel
    item: T
    traceparent: str = field(default_factory=current_traceparent)
    trail: audit.Trail | None = field(default_factory=audit.current)
    response: Response | None = None


class Together(Generic[T]):
    """One kind of POST of one process, done in batches."""

    def __init__(
        self,
        status: int,
        handler: Callable[[Unit, Sequence[tuple[T, str]]], Awaitable[Sequence[BaseModel | None]]],
        location: Callable[[BaseModel], str],
    ) -> None:
        """The handler gets items, each with its trace; None for one of which it wrote nothing."""
        self._status = status
        self._handler = handler
        self._location = location
        self._waiting: list[_Waiting[T]] = []
        self._turn = asyncio.Lock()
        self._linger = Linger(LINGER_MAX_SECONDS, LINGER_PER_REQUEST_SECONDS)

    async def once(self, edge: Edge, body: BaseModel, item: T) -> Response | None:
        """Do it together with others, at most once for its key; None: it is to be done alone."""
        mine = _Waiting(edge, body, item)
        self._waiting.append(mine)
        try:
            async with self._turn:
                if mine in self._waiting:
                    await self._linger.company(self._waiting.__len__, TOGETHER_MAX_REQUESTS)
                    batch = self._waiting[:TOGETHER_MAX_REQUESTS]
                    del self._waiting[:TOGETHER_MAX_REQUESTS]
                    with self._linger.over(len(batch)):
                        await self._try(batch)
        finally:
            if mine in self._waiting:
                self._waiting.remove(mine)
        return mine.response

    async def _try(self, batch: Sequence[_Waiting[T]]) -> None:
        """Do a batch in one transaction; after any failure every request of it goes alone."""
        different = {(each.edge.principal_id, each.edge.key): each for each in batch}
        try:
            await self._transact(different)
        except Exception as error:
            log.warning(
                "requests failed together, alone now", requests=len(batch), error=repr(error)
            )

    async def _transact(self, batch: "dict[tuple[UUID, str], _Waiting[T]]") -> None:
        first = next(iter(batch.values()))
        async with first.edge.context.unit() as unit:
            rows = await unit.connection.fetch(
                CLAIM_KEYS,
                [each.edge.principal_id for each in batch.values()],
                [each.edge.key for each in batch.values()],
                [each.edge.request_hash(each.body) for each in batch.values()],
            )
            claimed = [batch[row["identity_id"], row["key"]] for row in rows]
            unit.trails = []
            if not claimed:
                return
            answers = await self._handler(unit, [(each.item, each.traceparent) for each in claimed])
            texts = [None if found is None else found.model_dump_json() for found in answers]
            places = [None if found is None else self._location(found) for found in answers]
            unit.trails = _trails(claimed, places)
            await unit.connection.execute(
                KEEP_ANSWERS,
                [each.edge.principal_id for each in claimed],
                [each.edge.key for each in claimed],
                places,
                texts,
                self._status,
            )
        for each, place, text in zip(claimed, places, texts, strict=True):
            if text is not None:
                each.response = answer(self._status, place, text)


def _trails(requests: "Sequence[_Waiting[T]]", places: Sequence[str | None]) -> list[audit.Trail]:
    """The audit trails of those requests that were done."""
    found: list[audit.Trail] = []
    for each, place in zip(requests, places, strict=True):
        if place is not None and each.trail is not None:
            audit.about(each.trail, place)
            found.append(each.trail)
    return found


CLAIM_KEYS = """
INSERT INTO idempotency_key (identity_id, key, request_hash)
SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[]) AS new (identity_id, key, request_hash)
ORDER BY identity_id, key
ON CONFLICT DO NOTHING RETURNING identity_id, key
"""
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
