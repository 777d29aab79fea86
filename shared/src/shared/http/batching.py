"""Group commit: POSTs that come at the same time share one transaction, with one set of statements for all.

While one transaction runs, those that come wait, and the next takes them all; where many come, transactions
keep a distance (`shared.base.linger`), and who comes alone is done at once. What fails together is done one
by one, so that nobody suffers for another's request.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Generic, TypeVar

from fastapi import Response
from pydantic import BaseModel

from shared.base.db import DATABASE_AWAY
from shared.base.errors import ServiceError
from shared.base.linger import Linger
from shared.base.resilience import all_or_each, attempt
from shared.http.idempotency import Asked, IdempotentPost, Kind, execute
from shared.messaging.unit import Unit

GROUP_MAX_REQUESTS = 100
LINGER_MAX_SECONDS = 0.1
LINGER_PER_REQUEST_SECONDS = 0.02
"""Longer than a message's: what applied together goes its whole way together."""

T = TypeVar("T")
A = TypeVar("A", bound=BaseModel)


class GroupCommit(Generic[T, A]):
    """One kind of POST of one process, done in groups."""

    def __init__(
        self,
        status: int,
        handler: Callable[[Unit, Sequence[Asked[T]]], Awaitable[Sequence[A | ServiceError]]],
        location: Callable[[A], str] | None = None,
    ) -> None:
        self._kind = Kind(status, handler, location)
        self._waiting: list[Asked[T]] = []
        self._turn = asyncio.Lock()
        self._linger = Linger(LINGER_MAX_SECONDS, LINGER_PER_REQUEST_SECONDS)

    async def once(self, post: IdempotentPost, body: BaseModel | None, item: T) -> Response:
        """Do it together with others, at most once for its key; repeats get its answer."""
        mine = Asked(post, post.request_hash(body), item)
        self._waiting.append(mine)
        try:
            while mine.outcome is None:
                async with self._turn:
                    if mine in self._waiting:
                        await self._linger.company(self._waiting.__len__, GROUP_MAX_REQUESTS)
                        group = self._next_group()
                        with self._linger.over(len(group)):
                            await self._do(group)
        finally:
            if mine in self._waiting:
                self._waiting.remove(mine)
        return mine.answer()

    def _next_group(self) -> list[Asked[T]]:
        """Take the first that wait; who repeats one of them waits for its answer."""
        taken: dict[object, Asked[T]] = {}
        for each in self._waiting:
            taken.setdefault(each.name, each)
            if len(taken) == GROUP_MAX_REQUESTS:
                break
        group = list(taken.values())
        self._waiting = [each for each in self._waiting if taken.get(each.name) is not each]
        return group

    async def _do(self, group: Sequence[Asked[T]]) -> None:
        """Bring a group to its outcomes; what whoever did it had to leave undone waits for another's turn."""
        try:
            await all_or_each(group, self._execute, _failed)
        except DATABASE_AWAY as error:
            for each in group:
                each.outcome = each.outcome or error
        finally:
            self._waiting[:0] = [each for each in group if each.outcome is None]

    async def _execute(self, some: Sequence[Asked[T]]) -> None:
        await attempt(partial(execute, self._kind, some))


async def _failed(asked: Asked[T], error: Exception) -> None:
    asked.outcome = error
