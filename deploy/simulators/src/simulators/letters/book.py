"""What the platform holds: centres, letters, what it answered, what it has still to push; in a file."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SCHEMA = """
CREATE TABLE IF NOT EXISTS centre (
    code TEXT PRIMARY KEY, name TEXT NOT NULL, account TEXT NOT NULL, account_name TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS letter (
    number TEXT PRIMARY KEY, out_centre TEXT NOT NULL, in_centre TEXT NOT NULL, state TEXT NOT NULL,
    fields TEXT NOT NULL, information TEXT NOT NULL DEFAULT '{}', reason TEXT NOT NULL DEFAULT '',
    times INTEGER NOT NULL DEFAULT 1);
CREATE TABLE IF NOT EXISTS answer (
    serial TEXT PRIMARY KEY, code TEXT NOT NULL, status TEXT NOT NULL, text TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS push (
    id INTEGER PRIMARY KEY AUTOINCREMENT, number TEXT NOT NULL, code TEXT NOT NULL, fields TEXT NOT NULL,
    done INTEGER NOT NULL DEFAULT 0, answer TEXT, sent INTEGER NOT NULL DEFAULT 0);
"""
# Numbers that the simulated bank pays to: 19 digits with a good check digit.
CENTRES = (
    ("110000", "北京住房公积金管理中心", "1100101880005900170", "北京住房公积金管理中心"),
    ("370100", "济南住房公积金中心", "3700161880005000239", "济南住房公积金中心"),
    ("371300", "临沂市住房公积金中心", "3713161880005000315", "临沂市住房公积金中心"),
    ("371400", "示例市住房公积金管理中心", "1612002009200000018", "示例市住房公积金管理中心"),
    ("440300", "深圳市住房公积金管理中心", "4430161880005000497", "深圳市住房公积金管理中心"),
)
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Push:
    """Something that another centre has told, on its way to the real one."""

    id: int
    code: str
    fields: Mapping[str, str]


class Book:
    """All letters between centres."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.row_factory = sqlite3.Row
        self._db.executescript(SCHEMA)
        self._db.executemany("INSERT OR IGNORE INTO centre VALUES (?, ?, ?, ?)", CENTRES)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @contextmanager
    def whole(self) -> Iterator[None]:
        """Keep all or nothing of what is written within, whenever the process dies."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def centres(self) -> list[Row]:
        """The national list."""
        return [dict(row) for row in self._db.execute("SELECT * FROM centre ORDER BY code")]

    def centre(self, code: str) -> Row | None:
        """One of them."""
        row = self._db.execute("SELECT * FROM centre WHERE code = ?", (code,)).fetchone()
        return dict(row) if row else None

    def add(self, number: str, out_centre: str, in_centre: str, fields: Mapping[str, str]) -> None:
        """Keep a letter once; counts how often it came."""
        self._db.execute(
            "INSERT INTO letter (number, out_centre, in_centre, state, fields) VALUES (?, ?, ?, '01', ?)"
            " ON CONFLICT (number) DO UPDATE SET times = times + 1",
            (number, out_centre, in_centre, _text(fields)),
        )

    def letter(self, number: str) -> dict[str, Any] | None:
        """Read a letter."""
        row = self._db.execute("SELECT * FROM letter WHERE number = ?", (number,)).fetchone()
        return _shown(row) if row else None

    def letters(self) -> list[dict[str, Any]]:
        """Read all letters."""
        return [_shown(row) for row in self._db.execute("SELECT * FROM letter ORDER BY number")]

    def move(self, number: str, state: str, reason: str = "") -> None:
        """Let a letter be in another state."""
        self._db.execute(
            "UPDATE letter SET state = ?, reason = ? WHERE number = ?", (state, reason, number)
        )

    def inform(self, number: str, information: Mapping[str, str]) -> None:
        """Keep what the paying centre told."""
        self._db.execute(
            "UPDATE letter SET information = ? WHERE number = ?", (_text(information), number)
        )

    def answered(self, serial: str) -> tuple[str, str, str] | None:
        """What was answered to a request before: code, status, text."""
        row = self._db.execute("SELECT * FROM answer WHERE serial = ?", (serial,)).fetchone()
        return (row["code"], row["status"], row["text"]) if row else None

    def answer(self, serial: str, code: str, status: str, text: str) -> None:
        """Keep what is answered: the same request gets the same answer."""
        self._db.execute("INSERT INTO answer VALUES (?, ?, ?, ?)", (serial, code, status, text))

    def push(self, number: str, code: str, fields: Mapping[str, str]) -> int:
        """Have something told to the real centre."""
        made = self._db.execute(
            "INSERT INTO push (number, code, fields) VALUES (?, ?, ?)",
            (number, code, _text(fields)),
        )
        return int(made.lastrowid or 0)

    def due(self) -> list[Push]:
        """What is to be pushed: of each letter the oldest."""
        rows = self._db.execute(
            "SELECT id, code, fields FROM push WHERE id IN"
            " (SELECT min(id) FROM push WHERE done = 0 GROUP BY number) ORDER BY id"
        )
        return [Push(row["id"], row["code"], json.loads(row["fields"])) for row in rows]

    def pushed(self, push_id: int, answer: str) -> None:
        """It was heard, and this was said to it."""
        self._db.execute(
            "UPDATE push SET done = 1, answer = ?, sent = sent + 1 WHERE id = ?", (answer, push_id)
        )

    def pushes(self, number: str) -> list[Row]:
        """All that was pushed about a letter."""
        rows = self._db.execute("SELECT * FROM push WHERE number = ? ORDER BY id", (number,))
        return [dict(row) for row in rows]


def _text(fields: Mapping[str, str]) -> str:
    return json.dumps(dict(fields), ensure_ascii=False)


def _shown(row: sqlite3.Row) -> dict[str, Any]:
    told = dict(row)
    return told | {
        "fields": json.loads(told["fields"]),
        "information": json.loads(told["information"]),
    }
