"""The card reader on its serial line: a question, an answer; it is opened anew each time."""

import asyncio
import os
import select
import termios
import time
import tty
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from terminal.card import (
    DONE,
    FIND,
    FOUND,
    READ,
    SELECT,
    STATUS,
    Broken,
    Card,
    card_of,
    frame,
    missing,
    unframe,
)

State = Literal["ready", "away", "none"]
ANSWER_SECONDS = 2.0
"""A reader that has not answered by then is away."""
STATUS_BYTES = 3
FRAME_MAX_BYTES = 4096


class Away(Exception):
    """The reader does not answer."""


class Line:
    """An open serial line, 115200 baud, eight bits; use it in a `with`."""

    def __init__(self, device: Path) -> None:
        self._device = device

    def __enter__(self) -> "Line":
        try:
            self._fd = os.open(self._device, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)
            tty.setraw(self._fd)
            attributes = termios.tcgetattr(self._fd)
            attributes[4] = attributes[5] = termios.B115200
            termios.tcsetattr(self._fd, termios.TCSANOW, attributes)
            termios.tcflush(self._fd, termios.TCIOFLUSH)
        except (OSError, termios.error) as error:
            raise Away(str(error)) from error
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._fd)

    def ask(self, command: bytes) -> tuple[bytes, bytes]:
        """Say a command; return the status and what came with it. Raises `Away`."""
        try:
            os.write(self._fd, frame(command))
            content = unframe(self._answer())
        except (OSError, Broken) as error:
            raise Away(str(error)) from error
        return content[:STATUS_BYTES], content[STATUS_BYTES:]

    def _answer(self) -> bytes:
        received, until = b"", time.monotonic() + ANSWER_SECONDS
        while (lacking := missing(received)) > 0:
            left = until - time.monotonic()
            if left <= 0 or not select.select([self._fd], [], [], left)[0]:
                raise Broken("no answer in time")
            received += os.read(self._fd, min(lacking, FRAME_MAX_BYTES))
            if len(received) > FRAME_MAX_BYTES:
                raise Broken("too long")
        return received


class Reader:
    """The reader of a terminal, asked by one at a time."""

    def __init__(self, device: Path | None) -> None:
        self._device = device
        self._free = asyncio.Lock()

    async def state(self) -> State:
        """Whether it answers; one that is reading does."""
        if self._device is None:
            return "none"
        if self._free.locked():
            return "ready"
        try:
            async with self._free:
                status, _ = await asyncio.to_thread(self._ask, STATUS)
        except Away:
            return "away"
        return "ready" if status == DONE else "away"

    async def card(self, seconds: float, poll: float, over: Callable[[], bool]) -> Card | None:
        """Wait for a card and read it; None where none came, or nobody waits any more.

        Raises `Away`, and `Broken` of a card that is none of ours.
        """
        if self._device is None:
            raise Away("no reader")
        until = time.monotonic() + seconds
        async with self._free:
            while time.monotonic() < until and not over():
                found = await asyncio.to_thread(self._read)
                if found is not None:
                    return found
                await asyncio.sleep(poll)
        return None

    def _ask(self, command: bytes) -> tuple[bytes, bytes]:
        assert self._device is not None
        with Line(self._device) as line:
            return line.ask(command)

    def _read(self) -> Card | None:
        """Find a card, select it, read it: one that was lifted meanwhile is none."""
        assert self._device is not None
        with Line(self._device) as line:
            if line.ask(FIND)[0] != FOUND or line.ask(SELECT)[0] != DONE:
                return None
            status, data = line.ask(READ)
        return card_of(data) if status == DONE else None
