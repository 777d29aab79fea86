"""Runs a process that does one thing, within bounds of memory and processor time, and without any key."""

import asyncio
import contextlib
import resource
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")
READ_BYTES = 512 * 1024
"""Rows are taken over in portions of so many bytes."""


@dataclass(frozen=True)
class Bounds:
    """What a process may use."""

    memory_bytes: int
    cpu_seconds: int
    wall_seconds: float


class ProcessEnded(Exception):
    """It ended without having done its work: killed from outside, or by one of its bounds."""

    def __init__(self, code: int | None) -> None:
        super().__init__(f"ended with {code}")
        self.code = code


@dataclass(frozen=True)
class Running:
    """A process at work."""

    process: asyncio.subprocess.Process
    feeding: "asyncio.Task[None]"

    async def blocks(self) -> AsyncIterator[bytes]:
        """Yield what it writes; raises `ProcessEnded` where it ended badly, and what feeding it failed by.

        It writes nothing before it has read everything.
        """
        assert self.process.stdout is not None
        while block := await self.process.stdout.read(READ_BYTES):
            await self.feeding
            yield block
        code = await self.process.wait()
        if code == 0 or self.feeding.done():
            await self.feeding
        if code != 0:
            raise ProcessEnded(code)

    async def lines(self) -> AsyncIterator[bytes]:
        """Yield what it writes in portions of whole lines."""
        kept = b""
        async for block in self.blocks():
            kept += block
            if len(kept) >= READ_BYTES:
                lines, newline, kept = kept.rpartition(b"\n")
                if newline:
                    yield lines
        if kept:
            yield kept.rstrip(b"\n")


@contextlib.asynccontextmanager
async def process(
    module: str, bounds: Bounds, given: AsyncIterator[bytes], *what: str
) -> AsyncIterator[Running]:
    """Start `python -m module MEMORY CPU what` and give it what it reads; it is gone when the block is left.

    It inherits nothing: no settings, no keys.
    """
    limits = (str(bounds.memory_bytes), str(bounds.cpu_seconds))
    started = await asyncio.create_subprocess_exec(
        sys.executable, "-I", "-m", module, *limits, *what,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL, env={"LANG": "C.UTF-8"}, limit=2 * READ_BYTES,
    )  # fmt: skip
    feeding = asyncio.create_task(_feed(started, given))
    try:
        yield Running(started, feeding)
    finally:
        feeding.cancel()
        if started.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                started.kill()
        await asyncio.gather(feeding, started.wait(), return_exceptions=True)


async def _feed(started: asyncio.subprocess.Process, given: AsyncIterator[bytes]) -> None:
    assert started.stdin is not None
    try:
        async for piece in given:
            started.stdin.write(piece)
            await started.stdin.drain()
    except (BrokenPipeError, ConnectionResetError):
        # It has ended; its code says how.
        return
    finally:
        started.stdin.close()


async def ahead(given: AsyncIterator[T]) -> AsyncIterator[T]:
    """Yield what is given, the next already being fetched while this one is worked on."""
    following = asyncio.ensure_future(anext(given, None))
    try:
        while (one := await following) is not None:
            following = asyncio.ensure_future(anext(given, None))
            yield one
    finally:
        following.cancel()
        await asyncio.gather(following, return_exceptions=True)


async def nothing() -> AsyncIterator[bytes]:
    """Give a process nothing to read."""
    return
    yield


def confine(memory_bytes: int, cpu_seconds: int) -> None:
    """Bound the process that calls this, before it reads anything; it leaves no core."""
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
