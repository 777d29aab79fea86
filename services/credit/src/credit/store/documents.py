"""Notices and policies that the public site shows."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import date, datetime
from uuid import UUID

from shared.base.db import Connection


@dataclass(frozen=True)
class NewDocument:
    """A document as it is kept."""

    document_id: UUID
    title: str
    issuer: str
    document_no: str
    issued_on: date
    body: str
    published_at: datetime
    proposal_id: UUID


ADD = """
INSERT INTO policy_document (document_id, title, issuer, document_no, issued_on, body, published_at,
                             proposal_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING document_id
"""


async def add(connection: Connection, new: NewDocument) -> bool:
    """Show a document from now on; False where one stands under its number."""
    return await connection.fetchval(ADD, *astuple(new)) is not None


KNOWN = "SELECT count(*) FROM policy_document WHERE document_no = $1 AND withdrawn_at IS NULL"


async def known(connection: Connection, document_no: str) -> bool:
    """Whether a document is shown under a number."""
    return bool(await connection.fetchval(KNOWN, document_no))


ALL_KNOWN = """
SELECT document_no FROM policy_document WHERE document_no = ANY($1::text[]) AND withdrawn_at IS NULL
"""


async def all_known(connection: Connection, numbers: Sequence[str]) -> set[str]:
    """Of some numbers those under which a document is shown."""
    return {row["document_no"] for row in await connection.fetch(ALL_KNOWN, numbers)}


LOCK = """
SELECT title FROM policy_document WHERE document_id = $1 AND withdrawn_at IS NULL FOR NO KEY UPDATE
"""


async def lock(connection: Connection, document_id: UUID) -> str | None:
    """Lock a document that is shown; return its title."""
    title: str | None = await connection.fetchval(LOCK, document_id)
    return title


WITHDRAW = """
UPDATE policy_document SET withdrawn_at = $2, withdrawn_reason = $3, withdrawn_proposal_id = $4
WHERE document_id = $1
"""


async def withdraw(
    connection: Connection, document_id: UUID, now: datetime, reason: str, proposal_id: UUID
) -> None:
    """Show a document no more."""
    await connection.execute(WITHDRAW, document_id, now, reason, proposal_id)
