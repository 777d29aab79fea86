"""Prints one at a time: pressed twice prints once, and whoever leaves takes the print back."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from terminal.printer import Outcome

REMEMBERED = 50
"""Keys of what came out last; a key is no more than a number that the page made up."""


class Busy(Exception):
    """Something else is being printed."""


class Prints:
    """What is printed now, and the keys of what came out."""

    def __init__(self, run: Callable[[bytes], Awaitable[Outcome]]) -> None:
        self._run = run
        self._now: tuple[str, asyncio.Task[Outcome]] | None = None
        self._waiting = 0
        self._out: deque[str] = deque(maxlen=REMEMBERED)

    @property
    def under_way(self) -> bool:
        """Whether something is being printed."""
        return self._now is not None

    async def print(
        self, key: str, pdf: bytes, gone: Callable[[], Coroutine[Any, Any, None]]
    ) -> Outcome | None:
        """Print once for a key, whoever asks for it again; None where all who waited have gone.

        `gone` ends when whoever asks has. Raises `Busy`.
        """
        if key in self._out:
            return "printed"
        if self._now is not None and (self._now[0] != key or self._now[1].cancelling()):
            raise Busy
        task = self._now[1] if self._now is not None else self._begin(key, pdf)
        self._waiting += 1
        leaving = asyncio.ensure_future(gone())
        try:
            await asyncio.wait({task, leaving}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            leaving.cancel()
            self._waiting -= 1
            if self._waiting == 0 and not task.done():
                task.cancel()
        return task.result() if task.done() and not task.cancelled() else None

    def _begin(self, key: str, pdf: bytes) -> asyncio.Task[Outcome]:
        task = asyncio.ensure_future(self._run(pdf))
        self._now = key, task

        def over(ended: asyncio.Task[Outcome]) -> None:
            self._now = None
            if not ended.cancelled() and ended.exception() is None and ended.result() == "printed":
                self._out.append(key)

        task.add_done_callback(over)
        return task

    async def stop(self) -> None:
        """Take back what is being printed."""
        if self._now is not None:
            self._now[1].cancel()
            await asyncio.wait({self._now[1]})
