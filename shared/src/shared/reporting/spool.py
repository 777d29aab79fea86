"""A night's tables, read in one look at the books and kept in parts until they are uploaded.

No transaction stays open while a platform is spoken to, and no table is kept in memory: parts lie in a folder
of the process, each sealed with a key that nothing but this process knows and that ends with it.
"""

import asyncio
import gzip
import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Self

import asyncpg
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from shared.base.db import Pool
from shared.sealing.personal_data import PersonalData

ROWS_A_PART = 5_000
NONCE_BYTES = 12
AS_OF = "SELECT set_config('jgj320.as_of', $1, true)"
Opened = Mapping[str, str | None]


@dataclass(frozen=True)
class Reported:
    """A view of the schema `jgj320`, and which of its fields are sealed behind it."""

    view: str
    opened: Callable[[asyncpg.Record, PersonalData], Opened] = lambda _row, _data: {}
    """Fields of the standard that are opened for the platform; the view itself has them empty."""


@dataclass
class Sum:
    """What was told of a table: the platform compares."""

    parts: int = 0
    rows: int = 0
    digest: Any = field(default_factory=hashlib.sha256)

    def plain(self) -> dict[str, object]:
        """As it goes over the wire; the digest is of all parts, one after another, as they were sent."""
        return {"parts": self.parts, "rows": self.rows, "sha256": self.digest.hexdigest()}


class Spool:
    """Parts of tables in a folder of their own; gone when it is closed, unreadable when it was not."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="report-")
        self._aead = AESGCM(AESGCM.generate_key(bit_length=256))
        self.sums: dict[str, Sum] = {}

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_exc: object) -> None:
        """Delete all parts."""
        self._folder.cleanup()

    def add(self, view: str, part: bytes, rows: int) -> None:
        """Keep the next part of a table."""
        summed = self.sums.setdefault(view, Sum())
        nonce = os.urandom(NONCE_BYTES)
        self._path(view, summed.parts).write_bytes(nonce + self._aead.encrypt(nonce, part, None))
        summed.parts += 1
        summed.rows += rows
        summed.digest.update(part)

    def parts(self) -> Iterator[tuple[str, int]]:
        """All parts: table and number, from 0."""
        return ((view, number) for view, one in self.sums.items() for number in range(one.parts))

    def part(self, view: str, number: int) -> bytes:
        """Read a part."""
        kept = self._path(view, number).read_bytes()
        return self._aead.decrypt(kept[:NONCE_BYTES], kept[NONCE_BYTES:], None)

    def _path(self, view: str, number: int) -> Path:
        return Path(self._folder.name) / f"{view}.{number}"


async def fill(
    spool: Spool, pool: Pool, data: PersonalData, day: date, tables: Sequence[Reported]
) -> None:
    """Read all tables at one instant; sealed fields are opened beside the event loop."""
    async with (
        pool.acquire() as connection,
        connection.transaction(isolation="repeatable_read", readonly=True),
    ):
        await connection.execute(AS_OF, day.isoformat())
        for table in tables:
            spool.sums[table.view] = Sum()
            # The names are constants of ours, never somebody's words.
            found = await connection.cursor(f"SELECT * FROM jgj320.{table.view}")  # noqa: S608
            while rows := await found.fetch(ROWS_A_PART):
                part = await asyncio.to_thread(packed, table, rows, data)
                spool.add(table.view, part, len(rows))


def packed(table: Reported, rows: Sequence[asyncpg.Record], data: PersonalData) -> bytes:
    """Write rows as lines of JSON, compressed (RFC 1952), with the standard's fields in its order."""
    lines = (
        json.dumps(_fields(row) | dict(table.opened(row, data)), ensure_ascii=False, default=_plain)
        for row in rows
    )
    return gzip.compress("\n".join(lines).encode(), mtime=0)


def _fields(row: asyncpg.Record) -> dict[str, object]:
    """Those of the standard; what stands behind them in small letters is ours."""
    return {name: value for name, value in row.items() if not name.islower()}


def _plain(value: object) -> str:
    """Days as the standard writes them (YYYYMMDD), amounts with all their digits."""
    if isinstance(value, date):
        return f"{value:%Y%m%d}"
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"no field: {type(value)}")
