"""Processes: ended in order, ended when we die, started again when they die."""

import asyncio
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from local.errors import CannotStart
from local.folder import RunFolder
from local.processes import MINIMAL_PATH, PROCESSES_FILE, Command, end_leftovers, start
from local.supervisor import Part, Supervisor, how_it_ended

WAIT_SECONDS = 10.0


async def until(condition) -> None:
    async with asyncio.timeout(WAIT_SECONDS):
        while not condition():
            await asyncio.sleep(0.01)


async def ready() -> bool:
    return True


def sleeper(name: str = "sleeper") -> Command:
    return Command(name, ["sleep", "600"])


async def test_a_process_that_ignores_the_request_to_end_is_killed(tmp_path: Path) -> None:
    deaf = Command(
        "deaf", ["sh", "-c", "trap '' TERM; echo up; while :; do sleep 1; done"], stop_seconds=0.2
    )
    running = await start(RunFolder(tmp_path), deaf)
    await until(lambda: "up" in (tmp_path / "logs" / "deaf.log").read_text())
    await running.stop()
    assert await running.ended() == -signal.SIGKILL


STARTER = """
import asyncio, sys
from pathlib import Path
from local.folder import RunFolder
from local.processes import Command, start

async def main():
    command = Command("child", ["sleep", "600"], {"PATH": sys.argv[2]})
    print((await start(RunFolder(Path(sys.argv[1])), command)).pid, flush=True)
    await asyncio.Event().wait()

asyncio.run(main())
"""


def start_child(folder: Path, path: str) -> tuple[subprocess.Popen[str], psutil.Process]:
    """A process that has started a child, and the child."""
    starter = subprocess.Popen(
        [sys.executable, "-c", STARTER, str(folder), path], stdout=subprocess.PIPE, text=True
    )
    assert starter.stdout is not None
    with starter.stdout:
        return starter, psutil.Process(int(starter.stdout.readline()))


def has_ended(process: psutil.Process) -> bool:
    try:
        return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


async def test_a_process_ends_when_its_starter_is_killed(tmp_path: Path) -> None:
    starter, child = start_child(tmp_path, MINIMAL_PATH)
    await until(lambda: child.name() == "sleep")
    starter.kill()
    starter.wait()
    await until(lambda: has_ended(child))


async def test_a_process_ends_when_its_starter_was_killed_before_the_kernel_watched_it(
    tmp_path: Path,
) -> None:
    slow = tmp_path / "setpriv"
    slow.write_text(
        "#!/bin/sh\nwhile kill -0 $PPID 2>/dev/null; do sleep 0.01; done\n"
        f'exec {shutil.which("setpriv")} "$@"\n'
    )
    slow.chmod(0o755)
    starter, child = start_child(tmp_path, f"{tmp_path}:{MINIMAL_PATH}")
    starter.kill()
    starter.wait()
    await until(lambda: has_ended(child))


async def test_what_a_killed_start_left_is_ended_with_its_children(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path)
    left = subprocess.Popen(["sh", "-c", "sleep 600 & wait"], start_new_session=True)
    process = psutil.Process(left.pid)
    await until(process.children)
    child = process.children()[0]
    folder.remember(PROCESSES_FILE, {"accounts": [left.pid, process.create_time()]})
    ended = asyncio.create_task(asyncio.to_thread(end_leftovers, folder))
    await asyncio.to_thread(left.wait)
    assert await ended == ["accounts"]
    await until(lambda: has_ended(child))
    assert end_leftovers(folder) == []


def test_a_stranger_with_a_reused_process_id_is_left_alone(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path)
    folder.remember(PROCESSES_FILE, {"accounts": [os.getpid(), 1.0], "loans": "nonsense"})
    assert end_leftovers(folder) == []


async def test_a_part_that_dies_is_reported_in_a_sentence_and_started_again(tmp_path: Path) -> None:
    reports: list[str] = []
    supervisor = Supervisor(RunFolder(tmp_path), reports.append)
    await supervisor.start([Part(sleeper("loans"), ready)])
    part = supervisor.parts["loans"]
    first = part.pid
    assert first is not None
    os.kill(first, signal.SIGKILL)
    await until(lambda: part.pid not in {None, first})
    log = tmp_path / "logs" / "loans.log"
    assert reports == [f"loans ended (by SIGKILL) and is started again in 0.5 s; see {log}."]
    await supervisor.stop(["loans"])


@pytest.mark.parametrize("by", ["itself", "us"])
async def test_who_dies_takes_along_what_it_has_started(tmp_path: Path, by: str) -> None:
    supervisor = Supervisor(RunFolder(tmp_path), lambda _: None)
    master = Command("master", ["sh", "-c", "sleep 600 & wait"])
    await supervisor.start([Part(master, ready)])
    part = supervisor.parts["master"]
    assert part.pid is not None
    process = psutil.Process(part.pid)
    await until(process.children)
    worker = process.children()[0]
    if by == "us":
        await part.kill()
    else:
        process.kill()
    await until(lambda: has_ended(worker))
    await supervisor.stop(["master"])


async def test_a_part_killed_on_purpose_stays_down_until_it_is_brought_back(tmp_path: Path) -> None:
    reports: list[str] = []
    supervisor = Supervisor(RunFolder(tmp_path), reports.append)
    await supervisor.start([Part(sleeper("loans"), ready)])
    part = supervisor.parts["loans"]
    await part.kill()
    assert part.pid is None
    await part.start()
    assert part.pid is not None
    assert reports == []
    await supervisor.stop(["loans"])
    assert part.pid is None


async def test_a_part_that_cannot_start_says_why_and_nothing_else_is_left_running(
    tmp_path: Path,
) -> None:
    supervisor = Supervisor(RunFolder(tmp_path), print)
    broken = Command("broken", ["sh", "-c", "echo no such table >&2; exit 3"])

    async def never() -> bool:
        return False

    with pytest.raises(CannotStart, match=r"broken ended while starting \(exit code 3\): no such"):
        await supervisor.start([Part(broken, never), Part(sleeper("fine"), never)])
    pid, _ = json.loads((tmp_path / PROCESSES_FILE).read_text())["fine"]
    assert not psutil.pid_exists(pid)


def test_exit_codes_in_words() -> None:
    assert how_it_ended(0) == "exit code 0"
    assert how_it_ended(-9) == "by SIGKILL"
