"""A start that cannot be, and one that ends: by Ctrl-C, killed, cleaned away. Nothing stays behind."""

import asyncio
import json
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import psutil
import pytest
from tests.support.workbench import Workbench

from local.folder import LOOPBACK
from local.processes import PROCESSES_FILE

WITHIN_SECONDS = 60.0

Start = Callable[..., Awaitable["asyncio.subprocess.Process"]]


@pytest.fixture
async def start(tmp_path: Path, platform: Workbench) -> AsyncIterator[Start]:
    """Run `python -m local` (or `city`) in a checkout of its own: its own database, the session's broker."""
    broker = platform.platform.rabbitmq
    environment = {name: value for name, value in os.environ.items() if name != "POSTGRES_URL"}
    environment |= {"BROKER_URL": broker.url, "BROKER_MANAGEMENT_URL": broker.management_url}
    started: list[asyncio.subprocess.Process] = []

    async def make(command: str, **more: str) -> asyncio.subprocess.Process:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "city" if command == "run" else "local", command,
            cwd=tmp_path, env=environment | more,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        started.append(process)
        return process

    yield make
    for process in started:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def up(process: asyncio.subprocess.Process) -> None:
    """Wait until the servers' URLs are printed."""
    assert process.stdout is not None
    async with asyncio.timeout(WITHIN_SECONDS):
        while line := await process.stdout.readline():
            if line.startswith(b"BROKER_MANAGEMENT_URL="):
                return
    assert process.stderr is not None
    raise AssertionError((await process.stderr.read()).decode())


def children(tmp_path: Path) -> list[psutil.Process]:
    """What the start has written down as running, and their children."""
    path = tmp_path / ".run" / PROCESSES_FILE
    known = json.loads(path.read_text()) if path.exists() else {}
    first = [psutil.Process(pid) for pid, _ in known.values()]
    return [each for process in first for each in (process, *process.children(recursive=True))]


async def all_gone(processes: list[psutil.Process]) -> None:
    async with asyncio.timeout(WITHIN_SECONDS):
        while any(_alive(process) for process in processes):
            await asyncio.sleep(0.05)


def _alive(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


async def said(process: asyncio.subprocess.Process) -> list[str]:
    """Wait for the end; what stood on standard error."""
    async with asyncio.timeout(WITHIN_SECONDS):
        _, errors = await process.communicate()
    return errors.decode().splitlines()


async def test_a_port_in_use_ends_the_start_before_anything_runs(
    start: Start, tmp_path: Path
) -> None:
    with socket.socket() as stranger:
        stranger.bind((LOOPBACK, 0))
        stranger.listen()
        port = stranger.getsockname()[1]
        process = await start("run", EDGE_PORT=str(port))
        (sentence,) = await said(process)
    assert process.returncode == 1
    assert sentence.startswith(f"Port {port} is in use")
    assert f"make run EDGE_PORT={port + 1}" in sentence
    assert children(tmp_path) == []


async def test_ctrl_c_leaves_no_process_behind(start: Start, tmp_path: Path) -> None:
    process = await start("servers")
    await up(process)
    left = children(tmp_path)
    process.send_signal(signal.SIGINT)
    assert await said(process) == []
    assert process.returncode == 0
    assert not any(_alive(one) for one in left)


async def test_who_starts_twice_is_told_so_and_the_first_goes_on(start: Start) -> None:
    first = await start("servers")
    await up(first)
    second = await start("servers")
    (sentence,) = await said(second)
    assert second.returncode == 1
    assert sentence == (
        f"The system already runs from this folder (process {first.pid}); stop it first."
    )
    assert first.returncode is None


async def test_a_killed_start_takes_its_processes_along_and_the_next_one_starts(
    start: Start, tmp_path: Path
) -> None:
    killed = await start("servers")
    await up(killed)
    left = children(tmp_path)
    killed.kill()
    await all_gone(left)
    again = await start("servers")
    await up(again)
    again.send_signal(signal.SIGINT)
    assert await said(again) == []


async def test_clean_stops_what_runs_and_removes_everything(start: Start, tmp_path: Path) -> None:
    running = await start("servers")
    await up(running)
    left = children(tmp_path)
    cleaning = await start("clean")
    assert await said(cleaning) == []
    assert cleaning.returncode == 0
    await asyncio.wait_for(running.wait(), WITHIN_SECONDS)
    assert not any(_alive(one) for one in left)
    assert not (tmp_path / ".run").exists()
