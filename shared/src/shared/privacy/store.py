"""SQL about what is kept, made from the declarations: their words are our own, values are parameters."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from shared.base.db import Connection, Pool
from shared.privacy.kept import Kept


async def counts(pool: Pool, declared: Sequence[Kept], person_id: UUID) -> dict[str, int]:
    """How many rows each table has about a person."""
    about = [each for each in declared if each.about]
    if not about:
        return {}
    query = " UNION ALL ".join(
        f"SELECT '{each.table}' AS name, count(*) AS count FROM {each.table} WHERE {each.about}"  # noqa: S608
        for each in about
    )
    return {row["name"]: row["count"] for row in await pool.fetch(query, person_id)}


BOUND = "bound "
"""Before the names of the columns whose values a row's sealed values are bound to."""


async def rows(
    pool: Pool, kept: Kept, bound: Sequence[str], person_id: UUID, *, after: int, limit: int
) -> Sequence[dict[str, Any]]:
    """A table's rows about a person, from the `after`th on, as text, and what they are bound to."""
    columns = ", ".join(
        (
            *(f"{column}::text" for column in kept.shown),
            *(f'{column}::text AS "{BOUND}{column}"' for column in bound),
        )
    )
    query = (
        f"SELECT {columns} FROM {kept.table} WHERE {kept.about} "  # noqa: S608
        f"ORDER BY {kept.shown[0]}, ctid OFFSET $2 LIMIT $3"
    )
    return [dict(row) for row in await pool.fetch(query, person_id, after, limit)]


async def delete_old(connection: Connection, kept: Kept, before: datetime, limit: int) -> int:
    """Delete some rows whose time is over; returns how many."""
    query = (
        f"DELETE FROM {kept.table} WHERE ctid = ANY(ARRAY("  # noqa: S608
        f"SELECT ctid FROM {kept.table} WHERE {kept.old} LIMIT $2))"
    )
    done = await connection.execute(query, before, limit)
    return int(done.rpartition(" ")[2])
