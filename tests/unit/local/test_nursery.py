"""The nursery: what it forks is as what a fresh interpreter runs, and dies as that does."""

import asyncio
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import psutil
import pytest
from prometheus_client.metrics import MetricWrapperBase

from local import forking
from local.folder import PRIVATE_UMASK, RunFolder
from local.processes import MINIMAL_PATH, PROCESSES_FILE, Command, Running, python, start
from local.supervisor import Part, Supervisor
from shared.base import telemetry

WAIT_SECONDS = 30.0
SAYS_ALL = """
import gc, json, os, random, resource, secrets, sys, threading
from prometheus_client import REGISTRY
umask = os.umask(0)
os.umask(umask)
print(json.dumps({
    "environment": dict(os.environ), "folder": os.getcwd(), "path": sys.path[0], "argv": sys.argv[1:],
    "group": os.getpgid(0) == os.getsid(0) == os.getpid(), "umask": umask,
    "files": sorted(map(int, os.listdir("/proc/self/fd")))[:-1], "input": os.readlink("/proc/self/fd/0"),
    "threads": os.listdir("/proc/self/task"), "chance": [random.random(), secrets.token_hex(8)],
    "garbage": gc.isenabled(), "name": __name__, "main": sys.modules["__main__"].__spec__.name,
    "figures": [family.name for family in REGISTRY.collect()], "loaded": "shared.service" in sys.modules,
}), flush=True)
print("to the log", file=sys.stderr)
sys.exit(3)
"""
SLEEPS = "import time; print('up', flush=True); time.sleep(600)"


async def until(condition) -> None:
    async with asyncio.timeout(WAIT_SECONDS):
        while not condition():
            await asyncio.sleep(0.01)


@pytest.fixture
def folder(tmp_path: Path) -> RunFolder:
    (tmp_path / "says_all.py").write_text(SAYS_ALL)
    (tmp_path / "sleeps.py").write_text(SLEEPS)
    return RunFolder(tmp_path)


def said(folder: RunFolder, name: str) -> str:
    return (folder.logs / f"{name}.log").read_text()


async def asleep(folder: RunFolder, name: str = "sleeper") -> Running:
    running = await start(folder, python(name, "sleeps", {}))
    await until(lambda: "up" in said(folder, name))
    return running


async def told(folder: RunFolder, name: str, **environment: str) -> dict[str, Any]:
    """What a process says that is forked with an environment, once it has ended."""
    running = await start(folder, python(name, "says_all", environment))
    assert await running.ended() == 3
    assert not running.alive
    first, last = said(folder, name).splitlines()
    assert last == "to the log"
    found: dict[str, Any] = json.loads(first)
    assert found["threads"] == [str(running.pid)]
    return found


async def test_what_is_forked_is_as_a_fresh_interpreter_would_have_it(folder: RunFolder) -> None:
    found, another = await told(folder, "first", SOME_URL="http://a/b=c\n"), await told(folder, "o")
    assert found["loaded"]
    assert found["environment"] == {
        "PATH": MINIMAL_PATH, "LANG": "C.UTF-8", "HOME": os.environ.get("HOME", "/"),
        "SOME_URL": "http://a/b=c\n",
    }  # fmt: skip
    assert "SOME_URL" not in another["environment"]
    assert found["folder"] == found["path"] == str(folder.path)
    assert (found["name"], found["main"], found["argv"]) == ("__main__", "says_all", [])
    assert (found["group"], found["umask"], found["garbage"]) == (True, PRIVATE_UMASK, True)
    assert (found["files"], found["input"]) == ([0, 1, 2], os.devnull)
    assert not set(found["chance"]) & set(another["chance"])


async def test_the_nursery_has_loaded_no_figures_of_one_service_alone(folder: RunFolder) -> None:
    found = await told(folder, "figures")
    of_all = {one._name for one in vars(telemetry).values() if isinstance(one, MetricWrapperBase)}
    own = {name for name in found["figures"] if not name.startswith(("python_", "process_"))}
    assert own <= of_all


async def test_it_is_known_by_its_command_line_and_killed_at_once(folder: RunFolder) -> None:
    running = await asleep(folder)
    process = psutil.Process(running.pid)
    assert " ".join(process.cmdline()).split() == [sys.executable, "-m", "sleeps"]
    assert process.name() == Path(sys.executable).name
    assert [running.pid, process.create_time()] == folder.recall(PROCESSES_FILE)["sleeper"]
    await running.kill()
    assert await running.ended() == -signal.SIGKILL
    assert not psutil.pid_exists(running.pid)


async def test_it_is_told_to_stop_in_order(folder: RunFolder) -> None:
    running = await asleep(folder)
    await running.stop()
    assert await running.ended() == -signal.SIGTERM


async def test_who_loses_the_nursery_ends_and_is_started_again_by_another(
    folder: RunFolder,
) -> None:
    async def ready() -> bool:
        return True

    reports: list[str] = []
    supervisor = Supervisor(folder, reports.append)
    await supervisor.start([Part(python("loans", "sleeps", {}), ready)])
    part = supervisor.parts["loans"]
    assert part.pid is not None
    first = psutil.Process(part.pid)
    nursery = first.parent()
    assert nursery is not None
    nursery.kill()
    await until(lambda: not first.is_running() and part.pid not in {None, first.pid})
    assert reports[0].startswith("loans ended (by SIGTERM) and is started again in 0.5 s; see ")
    await supervisor.stop(["loans"])


async def test_who_gives_up_waiting_for_a_fork_leaves_no_process_behind(folder: RunFolder) -> None:
    keeping = await asleep(folder, "keeping")
    nursery = psutil.Process(keeping.pid).parent()
    assert nursery is not None
    # One nursery serves the whole process: other tests' cities may be its children, too.
    others = set(nursery.children())
    nursery.suspend()
    starting = asyncio.create_task(start(folder, python("unwanted", "sleeps", {})))
    await asyncio.sleep(0)
    await until((folder.logs / "unwanted.log").exists)
    starting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await starting
    nursery.resume()
    again = await asleep(folder, "again")
    await until(lambda: {one.pid for one in set(nursery.children()) - others} == {again.pid})
    await asyncio.gather(keeping.kill(), again.kill())


STARTER = """
import asyncio, sys
from pathlib import Path
from local.folder import RunFolder
from local.processes import python, start

async def main():
    print((await start(RunFolder(Path(sys.argv[1])), python("child", "sleeps", {}))).pid, flush=True)
    await asyncio.Event().wait()

asyncio.run(main())
"""


async def test_a_killed_starter_takes_along_its_nursery_and_all_that_it_forked(
    folder: RunFolder,
) -> None:
    starter = subprocess.Popen(
        [sys.executable, "-c", STARTER, str(folder.path)], stdout=subprocess.PIPE, text=True
    )
    assert starter.stdout is not None
    with starter.stdout:
        child = psutil.Process(int(await asyncio.to_thread(starter.stdout.readline)))
    nursery = child.parent()
    assert nursery is not None
    starter.kill()
    starter.wait()
    await until(lambda: not child.is_running() and not nursery.is_running())


async def test_what_must_be_known_before_a_program_is_loaded_is_not_forked(
    folder: RunFolder,
) -> None:
    running = await start(folder, python("seeded", "sleeps", {"PYTHONHASHSEED": "1"}))
    parent = psutil.Process(running.pid).parent()
    assert parent is not None
    assert parent.pid == os.getpid()
    await running.kill()


async def test_nobody_is_forked_without_the_nursery(
    folder: RunFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NURSERY", "off")
    assert not forking.wanted({})
    monkeypatch.delenv("NURSERY")
    assert forking.wanted({"DATABASE_URL": ""})
    assert not Command("true", [shutil.which("true") or ""]).module
