"""The rows of jobs, and the locks by which one instance does one of them at a time."""

from datetime import datetime

import asyncpg

from shared.base.db import Connection, Pool
from shared.jobs.job import Round, Standing

KNOW = "INSERT INTO job (name, since) VALUES ($1, $2) ON CONFLICT DO NOTHING"


async def know(pool: Pool, name: str, now: datetime) -> None:
    """Let a job have its row from the start: one that is never looked at becomes late."""
    await pool.execute(KNOW, name, now)


COLUMNS = (
    "name, since, looked_at, next_at, waiting_since, did_at, did, failed_at, failure, failures"
)
ALL = f"SELECT {COLUMNS} FROM job ORDER BY name"  # noqa: S608


async def all_of(source: Pool | Connection) -> list[Standing]:
    """How all jobs of this database stand."""
    return [Standing(*row) for row in await source.fetch(ALL)]


ONE = f"SELECT {COLUMNS} FROM job WHERE name = $1"  # noqa: S608


async def one(source: Pool | Connection, name: str, now: datetime) -> Standing:
    """How a job stands."""
    row = await source.fetchrow(ONE, name)
    return Standing(*row) if row is not None else Standing(name, now)


LOCK = "SELECT pg_try_advisory_xact_lock(hashtext('job'), hashtext($1))"


async def lock(connection: Connection, name: str) -> bool:
    """Be the only one who does this job until the transaction ends; False: another one is."""
    return bool(await connection.fetchval(LOCK, name))


# For the session, outside any transaction: it goes with the connection, whichever way that ends.
HOLD = "SELECT pg_try_advisory_lock(hashtext('job'), hashtext($1))"
RELEASE = "SELECT pg_advisory_unlock(hashtext('job'), hashtext($1))"


async def hold(connection: "asyncpg.Connection[asyncpg.Record]", name: str) -> bool:
    """Be the only one who does this job until `release`, or until the connection ends."""
    return bool(await connection.fetchval(HOLD, name))


async def release(connection: "asyncpg.Connection[asyncpg.Record]", name: str) -> None:
    """Let another one do it."""
    await connection.execute(RELEASE, name)


KEEP = """
INSERT INTO job AS known (name, since, looked_at, next_at, waiting_since, did_at, did)
VALUES ($1, $2, CASE WHEN $3::boolean THEN NULL ELSE $2::timestamptz END, $4, $5,
        CASE WHEN $6::text IS NULL THEN NULL ELSE $2::timestamptz END, $6)
ON CONFLICT (name) DO UPDATE SET
    looked_at = coalesce(excluded.looked_at, known.looked_at), next_at = excluded.next_at,
    waiting_since = CASE WHEN excluded.waiting_since IS NOT NULL
                         THEN least(known.waiting_since, excluded.waiting_since) END, failures = 0,
    did_at = coalesce(excluded.did_at, known.did_at), did = coalesce(excluded.did, known.did)
"""


async def keep(
    connection: Connection, name: str, done: Round, now: datetime, next_at: datetime
) -> None:
    """Write down a round, in its own transaction."""
    await connection.execute(
        KEEP, name, now, done.more, done.next_at or next_at, done.waiting_since, done.did
    )


FAILED = """
INSERT INTO job AS known (name, since, failed_at, failure, failures) VALUES ($1, $2, $2, $3, 1)
ON CONFLICT (name) DO UPDATE SET
    failed_at = excluded.failed_at, failure = excluded.failure, failures = known.failures + 1
"""


async def failed(pool: Pool, name: str, why: str, now: datetime) -> None:
    """Write down that a round failed; its own transaction is undone by now."""
    await pool.execute(FAILED, name, now, why)
