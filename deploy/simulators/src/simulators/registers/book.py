"""What the registers hold: facts by identity number and register, in a file of their own."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

NAMES = (
    "marriage",
    "homes",
    "leases",
    "invoices",
    "bank_loans",
    "working_ability",
    "hardship",
    "illness",
    "identity",
    "carriers",
)
"""The registers that can be asked."""

SCHEMA = """
CREATE TABLE IF NOT EXISTS fact (
    id_number TEXT NOT NULL, register TEXT NOT NULL, outcome TEXT NOT NULL, data TEXT NOT NULL,
    PRIMARY KEY (id_number, register))
"""


class Book:
    """The facts; who is on no page has nothing on record."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.execute(SCHEMA)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def put(self, id_number: str, register: str, outcome: str, data: Mapping[str, Any]) -> None:
        """Put a fact on record, or replace it."""
        self._db.execute(
            "INSERT INTO fact VALUES (?, ?, ?, ?) ON CONFLICT (id_number, register)"
            " DO UPDATE SET outcome = excluded.outcome, data = excluded.data",
            (id_number, register, outcome, json.dumps(data, ensure_ascii=False)),
        )

    def answer(self, register: str, id_numbers: Sequence[str]) -> dict[str, Any]:
        """Answer about a person, or about a couple: what either has on record, lists put together."""
        rows = [
            row
            for number in id_numbers
            if (row := self._db.execute(
                "SELECT outcome, data FROM fact WHERE id_number = ? AND register = ?",
                (number, register),
            ).fetchone())
        ]  # fmt: skip
        if any(outcome == "unknown" for outcome, _ in rows):
            return {"outcome": "unknown", "data": {}}
        data: dict[str, Any] = {}
        for _, text in (row for row in rows if row[0] == "yes"):
            for name, value in json.loads(text).items():
                both = isinstance(value, list) and isinstance(data.get(name), list)
                data[name] = [*data[name], *value] if both else value
        return {"outcome": "yes" if data else "no", "data": data}
