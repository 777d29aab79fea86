"""Notices and policies as anybody reads them."""

from uuid import UUID

import asyncpg

from shared.base.db import Pool

SHOWN_MAX = 200
# Some seventy documents: each word is looked for in all of them.
FOUND = """
SELECT document_id, title, issuer, document_no, issued_on FROM policy_document
WHERE withdrawn_at IS NULL
  AND ($1 = '' OR strpos(title, $1) > 0 OR strpos(document_no, $1) > 0 OR strpos(issuer, $1) > 0
       OR strpos(body, $1) > 0)
ORDER BY issued_on DESC, document_id LIMIT $2
"""
ONE = """
SELECT document_id, title, issuer, document_no, issued_on, body FROM policy_document
WHERE document_id = $1 AND withdrawn_at IS NULL
"""


async def found(pool: Pool, words: str) -> list[asyncpg.Record]:
    """Find documents in which words stand, the latest first; all where there are none."""
    return await pool.fetch(FOUND, words, SHOWN_MAX)


async def one(pool: Pool, document_id: UUID) -> asyncpg.Record | None:
    """Read a document that is shown."""
    return await pool.fetchrow(ONE, document_id)
