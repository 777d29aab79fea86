"""How long `backup restore` takes for the city of `make large-city`, whose server was lost with its disk.

`python -m tests.ha.large_city keep|lose STATE`. STATE is a **copy** of the folder that the city's servers
start from (`.run`): `keep` makes its backup and lets `LOG_MB` (default 1000) of log follow it, `lose` removes
the server's files and restores them, step by step until the services work and every book agrees.
"""

import asyncio
import os
import secrets
import shutil
import sys
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import asyncpg
from tests.support.waiting import until

from local import rabbitmq
from local.folder import RunFolder
from local.launch import started
from local.postgres import BINARIES, PostgresServer, start_private, take_over
from local.processes import Running

LOG_MB = int(os.environ.get("LOG_MB", "1000"))
LOG = f"""
DROP TABLE IF EXISTS log_since;
CREATE TABLE log_since AS
SELECT n, repeat(md5(n::text), 30) AS kilobyte FROM generate_series(1, {LOG_MB * 1000}) AS n
"""
COMPARED = ". {}/settlement.env; settlement compare --since $(date +%F)"
DATA = "postgres"
URL, WANTED, ANSWERING = "url", "wanted", "answering"
"""Files of the state: the server's address; its files are there; it is started."""
WITHIN_SECONDS = 3_600.0


@dataclass(frozen=True)
class Place:
    """The city's state, its database server apart, and the keeper's folder."""

    state: RunFolder

    @property
    def server(self) -> RunFolder:
        """Where PostgreSQL and the broker are, which `started` then takes for somebody else's."""
        return RunFolder(self.state.path / "server")

    @property
    def data(self) -> Path:
        """The server's files."""
        return self.server.make() / DATA

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[tuple[PostgresServer, Running]]:
        """Start the server on what is there."""
        password = self.state.secret("postgres_admin")
        server, running = await start_private(self.server, password=password)
        os.environ["POSTGRES_URL"] = server.url
        try:
            yield server, running
        finally:
            await running.stop()

    @asynccontextmanager
    async def broker(self) -> AsyncIterator[None]:
        """Start the broker, which is not lost."""
        server, parts = await rabbitmq.start_private(self.server)
        os.environ |= {"BROKER_URL": server.url, "BROKER_MANAGEMENT_URL": server.management_url}
        try:
            yield
        finally:
            for part in reversed(parts):
                await part.stop()

    def backup(self, url: str) -> Mapping[str, str]:
        """What `backup` is told."""
        kept = self.state.make("elsewhere")
        passphrase = kept / "passphrase"
        if not passphrase.exists():
            passphrase.write_text(secrets.token_hex(16))
        return {
            **os.environ,
            "POSTGRES_URL": url,
            "BACKUP_FOLDER": str(kept / "kept"),
            "BACKUP_KEYS": str(kept / "keys"),
            "BACKUP_PASSPHRASE_FILE": str(passphrase),
            "PG_BIN": str(BINARIES),
            "BARMAN": str(Path(sys.prefix) / "barman" / "bin" / "barman"),
            "JOURNAL_FOLDER": str(self.state.path / "journals"),
            "BACKUP_METRICS_PORT": "0",
        }


async def keep(place: Place) -> None:
    """Back the city up as it runs; then its server is killed."""
    if not place.data.exists():
        (place.state.path / DATA).rename(place.data)
    (place.state.path / URL).touch(mode=0o600)
    async with place.broker(), place.serving() as (server, running):
        (place.state.path / URL).write_text(server.url)
        async with started(place.state):
            print(await _said("bash", "-euc", COMPARED.format(place.state.path)))
        for words in (("prepare",), ("take",), ("synchronous", "on")):
            began = time.monotonic()
            await _said(sys.executable, "-m", "backup", *words, env=place.backup(server.url))
            print(f"backup {' '.join(words)}: {time.monotonic() - began:.0f} s", flush=True)
        connection = await asyncpg.connect(server.url)
        await connection.execute(LOG)
        await connection.close()
        await running.kill()


async def lose(place: Place) -> None:
    """Restore what `keep` has kept; each line has the seconds since the loss."""
    shutil.rmtree(place.data)
    for name in (WANTED, ANSWERING):
        (place.state.path / name).unlink(missing_ok=True)
    async with place.broker():
        await _restored(place)


async def _restored(place: Place) -> None:
    wanted, answering = (place.state.path / name for name in (WANTED, ANSWERING))
    began = time.monotonic()
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "backup", "restore", "--into", str(place.data),
        "--run", str(place.state.path),
        "--start", f"touch {wanted}; until [ -e {answering} ]; do sleep 0.1; done",
        env=place.backup((place.state.path / URL).read_text()), stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    await until(wanted.exists, WITHIN_SECONDS)
    _report(began, "files restored")
    take_over(place.data)
    async with place.serving():
        answering.touch()
        assert process.stdout is not None
        await _told(began, process.stdout, "start the services now")
        async with started(place.state):
            _report(began, "the services answer")
            await _told(began, process.stdout, None)
            assert await process.wait() == 0


async def _told(began: float, lines: asyncio.StreamReader, last: str | None) -> None:
    while line := (await lines.readline()).decode().strip():
        _report(began, line)
        if last is not None and last in line:
            return


def _report(began: float, text: str) -> None:
    print(f"{time.monotonic() - began:5.0f} s  {text}", flush=True)


async def _said(*argv: str, env: Mapping[str, str] | None = None) -> str:
    process = await asyncio.create_subprocess_exec(
        *argv, env=env, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    said, _ = await process.communicate()
    assert process.returncode == 0, said.decode()
    return said.decode()


if __name__ == "__main__":
    word, state = sys.argv[1:]
    asyncio.run({"keep": keep, "lose": lose}[word](Place(RunFolder(Path(state)))))
