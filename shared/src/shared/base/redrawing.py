"""Has files that people send redrawn, each in a process of its own that may be killed any time (ADR 23)."""

import asyncio
import contextlib
import sys
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from pydantic import Field

from shared.base.settings import ServiceSettings
from shared.base.telemetry import get_logger
from shared.base.workers import REFUSED

MADE_MOST_BYTES = 16 * 1024 * 1024
"""What a worker may write: more than twenty pages of pictures are."""
WAIT_SECONDS = 20.0
"""For a free worker; then the person is asked to come again."""

log = get_logger()


class Flaw(StrEnum):
    """Why a file is not redrawn; all but the last are said by the worker (`shared.base.redraw`)."""

    DAMAGED = "damaged"
    LOCKED = "locked"
    TOO_LARGE = "too_large"
    TOO_MANY_PAGES = "too_many_pages"
    BUSY = "busy"
    """No worker is free in time."""


_SAID = {flaw.value: flaw for flaw in Flaw}


class NotRedrawn(Exception):
    """It cannot be read; whoever keeps files says so in words."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw.value)
        self.flaw = flaw


class RedrawingSettings(ServiceSettings):
    """What a service needs that has files redrawn, beside the settings of every service."""

    paper_workers: int = Field(1, ge=1, le=64)
    """Files that people send which one process has redrawn at the same time (ADR 23)."""
    paper_seconds: float = Field(15.0, gt=0)
    """A file that takes longer to redraw cannot be read."""


@dataclass
class Redrawing:
    """The workers of one process of a service: at most so many at a time."""

    seconds: float
    places: asyncio.Semaphore

    @classmethod
    def begin(cls, settings: RedrawingSettings) -> Self:
        """Make it for a process."""
        return cls(settings.paper_seconds, asyncio.Semaphore(settings.paper_workers))

    async def redraw(self, data: bytes, media_type: str) -> bytes:
        """Return a PDF of nothing but pictures; raises `NotRedrawn` where it cannot be read in time."""
        try:
            async with asyncio.timeout(WAIT_SECONDS):
                await self.places.acquire()
        except TimeoutError as error:
            raise NotRedrawn(Flaw.BUSY) from error
        try:
            return await self._in_time(data, media_type)
        finally:
            self.places.release()

    async def _in_time(self, data: bytes, media_type: str) -> bytes:
        worker = await asyncio.create_subprocess_exec(
            *(sys.executable, "-I", "-m", "shared.base.redraw"),
            *(media_type, str(max(1, int(self.seconds)))),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env={},
        )
        try:
            async with asyncio.timeout(self.seconds):
                made, said, _ = await asyncio.gather(
                    _read(worker.stdout, MADE_MOST_BYTES),
                    _read(worker.stderr, 4_096),
                    _write(worker, data),
                )
                code = await worker.wait()
        except TimeoutError as error:
            raise NotRedrawn(Flaw.DAMAGED) from error
        finally:
            if worker.returncode is None:
                worker.kill()
                await worker.wait()
        if code == 0 and made.startswith(b"%PDF-") and len(made) < MADE_MOST_BYTES:
            return made
        log.warning("paper not redrawn", code=code, media_type=media_type)
        why = said.decode("utf-8", "replace").strip() if code == REFUSED else ""
        raise NotRedrawn(_SAID.get(why, Flaw.DAMAGED))


async def _read(stream: asyncio.StreamReader | None, most: int) -> bytes:
    """Read to the end, or a bound: a worker that a file has taken over is not believed for long."""
    assert stream is not None
    pieces: list[bytes] = []
    left = most
    while left > 0 and (piece := await stream.read(min(left, 65_536))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


async def _write(worker: asyncio.subprocess.Process, data: bytes) -> None:
    assert worker.stdin is not None
    with contextlib.suppress(ConnectionError):
        worker.stdin.write(data)
        await worker.stdin.drain()
    worker.stdin.close()
