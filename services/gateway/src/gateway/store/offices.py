"""The centre's offices (管理部), who works where, and to which office work was given."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import asyncpg

from gateway.rules.work import Item, Work
from shared.base.db import Connection, Pool


@dataclass(frozen=True)
class Office:
    """A place where staff work."""

    id: UUID
    name: str
    closed_at: datetime | None


@dataclass(frozen=True)
class Given:
    """A piece of work that was given to an office."""

    item: Item
    office_id: UUID


def _office(row: asyncpg.Record) -> Office:
    return Office(row["id"], row["name"], row["closed_at"])


OPEN = "INSERT INTO office (id, name, opened_at) VALUES ($1, $2, $3)"


async def open_office(connection: Connection, office_id: UUID, name: str, now: datetime) -> None:
    """Add an office; raises `asyncpg.UniqueViolationError` where one of that name is open."""
    await connection.execute(OPEN, office_id, name, now)


OFFICES = "SELECT id, name, closed_at FROM office ORDER BY closed_at IS NOT NULL, name, id"


async def all_offices(pool: Pool) -> list[Office]:
    """List the offices, those that are closed last."""
    return [_office(row) for row in await pool.fetch(OFFICES)]


LOCK = "SELECT id, name, closed_at FROM office WHERE id = $1 FOR UPDATE"
HOLD = "SELECT id, name, closed_at FROM office WHERE id = $1 AND closed_at IS NULL FOR SHARE"


async def lock(connection: Connection, office_id: UUID) -> Office | None:
    """Lock an office: nobody moves in meanwhile."""
    row = await connection.fetchrow(LOCK, office_id)
    return _office(row) if row else None


async def hold_open(connection: Connection, office_id: UUID) -> Office | None:
    """Read an office that is open and stays so until the transaction ends."""
    row = await connection.fetchrow(HOLD, office_id)
    return _office(row) if row else None


STAFF_THERE = """
SELECT EXISTS (SELECT FROM staff_credential c JOIN identity i ON i.id = c.identity_id
               WHERE c.office_id = $1 AND i.disabled_at IS NULL)
"""
CLOSE = "UPDATE office SET closed_at = $2 WHERE id = $1 AND closed_at IS NULL"
TAKE_BACK = "DELETE FROM work_office WHERE office_id = $1"


async def has_staff(connection: Connection, office_id: UUID) -> bool:
    """Whether anybody who is in works there."""
    return bool(await connection.fetchval(STAFF_THERE, office_id))


async def close(connection: Connection, office_id: UUID, now: datetime) -> None:
    """Close an office; what was given to it lies with nobody's office again."""
    await connection.execute(CLOSE, office_id, now)
    await connection.execute(TAKE_BACK, office_id)


MOVE = "UPDATE staff_credential SET office_id = $2 WHERE identity_id = $1"
POSTS = """
SELECT c.identity_id, c.office_id FROM staff_credential c JOIN office o ON o.id = c.office_id
WHERE o.closed_at IS NULL
"""


async def move(connection: Connection, staff_id: UUID, office_id: UUID | None) -> None:
    """Say where a member of staff works."""
    await connection.execute(MOVE, staff_id, office_id)


async def posts(pool: Pool) -> dict[UUID, UUID]:
    """Say in which office each member of staff works whose office is known."""
    return {row["identity_id"]: row["office_id"] for row in await pool.fetch(POSTS)}


GIVE = """
INSERT INTO work_office (service, kind, item_id, office_id, given_by, given_at)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (service, kind, item_id) DO UPDATE
SET office_id = excluded.office_id, given_by = excluded.given_by, given_at = excluded.given_at
"""
GIVEN = "SELECT service, kind, item_id, office_id FROM work_office ORDER BY given_at DESC LIMIT $1"


async def give(
    connection: Connection, item: Item, office_id: UUID, by: UUID, now: datetime
) -> None:
    """Give a piece of work to an office, from whichever it was."""
    await connection.execute(GIVE, item.service, item.kind, item.item_id, office_id, by, now)


async def given(pool: Pool, limit: int) -> list[Given]:
    """List what was given to offices, newest first."""
    return [
        Given(Item(row["service"], Work(row["kind"]), row["item_id"]), row["office_id"])
        for row in await pool.fetch(GIVEN, limit)
    ]


FORGET = "DELETE FROM work_office WHERE given_at < $1"


async def forget(connection: Connection, before: datetime) -> None:
    """Forget to which office old work was given."""
    await connection.execute(FORGET, before)
