"""Puts policy rows in force as a centre does: the database's owner writes them, and adopts them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import asyncpg

from shared.base.db import Connection
from shared.messaging.unit import Context
from shared.operations.policies import ADOPT, policies_of
from shared.sealing.policies import Trust, digest_of, seal_of

OWNERS: dict[str, str] = {}
"""Database → how its owner gets in; filled as tests make databases."""


@asynccontextmanager
async def as_owner(context: Context) -> AsyncIterator[Connection]:
    """A connection to a service's database as its owner."""
    name = str(context.settings.database_url).rpartition("/")[2]
    owner = await asyncpg.connect(OWNERS[name])
    try:
        yield owner
    finally:
        await owner.close()


async def put_in_force(context: Context, statement: str, *values: Any) -> None:
    """Write rows as the owner, and adopt whatever is not the release's."""
    async with as_owner(context) as owner:
        await owner.execute(statement, *values)
        trust = await Trust.read(owner, context.personal_data)
        for table in policies_of(context.service):
            for row in await owner.fetch(table.read):
                digest = digest_of(table.name, row["told"])
                if not trust.counts(table, digest):
                    await owner.execute(ADOPT, digest, seal_of(context.personal_data, digest))
