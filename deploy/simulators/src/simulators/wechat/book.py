"""What WeChat knows: users, what they subscribe to, what stands on their phones; in a file of its own."""

import json
import secrets
import sqlite3
import time
from pathlib import Path
from typing import Any

SCHEMA = """
CREATE TABLE IF NOT EXISTS user (
    openid TEXT PRIMARY KEY, nickname TEXT NOT NULL, following INTEGER NOT NULL, spoke_at REAL NOT NULL);
CREATE TABLE IF NOT EXISTS subscription (
    openid TEXT NOT NULL, template_id TEXT NOT NULL, wanted INTEGER NOT NULL,
    PRIMARY KEY (openid, template_id));
CREATE TABLE IF NOT EXISTS item (
    item_id INTEGER PRIMARY KEY, openid TEXT NOT NULL, kind TEXT NOT NULL, content TEXT NOT NULL,
    at REAL NOT NULL);
CREATE TABLE IF NOT EXISTS call (day TEXT NOT NULL, path TEXT NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (day, path));
CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""


class Book:
    """One SQLite file; one process writes it."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.row_factory = sqlite3.Row
        # A process that dies loses nothing so; only a machine that does.
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        self._db.executescript(SCHEMA)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def new_user(self, nickname: str) -> str:
        """Let somebody have WeChat; they do not follow anything yet."""
        openid = "o" + secrets.token_urlsafe(20)[:27].replace("-", "_")
        self._db.execute("INSERT INTO user VALUES (?, ?, 0, 0)", (openid, nickname))
        return openid

    def user(self, openid: str) -> dict[str, Any] | None:
        """Look somebody up."""
        row = self._db.execute("SELECT * FROM user WHERE openid = ?", (openid,)).fetchone()
        return dict(row) if row else None

    def users(self) -> list[dict[str, Any]]:
        """List everybody."""
        return [dict(row) for row in self._db.execute("SELECT * FROM user ORDER BY rowid")]

    def follow(self, openid: str, *, following: bool) -> None:
        """Follow or leave; who leaves has no subscriptions any more."""
        self._db.execute("UPDATE user SET following = ? WHERE openid = ?", (following, openid))
        if not following:
            self._db.execute("DELETE FROM subscription WHERE openid = ?", (openid,))

    def spoke(self, openid: str) -> None:
        """Remember that somebody did something: answers may come for 48 hours."""
        self._db.execute("UPDATE user SET spoke_at = ? WHERE openid = ?", (time.time(), openid))

    def subscribe(self, openid: str, template_id: str, *, wanted: bool) -> None:
        """Switch a template on or off, for good."""
        self._db.execute(
            "INSERT INTO subscription VALUES (?, ?, ?) ON CONFLICT (openid, template_id)"
            " DO UPDATE SET wanted = excluded.wanted",
            (openid, template_id, wanted),
        )

    def wants(self, openid: str, template_id: str) -> bool:
        """Whether somebody has subscribed to a template."""
        row = self._db.execute(
            "SELECT wanted FROM subscription WHERE openid = ? AND template_id = ?",
            (openid, template_id),
        ).fetchone()
        return bool(row and row["wanted"])

    def put(self, openid: str, kind: str, content: dict[str, Any]) -> int:
        """Let something stand on a phone; returns its id."""
        cursor = self._db.execute(
            "INSERT INTO item (openid, kind, content, at) VALUES (?, ?, ?, ?)",
            (openid, kind, json.dumps(content, ensure_ascii=False), time.time()),
        )
        return cursor.lastrowid or 0

    def items(self, openid: str, limit: int) -> list[dict[str, Any]]:
        """What stands on a phone, the oldest first."""
        rows = self._db.execute(
            "SELECT * FROM (SELECT * FROM item WHERE openid = ? ORDER BY item_id DESC LIMIT ?)"
            " ORDER BY item_id",
            (openid, limit),
        )
        return [{**dict(row), "content": json.loads(row["content"])} for row in rows]

    def count(self, path: str) -> int:
        """Count a call of today; returns how many there are."""
        day = time.strftime("%Y-%m-%d")
        self._db.execute(
            "INSERT INTO call VALUES (?, ?, 1) ON CONFLICT (day, path) DO UPDATE SET count = count + 1",
            (day, path),
        )
        return self.counted(path)

    def counted(self, path: str) -> int:
        """How many calls there were today."""
        day = time.strftime("%Y-%m-%d")
        row = self._db.execute(
            "SELECT count FROM call WHERE day = ? AND path = ?", (day, path)
        ).fetchone()
        return int(row["count"]) if row else 0

    def keep(self, name: str, value: Any) -> None:
        """Keep something of the account, such as its menu."""
        self._db.execute(
            "INSERT INTO kept VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, json.dumps(value, ensure_ascii=False)),
        )

    def kept(self, name: str) -> Any:
        """Give what was kept; None: nothing."""
        row = self._db.execute("SELECT value FROM kept WHERE name = ?", (name,)).fetchone()
        return json.loads(row["value"]) if row else None
