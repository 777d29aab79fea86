"""Files of the run folder are for its owner alone, whoever of us writes them."""

import asyncio
import stat
from pathlib import Path

from local.folder import RunFolder
from local.processes import Command, start


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_what_the_start_remembers(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path)
    folder.remember("ports.json", {"edge": 1})
    (tmp_path / "edge.conf").touch(mode=0o644)
    folder.write(tmp_path / "edge.conf", "server {}")
    assert {mode_of(tmp_path / name) for name in ("ports.json", "edge.conf")} == {0o600}


async def test_what_a_process_writes_and_says(tmp_path: Path) -> None:
    """Journals, books and logs: the process need not think of it."""
    folder = RunFolder(tmp_path)
    folder.logs.joinpath("writer.log").touch(mode=0o644)
    command = Command("writer", ["sh", "-c", "mkdir journal && echo 13805341234 | tee journal/1"])
    running = await start(folder, command)
    async with asyncio.timeout(30):
        await running.ended()
    assert (tmp_path / "journal" / "1").read_text("utf-8") == "13805341234\n"
    assert mode_of(tmp_path / "journal") == 0o700
    assert mode_of(tmp_path / "journal" / "1") == 0o600
    assert mode_of(tmp_path / "logs" / "writer.log") == 0o600
