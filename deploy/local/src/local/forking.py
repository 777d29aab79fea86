"""The starter's side of its nursery (`local.nursery`): one for this process, from its first service on.

`NURSERY=off` starts every service as production does, with an interpreter of its own.
"""

import asyncio
import atexit
import contextlib
import os
import select
import signal
import socket
import subprocess
from collections.abc import Callable, Iterable

from local.nursery import Order

READ_ONCE = (
    "PYTHON", "LD_", "LC_", "LANG", "MALLOC_", "GLIBC_", "OPENSSL_", "OTEL_", "PROMETHEUS_", "PYDANTIC_",
)  # fmt: skip
"""Beginnings of the names that are read when a program or library is loaded: too late for a fork."""
END_SECONDS = 5.0
"""How long the nursery may take to see that nobody orders any more."""

Starter = Callable[[socket.socket], "subprocess.Popen[bytes]"]
"""Starts the nursery's process with a socket as its standard input."""


class Forked:
    """A process that the nursery forked, as `asyncio.subprocess.Process` has one."""

    def __init__(
        self, pid: int, stop_signal: int, leash: tuple[asyncio.StreamReader, asyncio.StreamWriter]
    ) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self._stop_signal = stop_signal
        self._handle: int | None = None
        with contextlib.suppress(ProcessLookupError):
            self._handle = os.pidfd_open(pid)
        self._ending = asyncio.create_task(self._end(*leash))

    async def wait(self) -> int:
        """Wait for its end and return the exit code (negative: a signal)."""
        return await asyncio.shield(self._ending)

    def send_signal(self, number: int) -> None:
        """Send a signal; raises `ProcessLookupError` if it has ended."""
        if self._handle is None:
            raise ProcessLookupError(self.pid)
        signal.pidfd_send_signal(self._handle, number)

    async def _end(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> int:
        told = await _line(reader)
        writer.close()
        if self._handle is not None:
            if not told:
                await asyncio.to_thread(_until_readable, self._handle)
            os.close(self._handle)
            self._handle = None
        self.returncode = int(told) if told else -self._stop_signal
        return self.returncode


class _Held:
    """The nursery, as long as it lives."""

    def __init__(self, start: Starter) -> None:
        self._orders, its_end = socket.socketpair()
        with its_end:
            self.process = start(its_end)

    async def fork(self, order: Order) -> Forked | None:
        """Have a process forked; None where the nursery is no more."""
        ours, its_end = socket.socketpair()
        leash = await asyncio.open_unix_connection(sock=ours)
        with its_end:
            leash[1].write(order.as_line())
            try:
                socket.send_fds(self._orders, [b"\0"], [its_end.fileno()])
            except ConnectionError:
                leash[1].close()
                return None
        try:
            pid = await _line(leash[0])
        except BaseException:
            leash[1].close()  # which tells whatever it is forking for us to stop
            raise
        if not pid:
            leash[1].close()
            return None
        return Forked(int(pid), order.stop_signal, leash)

    def close(self) -> None:
        """Order nothing more, and see it end."""
        self._orders.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(END_SECONDS)
        self.process.kill()
        self.process.wait()


class OwnNursery:
    """The nursery of this process, made when it is needed, and made anew where it was lost."""

    def __init__(self) -> None:
        self._held: _Held | None = None

    def begin(self, start: Starter) -> None:
        """Make it before it is needed: what it loads takes as long as a server to come up."""
        self._held = self._held or _Held(start)

    async def fork(self, order: Order, start: Starter) -> Forked | None:
        """Have a process forked; None where no nursery lives long enough."""
        for _ in range(2):
            held = self._held = self._held or _Held(start)
            forked = await held.fork(order)
            if forked is not None:
                return forked
            if self._held is held:
                self.close()
        return None

    def close(self) -> None:
        """End it, if there is one: what it has forked is told to stop."""
        if self._held is not None:
            self._held.close()
            self._held = None


own = OwnNursery()
atexit.register(own.close)


def wanted(names: Iterable[str]) -> bool:
    """Whether a process with these environment variables may be forked."""
    chosen = os.environ.get("NURSERY", "on").lower() != "off"
    return chosen and not any(name.startswith(READ_ONCE) for name in names)


async def _line(reader: asyncio.StreamReader) -> bytes:
    """A line; empty where whoever writes is gone."""
    try:
        return await reader.readline()
    except ConnectionError:
        return b""


def _until_readable(handle: int) -> None:
    waiting = select.poll()
    waiting.register(handle, select.POLLIN)
    waiting.poll()
