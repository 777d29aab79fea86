"""A start beside a broker that is still coming up: services load in turns, and nobody is asked in vain."""

import asyncio
import sys
from pathlib import Path

import pytest

from local import containers
from local.folder import RunFolder
from local.processes import Command
from local.readiness import after
from local.supervisor import Part, Supervisor

NAMES = ("one", "two", "three")


async def test_who_starts_in_turns_loads_alone_and_becomes_ready_with_the_others(
    tmp_path: Path,
) -> None:
    supervisor = Supervisor(RunFolder(tmp_path), print)
    broker, have_loaded, asked = asyncio.Event(), set[str](), list[str]()

    def part(name: str) -> Part:
        async def loaded() -> bool:
            running = {each for each, one in supervisor.parts.items() if one.pid is not None}
            assert running - have_loaded == {name}
            have_loaded.add(name)
            if len(have_loaded) == len(NAMES):
                broker.set()
            return True

        async def ready() -> bool:
            asked.append(name)
            return True

        return Part(Command(name, ["sleep", "60"]), after(broker, ready), loaded)

    try:
        await supervisor.start(map(part, NAMES), asyncio.Semaphore(1))
        assert sorted(asked) == sorted(NAMES)
    finally:
        await supervisor.stop(list(supervisor.parts))


def test_no_engine_is_looked_for_where_none_listens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DOCKER_HOST", raising=False)
    monkeypatch.setattr(containers, "SOCKET", tmp_path / "docker.sock")
    monkeypatch.setitem(sys.modules, "docker", None)
    assert not containers.engine_answers()
