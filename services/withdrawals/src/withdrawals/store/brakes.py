"""Brakes in the database, a row a person who has set any."""

from collections.abc import Mapping
from dataclasses import astuple, fields
from datetime import datetime
from uuid import UUID

import asyncpg

from shared.base.db import Connection, Pool
from withdrawals.domain import Brakes

NAMES = tuple(one.name for one in fields(Brakes))
SELECTED = ", ".join(f"brake.{name} AS brake_{name}" for name in NAMES)
"""Of a query that joins `brake`, for `brakes_in`."""


def brakes_in(row: asyncpg.Record) -> Brakes | None:
    """Read the brakes of a row of such a query; None where nothing is set."""
    values = [row.get(f"brake_{name}") for name in NAMES]
    return Brakes(*values) if any(value is not None for value in values) else None


MAKE = "INSERT INTO brake (person_id) VALUES ($1) ON CONFLICT DO NOTHING"
LOCK = f"SELECT {', '.join(NAMES)} FROM brake WHERE person_id = $1 FOR UPDATE"  # noqa: S608
READ = f"SELECT {', '.join(NAMES)} FROM brake WHERE person_id = $1"  # noqa: S608


async def lock(connection: Connection, person_id: UUID) -> Brakes:
    """Lock somebody's brakes."""
    await connection.execute(MAKE, person_id)
    row = await connection.fetchrow(LOCK, person_id)
    assert row is not None, "it was made"
    return Brakes(**dict(row))


async def read(pool: Pool, person_id: UUID) -> Brakes:
    """Read somebody's brakes."""
    row = await pool.fetchrow(READ, person_id)
    return Brakes(**dict(row)) if row else Brakes()


SAVE = """
UPDATE brake SET locked_at = $2, lifts_at = $3, limit_fen = $4, next_limit_fen = $5, next_limit_at = $6,
       phone_changed_at = $7, merged_at = $8
WHERE person_id = $1
"""


async def save(connection: Connection, person_id: UUID, brakes: Brakes) -> None:
    """Save locked brakes."""
    await connection.execute(SAVE, person_id, *astuple(brakes))


PUT_BACK = """
INSERT INTO brake (person_id, locked_at, lifts_at, limit_fen, next_limit_fen, next_limit_at)
SELECT * FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::bigint[], $5::bigint[],
                     $6::timestamptz[]) ORDER BY 1
ON CONFLICT (person_id) DO UPDATE
SET locked_at = excluded.locked_at, lifts_at = excluded.lifts_at, limit_fen = excluded.limit_fen,
    next_limit_fen = excluded.next_limit_fen, next_limit_at = excluded.next_limit_at
"""


async def put_back(connection: Connection, held: Mapping[UUID, Brakes]) -> None:
    """Set again what owners had set, after an older backup; when phones changed stays as it is known."""
    rows = list(held.values())
    await connection.execute(
        PUT_BACK,
        list(held),
        [one.locked_at for one in rows],
        [one.lifts_at for one in rows],
        [one.limit_fen for one in rows],
        [one.next_limit_fen for one in rows],
        [one.next_limit_at for one in rows],
    )


NOTE_PHONES = """
INSERT INTO brake (person_id, phone_changed_at)
SELECT * FROM unnest($1::uuid[], $2::timestamptz[]) ORDER BY 1
ON CONFLICT (person_id) DO UPDATE
SET phone_changed_at = greatest(brake.phone_changed_at, excluded.phone_changed_at)
"""


async def note_phones(connection: Connection, changed: Mapping[UUID, datetime]) -> None:
    """Keep when the phones of persons changed last."""
    await connection.execute(NOTE_PHONES, list(changed), list(changed.values()))
