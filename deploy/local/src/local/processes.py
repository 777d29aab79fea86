"""Child processes that cannot outlive us.

Each is started through `setpriv --pdeathsig`, so that the kernel ends it when this process dies, however it
dies; where this process dies even before that is in force, the child sees that it has another parent and
ends itself. Services and simulators are forked by our nursery (`local.forking`), which dies with us in that
way and takes them along. And each is written down, so that the next start can end what is left behind.
"""

import asyncio
import contextlib
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import psutil

from local import forking
from local.errors import CannotStart
from local.folder import PRIVATE, PRIVATE_UMASK, RunFolder
from local.nursery import Order

PROCESSES_FILE = "processes.json"
LEFTOVER_GRACE_SECONDS = 10.0
MINIMAL_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
LOG_MAX_BYTES = 20 * 1024 * 1024
ONLY_WITH_PARENT = '[ "$PPID" = "$0" ] || exit 1; exec "$@"'
"""What sh runs once the kernel watches the parent: the program, unless the parent ($0) has died before."""


Process = asyncio.subprocess.Process | forking.Forked


@dataclass(frozen=True)
class Command:
    """What to start, and how to end it."""

    name: str
    argv: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)
    setpriv: Sequence[str] = ()
    """Further options of setpriv: another user, capabilities."""
    stop_signal: signal.Signals = signal.SIGTERM
    stop_seconds: float = 25.0
    """How long it may take to end in order; then it is killed."""
    module: str | None = None
    """What is run, by `-m`, where the program is this Python: the nursery forks it."""


def python(name: str, module: str, environment: Mapping[str, str]) -> Command:
    """`python -m module`: a service, a simulator."""
    return Command(name, [sys.executable, "-m", module], environment, module=module)


class Running:
    """A started process."""

    def __init__(self, command: Command, process: Process) -> None:
        self.command = command
        self._process = process

    @property
    def pid(self) -> int:
        """The process id; setpriv and sh have replaced themselves by the program."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it has not ended yet."""
        return self._process.returncode is None

    async def ended(self) -> int:
        """Wait for its end and return the exit code (negative: a signal)."""
        return await self._process.wait()

    def signal(self, number: signal.Signals) -> None:
        """Send a signal; no harm if it has ended."""
        with contextlib.suppress(ProcessLookupError):
            self._process.send_signal(number)

    async def stop(self) -> None:
        """Ask it to end, wait, and kill it if it takes too long."""
        if self.alive:
            self.signal(self.command.stop_signal)
        try:
            await asyncio.wait_for(self.ended(), self.command.stop_seconds)
        except TimeoutError:
            await self.kill()

    async def kill(self) -> None:
        """End it at once, as a power cut would."""
        self.signal(signal.SIGKILL)
        await self.ended()
        self.end_orphans()

    def end_orphans(self) -> None:
        """End what it has started and left behind: nginx's workers outlive it and keep its port."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)


NURSERY = python("nursery", "local.nursery", {})


async def start(folder: RunFolder, command: Command) -> Running:
    """Start a process with its own log file, in a process group of its own (no Ctrl-C of a terminal).

    Raises `CannotStart` where it should be forked and no nursery stays alive.
    """
    if command.module is not None and forking.wanted(command.environment):
        process: Process = await _forked(folder, command, command.module)
    else:
        process = await _executed(folder, command)
    _write_down(folder, command.name, process.pid)
    return Running(command, process)


def begin_nursery(folder: RunFolder) -> None:
    """Let what all services load be loaded meanwhile."""
    if forking.wanted(()):
        forking.own.begin(partial(_start_nursery, folder))


async def _executed(folder: RunFolder, command: Command) -> asyncio.subprocess.Process:
    with _log_of(folder, command).open("ab") as log:
        return await asyncio.create_subprocess_exec(
            *_ending_with_us(command),
            env=_environment_of(command),
            cwd=folder.path,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            umask=PRIVATE_UMASK,
        )


async def _forked(folder: RunFolder, command: Command, module: str) -> forking.Forked:
    order = Order(
        module,
        _environment_of(command),
        str(folder.path),
        str(_log_of(folder, command)),
        command.stop_signal,
    )
    forked = await forking.own.fork(order, partial(_start_nursery, folder))
    if forked is None:
        raise CannotStart(f"The nursery of services ended; see {folder.logs}/{NURSERY.name}.log.")
    return forked


def _start_nursery(folder: RunFolder, orders: socket.socket) -> "subprocess.Popen[bytes]":
    """Start it outside the folder, which it may outlive: it is our process's, not the folder's."""
    with _log_of(folder, NURSERY).open("ab") as log:
        process = subprocess.Popen(
            _ending_with_us(NURSERY),
            env=_environment_of(NURSERY),
            cwd="/",
            stdin=orders.fileno(),
            stdout=log,
            stderr=log,
            start_new_session=True,
            umask=PRIVATE_UMASK,
        )
    _write_down(folder, NURSERY.name, process.pid)
    return process


def _log_of(folder: RunFolder, command: Command) -> Path:
    """The file of what a process says, which only we read."""
    path = folder.logs / f"{command.name}.log"
    _rotate(path)
    path.touch(mode=PRIVATE)
    path.chmod(PRIVATE)
    return path


def _environment_of(command: Command) -> dict[str, str]:
    return {
        "PATH": MINIMAL_PATH,
        "LANG": "C.UTF-8",
        "HOME": os.environ.get("HOME", "/"),
        **command.environment,
    }


def _ending_with_us(command: Command) -> list[str]:
    return [
        "setpriv", "--pdeathsig", command.stop_signal.name.removeprefix("SIG"), *command.setpriv,
        "--", "sh", "-c", ONLY_WITH_PARENT, str(os.getpid()), *command.argv,
    ]  # fmt: skip


def _rotate(log_path: Path) -> None:
    """Keep one older log, so that a folder never grows without bound."""
    if log_path.exists() and log_path.stat().st_size > LOG_MAX_BYTES:
        log_path.replace(log_path.with_suffix(".log.1"))


def _write_down(folder: RunFolder, name: str, pid: int) -> None:
    with contextlib.suppress(psutil.NoSuchProcess):
        created = psutil.Process(pid).create_time()
        known = folder.recall(PROCESSES_FILE)
        folder.remember(PROCESSES_FILE, {**known, name: [pid, created]})


def end_leftovers(folder: RunFolder) -> list[str]:
    """End what a killed start left running; return the names. A reused process id is left alone."""
    found: dict[str, list[psutil.Process]] = {}
    for name, entry in folder.recall(PROCESSES_FILE).items():
        process = _same_process(entry)
        if process is not None:
            with contextlib.suppress(psutil.NoSuchProcess):
                found[name] = [process, *process.children(recursive=True)]
    everyone = [process for group in found.values() for process in group]
    for process in everyone:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.terminate()
    _, stubborn = psutil.wait_procs(everyone, LEFTOVER_GRACE_SECONDS)
    for process in stubborn:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(stubborn, LEFTOVER_GRACE_SECONDS)
    (folder.path / PROCESSES_FILE).unlink(missing_ok=True)
    return sorted(found)


def _same_process(entry: object) -> psutil.Process | None:
    match entry:
        case [int(pid), float(created)]:
            with contextlib.suppress(psutil.NoSuchProcess):
                process = psutil.Process(pid)
                if process.create_time() == created and process.status() != psutil.STATUS_ZOMBIE:
                    return process
    return None
