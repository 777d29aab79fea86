"""What operators have filled in of pages and not submitted yet (草稿). Set-based."""

from datetime import datetime

from accounts.store.rows import PageDraftRow
from shared.base.db import Connection, Pool, typed_or_none

Place = tuple[str, str]
"""Number of the employer, and name of the page."""
DRAFT = """
SELECT employer_number, page, version, content_sealed, saved_by, saved_name, saved_at FROM page_draft
WHERE employer_number = $1 AND page = $2
"""
LOCK_DRAFT = f"{DRAFT} FOR UPDATE"


async def draft(pool: Pool, place: Place) -> PageDraftRow | None:
    """Return the draft of a page."""
    return typed_or_none(PageDraftRow, await pool.fetchrow(DRAFT, *place))


async def lock_draft(connection: Connection, place: Place) -> PageDraftRow | None:
    """Lock the draft of a page."""
    return typed_or_none(PageDraftRow, await connection.fetchrow(LOCK_DRAFT, *place))


KEEP = """
INSERT INTO page_draft (employer_number, page, version, content_sealed, saved_by, saved_name, saved_at)
VALUES ($1, $2, 1, $3, $4, $5, $6)
ON CONFLICT (employer_number, page) DO UPDATE SET version = page_draft.version + 1,
    content_sealed = excluded.content_sealed, saved_by = excluded.saved_by, saved_name = excluded.saved_name,
    saved_at = excluded.saved_at
RETURNING employer_number, page, version, content_sealed, saved_by, saved_name, saved_at
"""


async def keep(
    connection: Connection,
    place: Place,
    content_sealed: str | None,
    by: tuple[str, str],
    now: datetime,
) -> PageDraftRow:
    """Keep a draft in the stead of the one before; `by` is who, and the masked name."""
    row = await connection.fetchrow(KEEP, *place, content_sealed, *by, now)
    kept = typed_or_none(PageDraftRow, row)
    assert kept is not None
    return kept


FORGET_OLD = """
WITH old AS (
    SELECT employer_number, page FROM page_draft WHERE saved_at < $1
    ORDER BY saved_at LIMIT 100 FOR UPDATE SKIP LOCKED
)
DELETE FROM page_draft USING old
WHERE page_draft.employer_number = old.employer_number AND page_draft.page = old.page
"""


async def forget_old(connection: Connection, before: datetime) -> int:
    """Delete drafts that nobody has touched since then; return how many."""
    tag = await connection.execute(FORGET_OLD, before)
    return int(tag.rpartition(" ")[2])
