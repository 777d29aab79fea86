"""Moves what is kept under the former lookup key to the active one: `<service> rehash`.

Goes through every column by whose hashes a service finds rows and whose value is sealed beside it (its module
`hashed`), in small transactions; running services, which have both keys by then, go on. It may be killed and
started again. Ends well only when no hash is left that is not under the active key. Reads
`MIGRATION_DATABASE_URL` and the keys as the services do, `LOOKUP_OTHER_KEY` being the former one.
"""

import argparse
import asyncio
import importlib
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

import asyncpg

from shared.audit import trail as audit
from shared.base import given
from shared.base.db import connect
from shared.base.resilience import attempt
from shared.base.settings import SealingSettings
from shared.operations.policies import seal_adopted_anew
from shared.operations.rotate import sealed_tables
from shared.sealing.personal_data import PersonalData
from shared.sealing.seeking import HashedColumn, Rewrite, hashed_columns, hold, rewrite_of
from shared.sealing.tables import SealedTable

if TYPE_CHECKING:
    Owner = asyncpg.Connection[asyncpg.Record]
else:
    Owner = asyncpg.Connection

BATCH_ROWS = 500
PASSES_MOST = 5

Reseal = Callable[[Owner, PersonalData], Awaitable[int]]
"""What a service does besides: returns how many rows it found that neither key fits."""


class Walk:
    """One column of a service, gone through in the order of its table's key."""

    def __init__(self, table: SealedTable, column: HashedColumn) -> None:
        assert column.sealed is not None
        self.table, self.column = table, column
        read = dict.fromkeys(
            (*table.key, *table.bound, column.column, column.sealed, *column.beside)
        )
        self._read = ", ".join(read)

    def take(self, *, first: bool) -> str:
        """Read the next rows."""
        key = ", ".join(self.table.key)
        last = ", ".join(f"${number}" for number in range(2, len(self.table.key) + 2))
        after = "" if first else f" AND ({key}) > ({last})"
        return (
            f"SELECT {self._read} FROM {self.table.name} "  # noqa: S608 - of declarations
            f"WHERE {self.column.column} IS NOT NULL AND {self.column.sealed} <> ''{after} "
            f"ORDER BY {key} LIMIT $1"
        )

    def wanted(self, data: PersonalData, row: asyncpg.Record) -> str:
        """How a row's hash reads under the active key."""
        assert self.column.sealed is not None
        place = f"{self.table.name}.{self.column.sealed}"
        bound = (row[name] for name in self.table.bound)
        opened = data.open(row[self.column.sealed], place, *bound)
        clear = self.column.clear(opened, dict(row))
        may_be = [data.lookup_hash(one) for one in ([clear] if isinstance(clear, str) else clear)]
        kept = row[self.column.column]
        return next((one for one in may_be if data.fits(kept, one)), may_be[0])


def walks(service: str) -> list[Walk]:
    """What the job goes through."""
    tables = {table.name: table for table in sealed_tables(service)}
    return [Walk(tables[one.table], one) for one in hashed_columns(service) if one.sealed]


async def rehash(
    connection: Owner, service: str, data: PersonalData, batch_rows: int = BATCH_ROWS
) -> int:
    """Move everything; return how many rows are left whose hash is not under the active key."""
    begun = audit.by_operator("move lookup hashes: begun", service)
    await audit.append(connection, [begun])
    rewrite = rewrite_of(service, owner=True)
    left = 0
    for _ in range(PASSES_MOST):
        found = [await _pass(connection, one, data, rewrite, batch_rows) for one in walks(service)]
        moved = sum(one for one, _ in found)
        left = moved + sum(strange for _, strange in found)
        if not moved:
            break
    reseal: Reseal | None = getattr(importlib.import_module(f"{service}.hashed"), "seal_anew", None)
    if reseal is not None:
        left += await reseal(connection, data)
    left += await seal_adopted_anew(connection, data)
    ended = audit.by_operator("move lookup hashes: ended", service, reason=f"{left} rows left")
    await audit.append(connection, [ended])
    return left


async def _pass(
    connection: Owner, walk: Walk, data: PersonalData, rewrite: Rewrite, batch_rows: int
) -> tuple[int, int]:
    """Go through a column once; return how many rows were under the other key, and how many under neither."""
    moved = strange = 0
    last: asyncpg.Record | None = None
    while True:
        position = [] if last is None else [last[name] for name in walk.table.key]
        rows = await connection.fetch(walk.take(first=last is None), batch_rows, *position)
        if not rows:
            return moved, strange
        pairs, others = _to_move(walk, data, rows)
        strange += others
        if pairs:
            await attempt(partial(_move, connection, data, rewrite, pairs))
            moved += len(pairs)
            sys.stdout.write(f"{walk.table.name}.{walk.column.column}: {moved} values moved\n")
            sys.stdout.flush()
        last = rows[-1]


def _to_move(
    walk: Walk, data: PersonalData, rows: Sequence[asyncpg.Record]
) -> tuple[dict[str, str], int]:
    pairs: dict[str, str] = {}
    strange = 0
    for row in rows:
        kept, wanted = row[walk.column.column], walk.wanted(data, row)
        if kept == wanted:
            continue
        if data.fits(kept, wanted):
            pairs[wanted] = kept
        else:
            strange += 1
    return pairs, strange


async def _move(
    connection: Owner, data: PersonalData, rewrite: Rewrite, pairs: Mapping[str, str]
) -> None:
    async with connection.transaction():
        await hold(connection, pairs)
        await rewrite(connection, data, pairs)


async def _run(service: str, batch_rows: int) -> int:
    settings = SealingSettings()
    if settings.lookup_other_key is None:
        raise SystemExit("LOOKUP_OTHER_KEY, the former lookup key, is not set")
    connection = await connect(given.value("MIGRATION_DATABASE_URL"))
    try:
        data = PersonalData.from_settings(settings)
        left = await rehash(connection, service, data, batch_rows)
    finally:
        await connection.close()
    for one in hashed_columns(service):
        if not one.sealed:
            sys.stdout.write(f"{one.table}.{one.column}: {one.lapses}\n")
    if left:
        sys.stdout.write(f"{service}: {left} rows are under neither key, or not moved yet\n")
        return 1
    sys.stdout.write(f"{service}: every hash that can be made anew is under the active key\n")
    return 0


def options(parser: argparse.ArgumentParser) -> None:
    """What `rehash` may be told."""
    parser.add_argument("--batch-rows", type=int, default=BATCH_ROWS)


def run(service: str, batch_rows: int) -> int:
    """Move a service's lookup hashes and say what is left; exit code 1 when anything is."""
    return asyncio.run(_run(service, batch_rows))
