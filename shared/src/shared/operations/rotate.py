"""Seals personal data anew after its key was replaced: `<service> rotate`.

Goes through every sealed column of the service's database (its module `sealed`) in small transactions that
wait for nobody: a row that is being changed is left for the next pass. It may be killed and started
again at any time, and beside running services, which must seal under the new key by then. Ends well only
when no value and no waiting event is left that needs another key. Reads `MIGRATION_DATABASE_URL` (the owner
may seal anew what is otherwise immutable) and the keys as the services do.
"""

import argparse
import asyncio
import importlib
import sys
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import asyncpg

from shared.audit import trail as audit
from shared.base import given
from shared.base.db import connect
from shared.base.resilience import attempt
from shared.base.settings import SealingSettings
from shared.sealing.personal_data import PersonalData
from shared.sealing.tables import SealedTable

if TYPE_CHECKING:
    Owner = asyncpg.Connection[asyncpg.Record]
else:
    Owner = asyncpg.Connection

BATCH_ROWS = 500
PASSES_WITHOUT_PROGRESS = 20
PAUSE_SECONDS = 0.25
"""Before rows that others held are looked at again."""


PROPOSALS = SealedTable("proposal", {"id": "uuid"}, ("body_sealed",))
SCANS = SealedTable("proposal_paper", {"id": "uuid"}, ("content_sealed",))
"""Every service has them."""


def sealed_tables(service: str) -> Sequence[SealedTable]:
    """Where a service keeps sealed personal data."""
    found: Sequence[SealedTable] = importlib.import_module(f"{service}.sealed").SEALED
    return (*found, PROPOSALS, SCANS)


async def rotate_table(
    connection: Owner, table: SealedTable, data: PersonalData, batch_rows: int = BATCH_ROWS
) -> int:
    """Go through a table once; return how many rows were sealed anew."""
    last: asyncpg.Record | None = None
    done = 0
    while True:
        rows = await attempt(partial(_seal_next, connection, table, data, last, batch_rows))
        if not rows:
            return done
        last, done = rows[-1], done + len(rows)
        sys.stdout.write(f"{table.name}: {done} rows sealed anew\n")
        sys.stdout.flush()


async def _seal_next(
    connection: Owner,
    table: SealedTable,
    data: PersonalData,
    last: asyncpg.Record | None,
    batch_rows: int,
) -> Sequence[asyncpg.Record]:
    """Seal the rows after `last` anew, in one transaction; return them as they were."""
    position: list[Any] = [] if last is None else [last[name] for name in table.key]
    async with connection.transaction():
        rows = await connection.fetch(
            table.take(first=last is None), data.current, batch_rows, *position
        )
        if rows:
            columns = [[_anew(data, table, name, row) for row in rows] for name in table.columns]
            keys = [[row[name] for row in rows] for name in table.key]
            await connection.execute(table.put, *keys, *columns)
    return rows


def _anew(data: PersonalData, table: SealedTable, column: str, row: asyncpg.Record) -> str | None:
    return data.seal_anew(
        row[column], f"{table.name}.{column}", *(row[name] for name in table.bound)
    )


async def rows_left(connection: Owner, tables: Sequence[SealedTable], current: str) -> int:
    """Count the rows that hold a value of another form or under another key."""
    counts = [await connection.fetchval(table.count, current) for table in tables]
    return sum(counts)


EVENTS_LEFT = "SELECT count(*) FROM outbox WHERE body ~ $1"


async def events_left(connection: Owner, old_keys: Sequence[str]) -> int:
    """Count the events that wait to leave with values under old keys."""
    if not old_keys:
        return 0
    found = await connection.fetchval(EVENTS_LEFT, f'"({"|".join(old_keys)})\\.[A-Za-z0-9_=-]+"')
    return int(found)


async def rotate(
    connection: Owner,
    service: str,
    data: PersonalData,
    old_keys: Sequence[str],
    batch_rows: int = BATCH_ROWS,
) -> tuple[int, int]:
    """Seal everything anew; return how many rows, and events in the outbox, still need another key."""
    tables = sealed_tables(service)
    begun = audit.by_operator(
        "seal personal data anew: begun", f"{service} under {data.active_key}"
    )
    await audit.append(connection, [begun])
    patience = PASSES_WITHOUT_PROGRESS
    while True:
        done = sum([await rotate_table(connection, each, data, batch_rows) for each in tables])
        left = await rows_left(connection, tables, data.current)
        waiting = await events_left(connection, old_keys)
        patience = PASSES_WITHOUT_PROGRESS if done else patience - 1
        if (left, waiting) == (0, 0) or patience == 0:
            break
        await asyncio.sleep(PAUSE_SECONDS)
    outcome = f"{left} rows and {waiting} events left"
    ended = audit.by_operator("seal personal data anew: ended", begun.subject, reason=outcome)
    await audit.append(connection, [ended])
    return left, waiting


async def _run(service: str, batch_rows: int) -> int:
    settings = SealingSettings()
    data = PersonalData.from_settings(settings)
    old_keys = sorted(settings.personal_data_keys.keys() - {data.active_key})
    connection = await connect(given.value("MIGRATION_DATABASE_URL"))
    try:
        left, waiting = await rotate(connection, service, data, old_keys, batch_rows)
    finally:
        await connection.close()
    if left or waiting:
        sys.stdout.write(
            f"{service}: {left} rows and {waiting} waiting events still need {', '.join(old_keys)}: "
            "does an instance still seal under an old key, or is the broker away?\n"
        )
        return 1
    sys.stdout.write(f"{service}: everything at rest is under {data.active_key}\n")
    return 0


def options(parser: argparse.ArgumentParser) -> None:
    """What `rotate` may be told."""
    parser.add_argument("--batch-rows", type=int, default=BATCH_ROWS)


def run(service: str, batch_rows: int) -> int:
    """Seal everything of a service anew and say what is left; exit code 1 when anything is."""
    return asyncio.run(_run(service, batch_rows))
