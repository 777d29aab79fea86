"""Reads that come at the same time share one query: one round trip and one connection for all of them.

Nobody waits for company. A query begins in the event loop's next turn with whoever has asked by then, and
always after its askers came: nobody sees an older state than a query of his own would have shown.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Key = TypeVar("Key")
Found = TypeVar("Found")


@dataclass
class _Query(Generic[Key, Found]):
    answer: "asyncio.Future[Mapping[Key, Found]]"
    asked: dict[Key, None] = field(default_factory=dict)
    shared: bool = False
    """Whether somebody waits for it beside who asked first."""


class Reading(Generic[Key, Found]):
    """One kind of read of one process."""

    def __init__(self, read: Callable[[Sequence[Key]], Awaitable[Mapping[Key, Found]]]) -> None:
        """`read` gives what it finds for each of different keys; what does not exist is missing."""
        self._read = read
        self._next: _Query[Key, Found] | None = None
        self._left: set[asyncio.Task[Mapping[Key, Found]]] = set()
        """Queries of those who hung up."""

    async def one(self, key: Key) -> Found | None:
        """Read one; None when there is none. When the query fails, all of its askers learn of it."""
        query = self._next
        if query is not None:
            query.asked[key], query.shared = None, True
            return (await asyncio.shield(query.answer)).get(key)
        query = self._next = _Query(asyncio.get_running_loop().create_future())
        query.asked[key] = None
        try:
            await asyncio.sleep(0)
            return (await self._go(query)).get(key)
        except asyncio.CancelledError:
            self._leave(query)
            raise

    async def _go(self, query: _Query[Key, Found]) -> Mapping[Key, Found]:
        self._close(query)
        try:
            found = await self._read(list(query.asked))
        except Exception as error:
            if query.shared:
                query.answer.set_exception(error)
            raise
        query.answer.set_result(found)
        return found

    def _leave(self, query: _Query[Key, Found]) -> None:
        """Who hangs up takes nothing away from the others."""
        self._close(query)
        if query.shared and not query.answer.done():
            asking = asyncio.create_task(self._go(query))
            self._left.add(asking)
            asking.add_done_callback(self._left.discard)

    def _close(self, query: _Query[Key, Found]) -> None:
        if self._next is query:
            self._next = None
