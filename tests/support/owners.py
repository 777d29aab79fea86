"""What only the owner of a service's tables may write: what a test cannot wait for."""

from typing import Any

import asyncpg

from local.system import System


async def as_owner(system: System, service: str, statement: str, *arguments: Any) -> None:
    """Execute a statement in the database of a running system's service."""
    owner = await asyncpg.connect(system.environments.databases[service].owner_url)
    try:
        await owner.execute(statement, *arguments)
    finally:
        await owner.close()
