"""Runs the process that touches employers' files, within bounds of memory, processor time and patience."""

import asyncio
import contextlib
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass

MODULE = "accounts.work.list_process"
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


@contextlib.asynccontextmanager
async def process(bounds: Bounds, *what: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """Start it; it is gone when the block is left. It inherits nothing: no settings, no keys."""
    limits = (str(bounds.memory_bytes), str(bounds.cpu_seconds))
    started = await asyncio.create_subprocess_exec(
        sys.executable, "-I", "-m", MODULE, *limits, *what,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL, env={"LANG": "C.UTF-8"}, limit=2 * READ_BYTES,
    )  # fmt: skip
    try:
        yield started
    finally:
        if started.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                started.kill()
        await started.wait()


async def feed(started: asyncio.subprocess.Process, pieces: AsyncIterator[bytes]) -> None:
    """Give it what it reads, piece by piece."""
    assert started.stdin is not None
    # A process that has ended says so by its code.
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        async for piece in pieces:
            started.stdin.write(piece)
            await started.stdin.drain()
        started.stdin.close()


async def portions(started: asyncio.subprocess.Process) -> AsyncIterator[bytes]:
    """Yield what it writes, whole lines at a time; raises `ProcessEnded` where it ended badly."""
    assert started.stdout is not None
    kept = b""
    while block := await started.stdout.read(READ_BYTES):
        kept += block
        if len(kept) >= READ_BYTES:
            lines, newline, kept = kept.rpartition(b"\n")
            if newline:
                yield lines
    if kept:
        yield kept
    code = await started.wait()
    if code != 0:
        raise ProcessEnded(code)
