"""The one ignored folder that holds everything a start makes: data, logs, ports, secrets, keys.

A lock on it keeps two starts apart; ports and secrets are remembered, so that the next start is quick and
finds its data again.
"""

import base64
import contextlib
import fcntl
import hashlib
import hmac
import json
import os
import secrets
import socket
import weakref
from collections.abc import Iterator
from pathlib import Path

from local.errors import CannotStart

LOOPBACK = "127.0.0.1"
PRIVATE = 0o600
"""How files of the folder are: journals, logs and books tell of people, and nobody else is to read them."""
PRIVATE_UMASK = 0o077


class RunFolder:
    """`.run/` of a checkout, or a private one of a test session."""

    def __init__(self, path: Path) -> None:
        self.path = path.resolve()
        self._claims: dict[int, socket.socket] = {}
        weakref.finalize(self, _give_up, self._claims)

    def make(self, *parts: str, mode: int = 0o755) -> Path:
        """Return a folder inside, made if needed."""
        folder = self.path.joinpath(*parts)
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(mode)
        return folder

    @property
    def logs(self) -> Path:
        """One file per process."""
        return self.make("logs")

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the folder for this process alone; the lock falls with the process."""
        lock = (self.make() / "lock").open("a+")
        with lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                lock.seek(0)
                owner = lock.read().strip() or "unknown"
                raise CannotStart(
                    f"The system already runs from this folder (process {owner}); stop it first."
                ) from None
            lock.truncate(0)
            lock.write(f"{os.getpid()}\n")
            lock.flush()
            yield

    def owner(self) -> int | None:
        """Return the process that holds the folder, if one does."""
        try:
            with (self.path / "lock").open() as lock:
                try:
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    return int(lock.read())
        except (FileNotFoundError, ValueError):
            pass
        return None

    def remember(self, name: str, value: object, mode: int = PRIVATE) -> None:
        """Write a JSON file so that a reader never sees half of it."""
        target = self.make() / name
        draft = target.with_suffix(".draft")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
        with open(descriptor, "w", encoding="utf-8") as file:
            json.dump(value, file, indent=2)
        draft.replace(target)

    def write(self, target: Path, text: str) -> None:
        """Write a file that only we read, whatever it was before."""
        target.touch(mode=PRIVATE)
        target.chmod(PRIVATE)
        target.write_text(text, encoding="utf-8")

    def recall(self, name: str) -> dict[str, object]:
        """Read a JSON file back; empty if there is none, or a killed start left it unreadable."""
        try:
            found = json.loads((self.path / name).read_text("utf-8"))
        except (FileNotFoundError, json.JSONDecodeError):
            return {}
        return found if isinstance(found, dict) else {}

    def recall_rows(self, name: str) -> list[dict[str, str]]:
        """Read a JSON list of rows back; empty if there is none."""
        try:
            found = json.loads((self.path / name).read_text("utf-8"))
        except (FileNotFoundError, json.JSONDecodeError):
            return []
        return found if isinstance(found, list) else []

    def port(self, name: str) -> int:
        """Return the port that `name` had last time, or a free one if that is taken now.

        No other folder is given it for as long as this object lives, whether a server listens there or not.
        """
        ports = self.recall("ports.json")
        known = ports.get(name)
        if isinstance(known, int) and self._claim(known):
            return known
        fresh = self._claim_one_beside({port for port in ports.values() if isinstance(port, int)})
        self.remember("ports.json", {**ports, name: fresh})
        return fresh

    def _claim_one_beside(self, taken: set[int]) -> int:
        """Claim one below the range from which the system takes the ports of outgoing connections."""
        for _ in range(1_000):
            port = 20_000 + secrets.randbelow(12_000)
            if port not in taken and self._claim(port):
                return port
        raise CannotStart("No free port was found between 20000 and 32000.")

    def _claim(self, port: int) -> bool:
        """Whether nobody listens there, and no start that is still on its way has chosen it.

        A claim is a name of Linux's own: it binds one process at a time, and falls with it however it ends.
        """
        claim = socket.socket(socket.AF_UNIX)
        with contextlib.suppress(OSError):
            claim.bind(f"\0provident-fund-port-{port}")
            if port_is_free(port):
                self._claims[port] = claim
                return True
        claim.close()
        return False

    def secret(self, name: str) -> str:
        """Return a random secret of this folder, made at its first use (URL-safe text)."""
        known = self.recall("secrets.json")
        value = known.get(name)
        if not isinstance(value, str):
            value = secrets.token_urlsafe(24)
            self.remember("secrets.json", {**known, name: value}, mode=0o600)
        return value

    def secret_key(self, name: str) -> str:
        """Return 32 random bytes of this folder, base64."""
        return base64.b64encode(hashlib.sha256(self.secret(name).encode()).digest()).decode()

    def secret_totp(self, name: str) -> str:
        """Return 20 random bytes of this folder, base32, as authenticator apps take them (RFC 6238)."""
        return base64.b32encode(hashlib.sha1(self.secret(name).encode()).digest()).decode()  # noqa: S324


def derived_password(admin_password: str, purpose: str) -> str:
    """Make the password of a role from its server's administrator password.

    Everyone who may administer a server thus agrees about its roles' passwords without a file between them:
    a running system and a test session may share one server.
    """
    digest = hmac.digest(admin_password.encode(), purpose.encode(), "sha256")
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def port_is_free(port: int, host: str = LOOPBACK) -> bool:
    """Whether a server could listen there now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _give_up(claims: dict[int, socket.socket]) -> None:
    for claim in claims.values():
        claim.close()
