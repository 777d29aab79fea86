"""A server is lost with its disk: what it had answered is there again, to the second that is asked for."""

import asyncio
import os
import secrets
import shutil
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import asyncpg
import pytest
from prometheus_client import REGISTRY
from tests.support.monitoring import OF_THE_KEEPER
from tests.support.waiting import until
from tests.support.workbench import Workbench

from backup.barman import Barman
from backup.drill import drill
from backup.files import Files
from backup.keeping import Keeper
from backup.settings import Settings
from local.databases import ServiceDatabase, provide_all
from local.errors import CannotStart
from local.folder import RunFolder
from local.postgres import BINARIES, PostgresServer, start_private, take_over
from local.processes import Running

pytestmark = pytest.mark.timeout(150)
PROGRAM = Path(sys.prefix) / "barman" / "bin" / "barman"
SOMEBODY = "张三丰 13805340001 6222021612345678901"
"""What nobody may read on the machine that keeps backups."""


@dataclass
class Lost:
    """A server with a database, backed up while it was written to, and then gone."""

    settings: Settings
    barman: Barman
    instants: list[datetime]
    """Between the rows: the first lies after row 1."""
    folder: RunFolder

    @asynccontextmanager
    async def again(self, to: datetime | None) -> AsyncIterator[PostgresServer]:
        """Start a server on what was restored."""
        home = RunFolder(self.folder.path / f"again-{secrets.token_hex(3)}")
        data = home.make() / "postgres"
        await self.barman.restore(data, to)
        take_over(data)
        password = PostgresServer(self.settings.postgres_url.get_secret_value(), "").admin_password
        server, running = await start_private(home, password=password)
        try:
            yield server
        finally:
            await running.stop()

    async def rows(self, to: datetime | None) -> list[int]:
        """What a restored server knows, once it takes writes."""
        async with self.again(to) as server:
            connection = await asyncpg.connect(server.url_of("accounts"))
            try:
                await until(lambda: _writable(connection))
                return [row["n"] for row in await connection.fetch("SELECT n FROM seen ORDER BY n")]
            finally:
                await connection.close()


async def _writable(connection: "asyncpg.Connection[asyncpg.Record]") -> bool:
    return not await connection.fetchval("SELECT pg_is_in_recovery()")


@pytest.fixture(scope="module")
async def lost(platform: Workbench) -> AsyncIterator[Lost]:
    path = platform.folder.make("backed-up")
    folder = RunFolder(path)
    server, running = await start_private(folder)
    (database,) = (await provide_all(server, ["accounts"])).values()
    passphrase = path / "passphrase"
    passphrase.write_text(secrets.token_hex(16))
    settings = Settings(
        postgres_url=server.url,
        backup_folder=path / "kept",
        backup_keys=path / "keys",
        backup_passphrase_file=passphrase,
        pg_bin=_with_a_late_reader(path / "programs"),
        barman=PROGRAM,
        journal_folder=path / "journals",
    )
    barman = Barman(settings)
    try:
        await barman.prepare()
        instants = await _write_and_lose(running, database, barman)
        yield Lost(settings, barman, instants, folder)
    finally:
        await running.stop()
        with suppress(CannotStart):  # It ends by itself when its server is gone.
            await barman.run("receive-wal", "--stop", "fund")
        shutil.rmtree(path, ignore_errors=True)


def _with_a_late_reader(programs: Path) -> Path:
    """PostgreSQL's programs, but the log's reader comes when the first file could already be closed."""
    programs.mkdir()
    for program in BINARIES.iterdir():
        (programs / program.name).symlink_to(program)
    reader = programs / "pg_receivewal"
    real = reader.resolve()
    reader.unlink()
    reader.write_text(
        f'#!/bin/sh\ncase "$*" in *--version*|*--help*) ;; *) sleep 3 ;; esac\nexec {real} "$@"\n'
    )
    reader.chmod(0o755)
    return programs


async def _write_and_lose(
    running: Running, database: ServiceDatabase, barman: Barman
) -> list[datetime]:
    """Write a row before the backup and three after; nobody says goodbye."""
    connection = await asyncpg.connect(database.owner_url)
    await connection.execute("CREATE TABLE seen (n int, who text)")
    await _write(connection, 0)
    await barman.take()
    await barman.answer_only_what_is_kept(on=True)
    instants = []
    for number in (1, 2, 3):
        await _write(connection, number)
        instants.append(await connection.fetchval("SELECT clock_timestamp()"))
    await running.kill()
    await connection.close()
    shutil.rmtree(Path(barman.home).parents[1] / "postgres")
    return instants


async def _write(connection: "asyncpg.Connection[asyncpg.Record]", number: int) -> None:
    await connection.execute("INSERT INTO seen VALUES ($1, $2)", number, SOMEBODY)


async def test_every_commit_that_was_answered_is_there_again(lost: Lost) -> None:
    assert await lost.rows(None) == [0, 1, 2, 3]


async def test_a_mistake_is_undone_to_the_instant_before_it(lost: Lost) -> None:
    assert await lost.rows(lost.instants[1]) == [0, 1, 2]


async def test_nothing_is_restored_to_before_the_first_backup_nor_over_data(lost: Lost) -> None:
    folder = lost.folder.make("full")
    with pytest.raises(CannotStart):
        await lost.barman.restore(folder, datetime.now(UTC) - timedelta(days=1))
    (folder / "a file").touch()
    with pytest.raises(CannotStart, match="not empty"):
        await lost.barman.restore(folder, None)


async def test_who_reads_the_kept_backups_reads_nobody_s_data(lost: Lost) -> None:
    kept = [
        path
        for folder in ("base", "wals")
        for path in (lost.barman.home / "fund" / folder).rglob("*")
        if path.is_file()
    ]
    assert any(path.suffix == ".gpg" for path in kept)
    words = [word.encode() for word in SOMEBODY.split()]
    assert [path for path in kept if any(word in path.read_bytes() for word in words)] == []
    assert {path.stat().st_mode & 0o077 for path in lost.settings.backup_folder.glob("*")} == {0}


async def test_a_drill_restores_everything_recomputes_the_ledger_and_leaves_nothing(
    lost: Lost,
) -> None:
    shown = await drill(lost.settings)
    assert shown.databases == ("accounts",)
    assert not list(lost.settings.backup_folder.glob("drill*"))


async def test_a_restore_in_earnest_beside_the_week_s_drill_loses_no_file(
    lost: Lost, tmp_path: Path
) -> None:
    """Somebody restores while the keeper drills, each a process; a killed one left its files."""
    left = lost.barman.home / "staging-4194304"  # No process has this number.
    left.mkdir()
    environment = {
        **os.environ,
        **{name.upper(): str(value) for name, value in lost.settings if value is not None},
        "POSTGRES_URL": lost.settings.postgres_url.get_secret_value(),
    }
    words = (("drill",), ("restore", "--into", str(tmp_path / "one")))
    processes = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-m", "backup", *typed, env=environment, stderr=asyncio.subprocess.PIPE
        )
        for typed in words
    ]
    said = await asyncio.gather(*(process.communicate() for process in processes))
    assert [process.returncode for process in processes] == [0, 0], said
    assert (tmp_path / "one" / "PG_VERSION").exists()
    assert not list(lost.barman.home.glob("staging*"))
    assert not Keeper(lost.settings).drill_is_due(datetime.now(UTC))
    shutil.rmtree(lost.settings.backup_folder / "marks")


async def test_journals_are_copied_when_they_have_changed_and_come_back_as_they_were(
    lost: Lost, tmp_path: Path
) -> None:
    journals = lost.settings.journal_folder
    assert journals is not None
    one = journals / "accounts" / "20261129-host.jsonl"
    one.parent.mkdir(parents=True)
    one.write_text('{"id": 1}\n')
    files = Files(lost.settings, lost.barman)
    assert [await files.copy(), await files.copy()] == [1, 0]
    one.write_text('{"id": 1}\n{"id": 2}\n')
    os.utime(one, ns=(1, 1))
    assert await files.copy() == 1
    assert await files.restore(tmp_path) == 1
    assert (tmp_path / "accounts" / one.name).read_text() == one.read_text()


def test_the_keeper_tells_what_alerts_ask_for() -> None:
    told = {family.name for family in REGISTRY.collect() if family.name.startswith("backup_")}
    assert told >= OF_THE_KEEPER


async def test_the_night_s_backup_is_due_once_and_after_a_night_without_a_keeper_at_once(
    lost: Lost,
) -> None:
    keeper = Keeper(lost.settings)
    lost.settings.backup_folder.joinpath("marks").mkdir(exist_ok=True)
    two = datetime(2026, 11, 29, 18, 0, tzinfo=UTC)  # 02:00 in Shanghai on the 30th
    assert keeper.night_has_come(two)
    keeper.mark("taken", two)
    assert not keeper.night_has_come(two + timedelta(hours=23, minutes=59))
    assert keeper.night_has_come(two + timedelta(hours=24))
    keeper.mark("taken", two - timedelta(minutes=1))
    assert keeper.night_has_come(two)


async def test_a_drill_that_failed_is_tried_again_after_an_hour_not_each_minute(lost: Lost) -> None:
    keeper = Keeper(lost.settings)
    lost.settings.backup_folder.joinpath("marks").mkdir(exist_ok=True)
    noon = datetime(2026, 11, 29, 4, 0, tzinfo=UTC)
    assert keeper.drill_is_due(noon)
    keeper.mark("tried", noon)
    assert not keeper.drill_is_due(noon + timedelta(minutes=59))
    assert keeper.drill_is_due(noon + timedelta(hours=1))
    keeper.mark("drilled", noon)
    assert not keeper.drill_is_due(noon + timedelta(days=6))
    assert keeper.drill_is_due(noon + timedelta(days=7))
