"""Reads that come at the same time share one query: one round trip and one connection for all of them.

Nobody waits for company. A query begins in the event loop's next turn with whoever has asked by then, and
always after its askers came: nobody sees an older state than a query of his own would have shown.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Generic, TypeVar

Key = TypeVar("Key")
Found = TypeVar("Found")


class Reading(Generic[Key, Found]):
    """One kind of read of one process."""

    def __init__(self, read: Callable[[Sequence[Key]], Awaitable[Mapping[Key, Found]]]) -> None:
        """`read` gives what it finds for each of different keys; what does not exist is missing."""
        self._read = read
        self._asked: dict[Key, None] = {}
        self._next: asyncio.Task[Mapping[Key, Found]] | None = None

    async def one(self, key: Key) -> Found | None:
        """Read one; None when there is none. When the query fails, all of its askers learn of it."""
        if self._next is None:
            self._next = asyncio.create_task(self._go())
        self._asked[key] = None
        # Who hangs up takes nothing away from the others.
        found = await asyncio.shield(self._next)
        return found.get(key)

    async def _go(self) -> Mapping[Key, Found]:
        asked, self._asked, self._next = list(self._asked), {}, None
        return await self._read(asked)
