"""Claims on work and notes about it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import asyncpg

from gateway.rules.work import Item, Work
from shared.base.db import Connection, Pool


@dataclass(frozen=True)
class Claim:
    """Who is at a piece of work."""

    item: Item
    held_by: UUID
    handed_by: UUID | None
    """Who handed it over, until the colleague takes it up."""
    since: datetime
    until: datetime


@dataclass(frozen=True)
class Note:
    """What colleagues are told of a piece of work; the text is sealed."""

    id: UUID
    item: Item
    at: datetime
    written_by: UUID
    text_sealed: str


def _item(row: asyncpg.Record) -> Item:
    return Item(row["service"], Work(row["kind"]), row["item_id"])


def _claim(row: asyncpg.Record) -> Claim:
    return Claim(_item(row), row["held_by"], row["handed_by"], row["since"], row["until"])


HOLD_HOLDER = "SELECT FROM identity WHERE id = $1 FOR NO KEY UPDATE"
COUNT = """
SELECT count(*) FROM work_claim WHERE held_by = $1 AND until > $2 AND (service, kind, item_id) <> ($3, $4, $5)
"""


async def count_others(connection: Connection, holder: UUID, item: Item, now: datetime) -> int:
    """Count what somebody holds beside an item; whoever asks for the same person waits."""
    await connection.execute(HOLD_HOLDER, holder)
    found: int = await connection.fetchval(
        COUNT, holder, now, item.service, item.kind, item.item_id
    )
    return found


CLAIM = """
INSERT INTO work_claim AS held (service, kind, item_id, held_by, since, until)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (service, kind, item_id) DO UPDATE
SET held_by = excluded.held_by, handed_by = NULL, until = excluded.until,
    since = CASE WHEN held.held_by = excluded.held_by AND held.until > excluded.since
            THEN held.since ELSE excluded.since END
WHERE held.held_by = excluded.held_by OR held.until <= excluded.since
    OR EXISTS (SELECT FROM identity WHERE id = held.held_by AND disabled_at IS NOT NULL)
RETURNING service, kind, item_id, held_by, handed_by, since, until
"""


async def claim(
    connection: Connection, item: Item, holder: UUID, now: datetime, until: datetime
) -> Claim | None:
    """Hold an item, or hold it longer; None where somebody else who is still in holds it."""
    row = await connection.fetchrow(
        CLAIM, item.service, item.kind, item.item_id, holder, now, until
    )
    return _claim(row) if row else None


LOCK = """
SELECT service, kind, item_id, held_by, handed_by, since, until FROM work_claim
WHERE (service, kind, item_id) = ($1, $2, $3) AND until > $4 FOR UPDATE
"""


async def lock(connection: Connection, item: Item, now: datetime) -> Claim | None:
    """Lock the claim on an item that has not ended."""
    row = await connection.fetchrow(LOCK, item.service, item.kind, item.item_id, now)
    return _claim(row) if row else None


RELEASE = "DELETE FROM work_claim WHERE (service, kind, item_id) = ($1, $2, $3) AND held_by = $4"


async def release(connection: Connection, item: Item, holder: UUID) -> None:
    """End somebody's claim; without one nothing happens."""
    await connection.execute(RELEASE, item.service, item.kind, item.item_id, holder)


HAND_OVER = """
UPDATE work_claim SET held_by = $4, handed_by = $5, since = $6, until = $7
WHERE (service, kind, item_id) = ($1, $2, $3)
RETURNING service, kind, item_id, held_by, handed_by, since, until
"""


async def hand_over(
    connection: Connection, held: Claim, to: UUID, now: datetime, until: datetime
) -> Claim:
    """Give a claim that the caller has locked to a colleague."""
    item = held.item
    row = await connection.fetchrow(
        HAND_OVER, item.service, item.kind, item.item_id, to, held.held_by, now, until
    )
    assert row is not None
    return _claim(row)


NOTES_OF = "SELECT count(*) FROM work_note WHERE (service, kind, item_id) = ($1, $2, $3)"
ADD_NOTE = """
INSERT INTO work_note (id, service, kind, item_id, at, written_by, text_sealed)
VALUES ($1, $2, $3, $4, $5, $6, $7)
"""


async def notes_of(connection: Connection, item: Item) -> int:
    """Count the notes about an item."""
    found: int = await connection.fetchval(NOTES_OF, item.service, item.kind, item.item_id)
    return found


async def add_note(connection: Connection, note: Note) -> None:
    """Keep a note."""
    item = note.item
    await connection.execute(
        ADD_NOTE, note.id, item.service, item.kind, item.item_id, note.at, note.written_by,
        note.text_sealed,
    )  # fmt: skip


CLAIMS = """
SELECT c.service, c.kind, c.item_id, c.held_by, c.handed_by, c.since, c.until
FROM work_claim c JOIN identity i ON i.id = c.held_by
WHERE c.until > $1 AND i.disabled_at IS NULL ORDER BY c.until, c.service, c.kind, c.item_id LIMIT $2
"""


async def claims(pool: Pool, now: datetime, limit: int) -> list[Claim]:
    """List the claims that go on, of staff who are still in."""
    return [_claim(row) for row in await pool.fetch(CLAIMS, now, limit)]


NOTES = """
SELECT id, service, kind, item_id, at, written_by, text_sealed FROM work_note ORDER BY at DESC, id LIMIT $1
"""


async def notes(pool: Pool, limit: int) -> list[Note]:
    """List notes, newest first."""
    rows = await pool.fetch(NOTES, limit)
    return [
        Note(row["id"], _item(row), row["at"], row["written_by"], row["text_sealed"])
        for row in rows
    ]


FORGET_CLAIMS = "DELETE FROM work_claim WHERE until <= $1"
FORGET_NOTES = "DELETE FROM work_note WHERE at < $1"


async def forget(connection: Connection, now: datetime, notes_before: datetime) -> None:
    """Forget claims that have ended and notes that are old."""
    await connection.execute(FORGET_CLAIMS, now)
    await connection.execute(FORGET_NOTES, notes_before)
