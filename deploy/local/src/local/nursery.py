"""A process that has loaded what every service loads, and forks services from itself.

What all of them import takes more processor time than the rest of a service's start. Here it is imported
once, for everything that one starter starts (`local.forking`): a service is a fork of this process, which
puts itself in the place of a fresh `python -m` (a process group, folder, log, environment and command line of
its own) and runs the module.

The nursery has a single thread, no event loop, no connection and nothing random of its own, so that a fork
begins as a fresh interpreter would. Orders come over its standard input, a socket: each is one byte with the
end of another socket, on which the order stands as a line of JSON, and on which the nursery says the process
id and, later, how the process ended. That socket is a leash, too: when its other end is closed, the process
is told to stop. A process that loses its nursery is told so by the kernel, as the nursery is when it loses
its starter.
"""

import contextlib
import ctypes
import gc
import importlib
import json
import os
import runpy
import selectors
import signal
import socket
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import setproctitle

from local.command import PR_SET_PDEATHSIG

LOADED = (
    "shared.service",
    "shared.cli",
    "shared.privacy.api",
    "shared.proposals.api",
    "shared.http.idempotency",
)
"""What services and simulators load. None of it has figures that only one service shows on its /metrics."""


@dataclass(frozen=True)
class Order:
    """What to start: `python -m <module>` with exactly this environment."""

    module: str
    environment: dict[str, str]
    folder: str
    """Where it works."""
    log: str
    """The file to which both its outputs are appended."""
    stop_signal: int
    """How it is told to stop where nobody holds its leash any more."""

    def as_line(self) -> bytes:
        """As it goes over the leash."""
        return json.dumps(asdict(self)).encode() + b"\n"


@dataclass(frozen=True)
class _Child:
    pid: int
    handle: int
    """Its pidfd, readable once it has ended."""
    leash: socket.socket
    stop_signal: int


class Nursery:
    """Waits for orders, and for the ends of what it has forked."""

    def __init__(self, orders: socket.socket) -> None:
        self._orders = orders
        self._children: set[_Child] = set()
        self._selector = selectors.DefaultSelector()
        self._selector.register(orders, selectors.EVENT_READ)

    def tend(self) -> Order | None:
        """Return an order in the process that was forked for it; None here, once nobody orders any more."""
        while True:
            for key, _ in self._selector.select():
                if key.fileobj is self._orders:
                    leash = self._next_leash()
                    if leash is None:
                        return None
                    order = self._fork_for(leash)
                    if order is not None:
                        return order
                elif key.data in self._children:
                    self._look_after(key.data, ended=key.fd == key.data.handle)

    def _next_leash(self) -> socket.socket | None:
        _, handles, _, _ = socket.recv_fds(self._orders, 1, 1)
        return socket.socket(fileno=handles[0]) if handles else None

    def _fork_for(self, leash: socket.socket) -> Order | None:
        with leash.makefile("rb") as told:
            line = told.readline()
        if not line.endswith(b"\n"):
            leash.close()
            return None
        order, nursery = Order(**json.loads(line)), os.getpid()
        pid = os.fork()
        if pid == 0:
            leash.close()
            self._leave()
            _die_with(nursery, order.stop_signal)
            return order
        child = _Child(pid, os.pidfd_open(pid), leash, order.stop_signal)
        self._children.add(child)
        self._selector.register(child.handle, selectors.EVENT_READ, child)
        self._selector.register(leash, selectors.EVENT_READ, child)
        _say(leash, pid)
        return None

    def _look_after(self, child: _Child, *, ended: bool) -> None:
        if not ended:
            self._selector.unregister(child.leash)
            signal.pidfd_send_signal(child.handle, child.stop_signal)
            return
        self._children.remove(child)
        self._selector.unregister(child.handle)
        os.close(child.handle)
        with contextlib.suppress(KeyError):
            self._selector.unregister(child.leash)
        _, status = os.waitpid(child.pid, 0)
        _say(child.leash, os.waitstatus_to_exitcode(status))
        child.leash.close()

    def _leave(self) -> None:
        """Give up, in a child, what only the nursery has."""
        self._selector.close()
        self._orders.close()
        for sibling in self._children:
            sibling.leash.close()
            os.close(sibling.handle)


def _say(leash: socket.socket, number: int) -> None:
    with contextlib.suppress(OSError):
        leash.sendall(b"%d\n" % number)


def _die_with(nursery: int, number: int) -> None:
    """Have the kernel send a signal when the nursery ends; end at once where it has done so before."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, number)
    if os.getppid() != nursery:
        os._exit(1)


def _become(order: Order) -> None:
    """Take the place of `python -m`, and run the module to its end."""
    os.setsid()
    os.chdir(order.folder)
    log = os.open(order.log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.close(log)
    os.environ.clear()
    os.environ.update(order.environment)
    time.tzset()
    sys.path[0] = order.folder
    sys.argv[:] = ["-m"]
    sys.orig_argv[:] = [sys.executable, "-m", order.module]
    setproctitle.setproctitle(" ".join(sys.orig_argv))
    setproctitle.setthreadtitle(Path(sys.executable).name)
    gc.enable()
    runpy.run_module(order.module, run_name="__main__", alter_sys=True)


def _load() -> None:
    """Import what services import, as they do (`shared.cli`), and leave no garbage for a fork to look at."""
    gc.disable()
    sys.modules["rich"] = None  # type: ignore[assignment]
    for module in LOADED:
        importlib.import_module(module)
    gc.collect()
    gc.freeze()


def main() -> None:
    """Fork for whoever holds the other end of standard input, until nobody does."""
    setproctitle.getproctitle()  # looks for the command line beside the environment, while both are there
    orders = socket.socket(fileno=os.dup(0))
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.close(nothing)
    _load()
    order = Nursery(orders).tend()
    if order is not None:
        _become(order)


if __name__ == "__main__":
    main()
