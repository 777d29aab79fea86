"""The way back: files as of an instant, a server on them, services' memories mended, all books compared."""

import asyncio
import os
import shlex
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import asyncpg

from backup.barman import Barman
from backup.files import Files
from backup.settings import Settings
from local.errors import CannotStart

SLACK = timedelta(hours=1)
"""So much earlier than the instant restored to everything is told again: inboxes absorb what they know."""
READY_SECONDS = 3_600.0
"""How long the restored server may go through the log."""
DECIDING = ("accounts", "withdrawals")
"""Who takes its own word for what it had decided, before it starts."""
EVERY_SECONDS = 2.0

Say = Callable[[str], None]


@dataclass(frozen=True)
class Wanted:
    """What is to be restored, and how."""

    folder: Path
    """Where the server's new files go: empty, or not there."""
    to: datetime | None = None
    """The instant, with its zone; None is the newest that is known."""
    start: str | None = None
    """Shell command that starts the server on that folder, under the address that it had."""
    run: Path | None = None
    """Folder with the environments of operators and services (`operator.env`, `accounts.env`, …)."""
    patience_seconds: float = 1_800.0
    """How long the books may take to agree, once the services have started."""


async def restore(settings: Settings, wanted: Wanted, say: Say) -> None:
    """Restore everything; raises `CannotStart` in words at the first step that fails.

    Without `start` it ends when the files are there, without `run` when the server answers.
    """
    barman = Barman(settings)
    await barman.restore(wanted.folder, wanted.to)
    say(f"files restored to {wanted.folder}")
    journals = settings.journal_folder
    if journals is not None and not any(journals.rglob("*.jsonl")):
        say(f"{await Files(settings, barman).restore(journals)} journals restored to {journals}")
    if wanted.start is None:
        return
    await shell(wanted.start)
    restored_to = await _writable(settings)
    say(f"the server answers, as of {restored_to.isoformat()}")
    if wanted.run is not None:
        await _mend(wanted.run, wanted.to or restored_to, wanted.patience_seconds, say)


async def _mend(run: Path, at: datetime, patience_seconds: float, say: Say) -> None:
    since = shlex.quote((at - SLACK).isoformat())
    for service in DECIDING:
        await shell(f"{service} recollect --since {since}", run / f"{service}.env")
        say(f"{service} has taken its own word for what it had decided")
    say(await _logins_as_told(run, since))
    await shell(f"ops resend --since {since}", run / "operator.env")
    say("everything since then is told again: start the services now")
    await _agreed(run, f"{at - SLACK:%Y-%m-%d}", patience_seconds)
    say("bank, payment orders and ledger agree to the fen")
    parked = await shell("ops parked list", run / "operator.env")
    say(f"set aside: {parked or 'nothing'}")
    say("backups begin anew with this server: `backup take`, then `backup synchronous on`")


async def _logins_as_told(run: Path, since: str) -> str:
    """Let nobody in who was shut out since; who is named with `LEFT` waits for two administrators, later."""
    said = await shell(f"gateway recollect --since {since} || [ $? -eq 1 ]", run / "gateway.env")
    if not said.endswith("are left"):
        raise CannotStart(f"gateway recollect: {said[-2_000:]}")
    return f"logins: {said}"


async def _agreed(run: Path, day: str, patience_seconds: float) -> None:
    """Compare until nothing is on its way any more; raises `CannotStart` with what still differs."""
    said = ""
    try:
        async with asyncio.timeout(patience_seconds):
            while True:
                try:
                    await shell(f"settlement compare --since {day}", run / "settlement.env")
                    await shell(
                        "DATABASE_URL=$ACCOUNTS_DATABASE_URL accounts verify", run / "operator.env"
                    )
                    return
                except CannotStart as differs:
                    said = str(differs)
                await asyncio.sleep(EVERY_SECONDS)
    except TimeoutError:
        raise CannotStart(f"The books do not agree: {said}") from None


async def _writable(settings: Settings) -> datetime:
    """Wait until the restored server has gone through the log; returns the instant of its last commit."""
    url = settings.postgres_url.get_secret_value()
    async with asyncio.timeout(READY_SECONDS):
        while True:
            try:
                connection = await asyncpg.connect(url, timeout=5)
            except (OSError, TimeoutError, asyncpg.PostgresError):
                await asyncio.sleep(EVERY_SECONDS / 4)
                continue
            try:
                if not await connection.fetchval("SELECT pg_is_in_recovery()"):
                    last = await connection.fetchval("SELECT pg_last_xact_replay_timestamp()")
                    return last if isinstance(last, datetime) else datetime.now(UTC)
            finally:
                await connection.close()
            await asyncio.sleep(EVERY_SECONDS / 4)


async def shell(
    command: str, environment: Path | None = None, secrets: Mapping[str, str] | None = None
) -> str:
    """Run a command of an operator, with a file of assignments before it and secrets of its own.

    Returns what it said; raises `CannotStart` with that when it failed.
    """
    text = command if environment is None else f". {shlex.quote(str(environment))}\n{command}"
    programs = f"{Path(sys.executable).parent}:{os.environ.get('PATH', '')}"
    process = await asyncio.create_subprocess_exec(
        "bash", "-euc", text, env={**os.environ, "PATH": programs, **(secrets or {})},
        stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    said, _ = await process.communicate()
    if process.returncode != 0:
        raise CannotStart(f"{command}: {said.decode(errors='replace').strip()[-2_000:]}")
    return said.decode(errors="replace").strip()
