"""Policy rows: a job that looks for those that count not, how a decided one is put in force, and
`<service> policies`, by which a centre adopts what it has written itself.

The command reads `MIGRATION_DATABASE_URL` and the keys as the services do. It lists the rows that neither the
release ships nor anybody has adopted; with `--adopt <digest>` it seals one, for who has read what it says.
"""

import argparse
import asyncio
import importlib
import json
import sys
from collections.abc import Mapping, Sequence
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
    desk_keys,
    digest_of,
    pads_of,
    proofs_of,
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


PUT = "SELECT put_policy_in_force($1, $2, $3, $4, $5)"


async def put_in_force(
    connection: Any, data: PersonalData, table: PolicyTable, row: Mapping[str, object]
) -> str:
    """Write a row that two people have decided, and adopt it, in their transaction; return its digest.

    Decimals come as strings. Raises asyncpg's `InsufficientPrivilegeError` where nobody has let the desk do
    so (`let_desk`), and what the table's constraints refuse.
    """
    told = json.dumps(row, ensure_ascii=False, sort_keys=True)
    digest = digest_of(table.name, await connection.fetchval(table.read_draft, told))
    seal = seal_of(data, digest)
    proofs = proofs_of(data, table.name, told, digest, seal)
    await connection.execute(PUT, table.name, told, digest, seal, proofs)
    return digest


LET = """
INSERT INTO policy_desk (inner_key, outer_key) VALUES ($1, $2)
ON CONFLICT (only_row) DO UPDATE SET inner_key = excluded.inner_key, outer_key = excluded.outer_key
"""


async def let_desk(connection: Any, data: PersonalData) -> None:
    """As the owner: give the database the key by which it knows what two people have decided."""
    await connection.execute(LET, *pads_of(desk_keys(data)[0]))


async def _let(service: str) -> None:
    connection = await connect(given.value("MIGRATION_DATABASE_URL"))
    try:
        await let_desk(connection, PersonalData.from_settings(SealingSettings()))
    finally:
        await connection.close()
    sys.stdout.write(f"{service}: what two people decide of policy on the desk counts\n")


def let_desk_if_keyed(service: str) -> int:
    """After a migration: let the desk put policy in force, where whoever migrates has the lookup key."""
    if find_spec(f"{service}.policies") is None or not given.find("LOOKUP_KEY"):
        return 0
    asyncio.run(_let(service))
    return 0


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


HAS_DESK = "SELECT EXISTS (SELECT FROM policy_desk)"


async def seal_adopted_anew(connection: Any, data: PersonalData) -> int:
    """Seal what was adopted under the active lookup key, and prove by it from now on.

    Returns how many seals neither key fits.
    """
    strange = 0
    async with connection.transaction():
        for row in await connection.fetch(ADOPTED):
            seal = seal_of(data, row["digest"])
            if data.fits(row["seal"], seal):
                await connection.execute(ADOPT, row["digest"], seal)
            else:
                strange += 1
        if await connection.fetchval(HAS_DESK):
            await let_desk(connection, data)
    return strange


def options(parser: argparse.ArgumentParser) -> None:
    """What `policies` may be told."""
    parser.add_argument("--adopt", action="append", default=[], metavar="DIGEST")


def run(service: str, adopted: Sequence[str]) -> int:
    """List rows that count not, and adopt those that are named; exit code 1 while any is left."""
    return asyncio.run(_run(service, adopted))
