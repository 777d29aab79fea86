"""Policy rows: a job that looks for those that count not, and `<service> policies`, by which a centre adopts.

The command reads `MIGRATION_DATABASE_URL` and the keys as the services do. It lists the rows that neither the
release ships nor anybody has adopted; with `--adopt <digest>` it seals one, for who has read what it says.
"""

import argparse
import asyncio
import importlib
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any

from shared.audit import trail as audit
from shared.base import given
from shared.base.db import connect
from shared.base.settings import SealingSettings
from shared.jobs.job import HOUR_SECONDS, MINUTE_SECONDS, Job, Round
from shared.jobs.keeping import keep_alone
from shared.messaging.unit import Context
from shared.sealing.personal_data import PersonalData
from shared.sealing.policies import (
    ADOPTED,
    PolicyTable,
    Trust,
    digest_of,
    proposal_policy,
    seal_of,
    shipped_by,
)

CHECKING = Job("check-policies", "政策参数核对", lambda _: 10 * MINUTE_SECONDS, HOUR_SECONDS)


def policies_of(service: str) -> Sequence[PolicyTable]:
    """By which tables' rows a service decides: its module `policies` says, else who decides what alone."""
    if find_spec(f"{service}.policies") is None:
        return (proposal_policy(shipped_by(service)),)
    found: Sequence[PolicyTable] = importlib.import_module(f"{service}.policies").POLICIES
    return found


async def keep_checked(
    context: Context, tables: Sequence[PolicyTable], stop: asyncio.Event
) -> None:
    """Look for policy rows that are not ours, again and again."""

    async def look() -> Round:
        found = await check(context, tables)
        return Round(f"{found}行政策参数不是本系统所立" if found else None)

    await keep_alone(context, CHECKING, look, stop)


async def check(context: Context, tables: Sequence[PolicyTable]) -> int:
    """Look once; returns how many rows are not ours, or not there as the release ships them."""
    found = 0
    async with context.pool.acquire() as connection:
        trust = await Trust.read(connection, context.personal_data)
        for table in tables:
            rows = await connection.fetch(table.read)
            found += len(trust.strange(table, [row["told"] for row in rows]))
    return found


ADOPT = """
INSERT INTO adopted_policy (digest, seal) VALUES ($1, $2)
ON CONFLICT (digest) DO UPDATE SET seal = excluded.seal, adopted_at = now()
"""


async def _run(service: str, adopted: Sequence[str]) -> int:
    data = PersonalData.from_settings(SealingSettings())
    connection = await connect(given.value("MIGRATION_DATABASE_URL"))
    try:
        trust = await Trust.read(connection, data)
        left = 0
        for table in policies_of(service):
            for row in await connection.fetch(table.read):
                digest = digest_of(table.name, row["told"])
                if trust.counts(table, digest):
                    continue
                if digest in adopted:
                    await connection.execute(ADOPT, digest, seal_of(data, digest))
                    act = audit.by_operator("adopt policy", f"{table.name} {digest}")
                    await audit.append(connection, [act])
                else:
                    left += 1
                    sys.stdout.write(f"{digest} {table.name} {row['told']}\n")
    finally:
        await connection.close()
    sys.stdout.write(f"{service}: {left} policy rows are neither shipped nor adopted\n")
    return 1 if left else 0


async def seal_adopted_anew(connection: Any, data: PersonalData) -> int:
    """Seal what was adopted under the active lookup key; return how many seals neither key fits."""
    strange = 0
    async with connection.transaction():
        for row in await connection.fetch(ADOPTED):
            seal = seal_of(data, row["digest"])
            if data.fits(row["seal"], seal):
                await connection.execute(ADOPT, row["digest"], seal)
            else:
                strange += 1
    return strange


def options(parser: argparse.ArgumentParser) -> None:
    """What `policies` may be told."""
    parser.add_argument("--adopt", action="append", default=[], metavar="DIGEST")


def run(service: str, adopted: Sequence[str]) -> int:
    """List rows that count not, and adopt those that are named; exit code 1 while any is left."""
    return asyncio.run(_run(service, adopted))
