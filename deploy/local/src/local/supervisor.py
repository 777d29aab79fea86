"""Keeps the processes of a system running: one that dies is reported in a sentence and started again."""

import asyncio
import contextlib
import signal
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from dataclasses import dataclass
from typing import Any

from local.errors import CannotStart
from local.folder import RunFolder
from local.processes import Command, Running, start

FIRST_PAUSE_SECONDS = 0.5
LONGEST_PAUSE_SECONDS = 30.0
STEADY_SECONDS = 30.0
"""Who lived this long is started again at once the next time."""
START_SECONDS = 90.0
POLL_SECONDS = 0.05

Check = Callable[[], Awaitable[bool]]
"""Whether a process is ready for work."""
Report = Callable[[str], None]


@dataclass(frozen=True)
class Part:
    """A process of the system, and how one sees that it is ready."""

    command: Command
    ready: Check
    loaded: Check | None = None
    """Whether it has loaded what it is made of; asked where only some may load at a time."""

    @property
    def name(self) -> str:
        """The process's name."""
        return self.command.name


class Supervised:
    """One part, kept running until it is stopped or killed on purpose."""

    def __init__(self, part: Part, folder: RunFolder, report: Report) -> None:
        self.part = part
        self._folder = folder
        self._report = report
        self._running: Running | None = None
        self._watching: asyncio.Task[None] | None = None

    @property
    def pid(self) -> int | None:
        """The process id, while it runs."""
        return self._running.pid if self._running is not None and self._running.alive else None

    async def start(self, turns: asyncio.Semaphore | None = None) -> None:
        """Start it, in its turn if there are such, wait until it is ready, then watch over it."""
        assert self._watching is None, f"{self.part.name} is running"
        async with turns or contextlib.nullcontext():
            self._running = await start(self._folder, self.part.command)
            if turns is not None and self.part.loaded is not None:
                await self._until(self.part.loaded, self._running)
        await self._until(self.part.ready, self._running)
        self._watching = asyncio.create_task(self._watch(self._running))

    async def _until(self, check: Check, running: Running) -> None:
        try:
            await self._answers(check, running)
        except BaseException:
            await running.kill()
            raise

    async def _answers(self, check: Check, running: Running) -> None:
        name = self.part.name
        try:
            async with asyncio.timeout(START_SECONDS):
                while not await check():
                    if not running.alive:
                        code = await running.ended()
                        raise CannotStart(
                            f"{name} ended while starting ({how_it_ended(code)}): "
                            f"{self._last_line()} See {self._log_path()}."
                        )
                    await asyncio.sleep(POLL_SECONDS)
        except TimeoutError:
            raise CannotStart(
                f"{name} was not ready in {START_SECONDS:.0f} s; see {self._log_path()}."
            ) from None

    def _log_path(self) -> str:
        return str(self._folder.logs / f"{self.part.name}.log")

    def _last_line(self) -> str:
        with open(self._log_path(), "rb") as log:
            lines = log.read()[-4_096:].decode("utf-8", "replace").strip().splitlines()
        return lines[-1] if lines else "it said nothing."

    async def _watch(self, running: Running) -> None:
        pause_seconds = FIRST_PAUSE_SECONDS
        while True:
            started = time.monotonic()
            code = await running.ended()
            running.end_orphans()
            if time.monotonic() - started > STEADY_SECONDS:
                pause_seconds = FIRST_PAUSE_SECONDS
            self._report(
                f"{self.part.name} ended ({how_it_ended(code)}) and is started again in "
                f"{pause_seconds:g} s; see {self._log_path()}."
            )
            await asyncio.sleep(pause_seconds)
            pause_seconds = min(pause_seconds * 2, LONGEST_PAUSE_SECONDS)
            running = self._running = await start(self._folder, self.part.command)

    async def stop(self) -> None:
        """End it in order, and do not start it again."""
        await self._stop_watching()
        if self._running is not None:
            await self._running.stop()

    async def kill(self) -> None:
        """End it as a power cut would, and leave it down until `start`."""
        await self._stop_watching()
        if self._running is not None:
            await self._running.kill()

    async def _stop_watching(self) -> None:
        if self._watching is not None:
            self._watching.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._watching
            self._watching = None


class Supervisor:
    """All parts of a system."""

    def __init__(self, folder: RunFolder, report: Report) -> None:
        self._folder = folder
        self._report = report
        self.parts: dict[str, Supervised] = {}

    async def start(self, parts: Iterable[Part], turns: asyncio.Semaphore | None = None) -> None:
        """Start several at once, or in turns; the first that cannot start ends the attempt."""
        fresh = [Supervised(part, self._folder, self._report) for part in parts]
        self.parts |= {supervised.part.name: supervised for supervised in fresh}
        await at_once(*(supervised.start(turns) for supervised in fresh))

    async def stop(self, names: Iterable[str]) -> None:
        """Stop several at once."""
        await asyncio.gather(*(self.parts.pop(name).stop() for name in list(names)))


async def at_once(*starting: Coroutine[Any, Any, None]) -> None:
    """Start several; the first that cannot start ends the attempt of all."""
    first: BaseException | None = None
    try:
        async with asyncio.TaskGroup() as group:
            for one in starting:
                group.create_task(one)
    except* CannotStart as failures:
        first = failures.exceptions[0]
    # Raised within `except*` it would come out in a group again.
    if first is not None:
        raise first


def how_it_ended(code: int) -> str:
    """Say an exit code in words."""
    if code >= 0:
        return f"exit code {code}"
    with contextlib.suppress(ValueError):
        return f"by {signal.Signals(-code).name}"
    return f"by signal {-code}"
