"""barman, which makes and restores backups: its configuration, its keys, its calls.

A base backup each night and the log of every write as it happens (`pg_receivewal` on a slot of its own), both
compressed and encrypted to a key of which the server that is backed up knows nothing. Where the server names
`barman_receive_wal` in `synchronous_standby_names`, no commit is answered before it lies here too: nothing is
lost with the server (RPO 0).
"""

import asyncio
import contextlib
import getpass
import os
import shutil
import tempfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

import asyncpg
import psutil

from backup.settings import Settings
from local.errors import CannotStart

SERVER = "fund"
"""The one server that is backed up: every service's database lies on it."""
KEY = "provident-fund-backup"
SLOT = "backup"
STREAMING_AS = "barman_receive_wal"
"""By what name the log's reader is a standby to the server."""
TIMEOUT_SECONDS = 6 * 3600
"""Of one call; the base backup of a large city takes an hour."""

READER_SECONDS = 120.0
"""How long the log's reader may take to start."""
FILE_SECONDS = 300
"""How long one file of the log may take to come."""
CONFIRMS = "SELECT FROM pg_stat_replication WHERE sync_state IN ('sync', 'quorum')"
RECEIVES = f"SELECT FROM pg_replication_slots WHERE slot_name = '{SLOT}' AND active"

CONFIGURATION = """\
[barman]
barman_user = {user}
barman_home = {home}
barman_lock_directory = {home}
log_file = {home}/barman.log
log_level = INFO

[{server}]
description = "Every database of the provident fund"
conninfo = {conninfo} application_name=barman
streaming_conninfo = {conninfo} application_name={streaming_as}
streaming_archiver_name = {streaming_as}
backup_method = postgres
backup_compression = gzip
backup_compression_level = 3
backup_compression_format = tar
compression = gzip
streaming_archiver = on
streaming_archiver_batch_size = 50
slot_name = {slot}
create_slot = auto
path_prefix = {programs}
encryption = gpg
encryption_key_id = {key}
encryption_passphrase_command = "cat '{passphrase}'"
retention_policy = RECOVERY WINDOW OF {days} DAYS
minimum_redundancy = 1
"""


class Barman:
    """Calls of barman, each a process that ends."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.home = settings.backup_folder / "databases"
        self._configuration = settings.backup_keys / "barman.conf"

    @property
    def environment(self) -> Mapping[str, str]:
        """What barman, and gpg below it, need besides their configuration."""
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        return {**kept, "GNUPGHOME": str(self._settings.backup_keys)}

    async def prepare(self) -> None:
        """Make folders, the key that everything is encrypted to, and the configuration; may be repeated."""
        for folder in (self.home, self._settings.backup_keys):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            folder.chmod(0o700)
        if not self._settings.backup_passphrase_file.is_file():
            raise CannotStart(
                f"{self._settings.backup_passphrase_file} with the passphrase is not there."
            )
        if not (self._settings.backup_keys / "pubring.kbx").exists():
            await self.gpg("--quick-gen-key", KEY, "future-default", "default", "never")
        url = urlsplit(self._settings.postgres_url.get_secret_value())
        passwords = self._settings.backup_keys / "pgpass"
        _write(
            passwords,
            f"*:*:*:{unquote(url.username or '')}:{_pgpass(unquote(url.password or ''))}\n",
        )
        conninfo = {
            "host": url.hostname, "port": url.port or 5432, "user": unquote(url.username or ""),
            "dbname": url.path.lstrip("/") or "postgres", "passfile": passwords, **dict(parse_qsl(url.query)),
        }  # fmt: skip
        text = CONFIGURATION.format(
            user=getpass.getuser(),
            home=self.home,
            server=SERVER,
            conninfo=" ".join(f"{name}={value}" for name, value in conninfo.items()),
            streaming_as=STREAMING_AS,
            slot=SLOT,
            programs=self._settings.pg_bin,
            key=KEY,
            passphrase=self._settings.backup_passphrase_file,
            days=self._settings.backup_keep_days,
        )
        _write(self._configuration, text)

    async def run(self, *arguments: str) -> str:
        """Call barman; returns what it said. Raises `CannotStart` with its words when it failed."""
        return await _run(
            [str(self._settings.barman), "-c", str(self._configuration), *arguments],
            self.environment,
        )

    async def gpg(self, *arguments: str) -> str:
        """Call gpg with the keys of backups; raises `CannotStart` with its words when it failed."""
        passphrase = ["--passphrase-file", str(self._settings.backup_passphrase_file)]
        return await _run(
            [
                "gpg",
                "--batch",
                "--yes",
                "--quiet",
                "--pinentry-mode",
                "loopback",
                *passphrase,
                *arguments,
            ],
            self.environment,
        )

    async def keep_up(self) -> None:
        """Take in what has come of the log, start its reader where none runs, drop what is too old."""
        await self.run("cron")

    async def answer_only_what_is_kept(self, *, on: bool) -> None:
        """Whether the server answers no commit before it lies here; the server's administrator may say so.

        Its price: while nobody keeps the log, nothing can be written.
        """
        server = await asyncpg.connect(self._settings.postgres_url.get_secret_value())
        try:
            names = STREAMING_AS if on else ""
            await server.execute(f"ALTER SYSTEM SET synchronous_standby_names = '{names}'")
            await server.execute("SELECT pg_reload_conf()")
            # The log's reader asks at its start whether it is to confirm each write.
            with contextlib.suppress(CannotStart):  # None runs.
                await self.run("receive-wal", "--stop", SERVER)
            if on:
                await self._reader_is(CONFIRMS, server)
        finally:
            await server.close()
        await self.keep_up()

    async def take(self) -> None:
        """Make a base backup and wait until it can be restored by itself."""
        server = await asyncpg.connect(self._settings.postgres_url.get_secret_value())
        try:
            # A slot keeps what was written since its reader first came, and no file closed before that.
            await self._reader_is(RECEIVES, server)
        finally:
            await server.close()
        # A slot keeps nothing of a log file in which nothing was written since.
        await self.run(
            "switch-wal", "--force", "--archive", "--archive-timeout", f"{FILE_SECONDS}", SERVER
        )
        await self.run("backup", "--wait", SERVER)

    async def _reader_is(self, state: str, server: "asyncpg.Connection[asyncpg.Record]") -> None:
        """Start the log's reader until the server sees it in a state (a query that then has a row).

        Raises `TimeoutError` after `READER_SECONDS`.
        """
        async with asyncio.timeout(READER_SECONDS):
            await self.keep_up()
            while not await server.fetch(state):
                await asyncio.sleep(0.2)
                await self.keep_up()

    async def restore(self, folder: Path, to: datetime | None) -> None:
        """Write the server's files as of an instant (the newest that is known: None) into a new folder.

        A PostgreSQL that is started on it goes through the log up to there and then takes over. Raises
        `CannotStart` when no backup reaches so far back.
        """
        if await asyncio.to_thread(_holds_something, folder):
            raise CannotStart(f"{folder} is not empty; nothing is restored over data.")
        target = (
            [] if to is None else ["--target-time", to.isoformat(), "--target-action", "promote"]
        )
        await self.run("archive-wal", SERVER)
        staging = own_folder(self.home, "staging")
        try:
            await self.run(
                "restore", "--no-get-wal", *target,
                "--staging-path", str(staging), "--staging-location", "local",
                SERVER, "latest" if to is None else "auto", str(folder),
            )  # fmt: skip
        finally:
            shutil.rmtree(staging, ignore_errors=True)
        self._add_what_streams(folder)

    def _add_what_streams(self, folder: Path) -> None:
        """Give the restored server the file of the log that its reader was in the middle of."""
        fetched = folder / "barman_wal"
        for part in (self.home / SERVER / "streaming").glob("*.partial"):
            fetched.mkdir(mode=0o700, exist_ok=True)
            whole = fetched / part.name.removesuffix(".partial")
            if not whole.exists():
                shutil.copyfile(part, whole)
        automatic = folder / "postgresql.auto.conf"
        added = "synchronous_standby_names = ''\n"  # Nobody receives this server's log yet.
        if fetched.exists() and "restore_command" not in automatic.read_text("utf-8"):
            added += "restore_command = 'cp barman_wal/%f %p'\n"
            (folder / "recovery.signal").touch()
        with automatic.open("a", encoding="utf-8") as file:
            file.write(added)


def own_folder(parent: Path, name: str) -> Path:
    """Name a folder that no other restore uses, and remove what killed ones left: it lies open.

    The week's drill runs beside a restore in earnest, and neither may take the other's files away.
    """
    for left in parent.glob(f"{name}-*"):
        if not psutil.pid_exists(int(left.name.removeprefix(f"{name}-"))):
            shutil.rmtree(left, ignore_errors=True)
    return parent / f"{name}-{os.getpid()}"


def _holds_something(folder: Path) -> bool:
    return folder.exists() and any(folder.iterdir())


def _pgpass(text: str) -> str:
    return text.replace("\\", "\\\\").replace(":", "\\:")


def _write(path: Path, text: str) -> None:
    path.touch(mode=0o600)
    path.write_text(text, encoding="utf-8")


async def _run(argv: list[str], environment: Mapping[str, str]) -> str:
    """Run a program; what it leaves running (the log's reader) may keep its output open."""
    with tempfile.TemporaryFile() as output:
        process = await asyncio.create_subprocess_exec(
            *argv, env=dict(environment), cwd="/", start_new_session=True,
            stdin=asyncio.subprocess.DEVNULL, stdout=output, stderr=output,
        )  # fmt: skip
        try:
            async with asyncio.timeout(TIMEOUT_SECONDS):
                await process.wait()
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        output.seek(0)
        text = output.read().decode(errors="replace").strip()
    if process.returncode != 0:
        raise CannotStart(f"{Path(argv[0]).name} failed: {text[-2_000:]}")
    return text
