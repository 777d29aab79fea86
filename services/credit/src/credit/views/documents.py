"""Notices and policies as anybody reads them."""

from uuid import UUID

import asyncpg

from credit.domain import FoundDocuments
from shared.base.db import Pool

PAGE_DOCUMENTS = 20
# Some seventy documents: each word is looked for in all of them.
FOUND = """
SELECT document_id, title, issuer, document_no, issued_on, count(*) OVER () AS total FROM policy_document
WHERE withdrawn_at IS NULL
  AND ($1 = '' OR strpos(title, $1) > 0 OR strpos(document_no, $1) > 0 OR strpos(issuer, $1) > 0
       OR strpos(body, $1) > 0)
  AND ($2::integer IS NULL OR extract(year FROM issued_on) = $2)
ORDER BY issued_on DESC, document_id LIMIT $3 OFFSET $4
"""
YEARS = """
SELECT DISTINCT extract(year FROM issued_on)::integer AS year FROM policy_document
WHERE withdrawn_at IS NULL ORDER BY year DESC
"""
ONE = """
SELECT document_id, title, issuer, document_no, issued_on, body FROM policy_document
WHERE document_id = $1 AND withdrawn_at IS NULL
"""


async def found(pool: Pool, words: str, year: int | None, page: int) -> FoundDocuments:
    """Find documents of a year in which words stand, the latest first; of all where none is told.

    Behind the last page nothing is found.
    """
    skipped = (page - 1) * PAGE_DOCUMENTS
    rows = await pool.fetch(FOUND, words, year, PAGE_DOCUMENTS, skipped)
    years = [row["year"] for row in await pool.fetch(YEARS)]
    total = rows[0]["total"] if rows else 0
    return FoundDocuments(rows, total, page, -(-total // PAGE_DOCUMENTS), years)


async def one(pool: Pool, document_id: UUID) -> asyncpg.Record | None:
    """Read a document that is shown."""
    return await pool.fetchrow(ONE, document_id)
