"""What the platform holds: codes of other centres and who has read them, in a file of its own."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SCHEMA = """
CREATE TABLE IF NOT EXISTS code (
    code TEXT PRIMARY KEY, id_number TEXT NOT NULL, sheet TEXT NOT NULL, dead INTEGER NOT NULL DEFAULT 0,
    reading_id TEXT)
"""


@dataclass(eq=False)
class Refusal(Exception):
    """Why nothing is told, as the protocol has it."""

    status: int
    title: str


class Book:
    """The codes of other centres; each is read once."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.execute(SCHEMA)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def put(self, code: str, id_number: str, sheet: Mapping[str, Any], *, dead: bool) -> None:
        """Let another centre issue a code, or let its midnight come."""
        self._db.execute(
            "INSERT INTO code (code, id_number, sheet, dead) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (code) DO UPDATE SET dead = excluded.dead",
            (code, id_number, json.dumps(sheet, ensure_ascii=False), int(dead)),
        )

    def read(self, code: str, id_number: str, reading_id: str) -> dict[str, Any]:
        """Tell what a code stands for, once; the same question is answered again. Raises `Refusal`."""
        row = self._db.execute(
            "SELECT sheet, dead, reading_id FROM code WHERE code = ? AND id_number = ?",
            (code, id_number),
        ).fetchone()
        if row is None:
            raise Refusal(404, "code-no-match")
        sheet, dead, read_before = row
        if read_before is not None and read_before != reading_id:
            raise Refusal(409, "code-read-before")
        if read_before is None:
            if dead:
                raise Refusal(410, "code-dead")
            self._db.execute("UPDATE code SET reading_id = ? WHERE code = ?", (reading_id, code))
        told: dict[str, Any] = json.loads(sheet)
        return told
