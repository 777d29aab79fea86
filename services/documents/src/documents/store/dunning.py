"""Dunning letters (催缴函): written once, sent once."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import asyncpg

from documents.store.documents import NewDocument
from documents.store.readings import INSERT_SHEET
from shared.base.db import Connection, Pool
from shared.messages.dunning import DunningLetterDue

KNOWN = "SELECT letter_id FROM dunning_letter WHERE letter_id = ANY($1::uuid[])"


async def known(connection: Connection, letter_ids: Sequence[UUID]) -> set[UUID]:
    """Return which of them are written already."""
    return {row["letter_id"] for row in await connection.fetch(KNOWN, letter_ids)}


ADD = """
INSERT INTO dunning_letter (letter_id, number, employer_number, employer_name, stage, from_month, until_month,
                            owed_fen, pay_by, written_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
"""


async def add(connection: Connection, letter: DunningLetterDue, document: NewDocument) -> None:
    """Give the press a letter, and the list its number."""
    await connection.execute(
        INSERT_SHEET, document.number, document.kind, document.issued_on, document.issued_at,
        document.facts_at, document.contents_hash, document.content_sealed, document.code_hash,
    )  # fmt: skip
    await connection.execute(
        ADD, letter.letter_id, document.number, letter.employer_number, letter.employer_name, letter.stage,
        letter.from_month, letter.until_month, letter.owed_fen, letter.pay_by, document.issued_on,
    )  # fmt: skip


SEND = """
UPDATE dunning_letter SET sent_on = $2, sent_way = $3, sent_by = $4, sent_by_name = $5
WHERE number = $1 AND sent_on IS NULL
  AND EXISTS (SELECT FROM document WHERE document.number = $1 AND state = 'issued')
RETURNING true
"""


async def send(
    connection: Connection, number: str, day: date, way: str, by: tuple[UUID, str]
) -> bool:
    """Keep how it was sent, and by whom; False where it was before, or is not printed."""
    return bool(await connection.fetchval(SEND, number, day, way, *by))


_COLUMNS = """
letter.number, employer_number, employer_name, stage, from_month, until_month, owed_fen, pay_by, written_on,
sent_on, sent_way, sent_by_name, document.state
"""
LETTERS = f"""
SELECT {_COLUMNS} FROM dunning_letter AS letter JOIN document USING (number)
WHERE (NOT $1::boolean OR sent_on IS NULL) AND ($2::text IS NULL OR employer_number = $2)
ORDER BY written_on DESC, letter.number DESC LIMIT $3
"""  # noqa: S608 - made of the text above, no input
ONE = f"""
SELECT {_COLUMNS} FROM dunning_letter AS letter JOIN document USING (number) WHERE number = $1
"""  # noqa: S608


async def letters(
    pool: Pool, employer_number: str | None, limit: int, *, to_send: bool
) -> list[asyncpg.Record]:
    """List letters, the latest first: all, or those that nobody has sent yet."""
    return await pool.fetch(LETTERS, to_send, employer_number, limit)


async def one(connection: Connection | Pool, number: str) -> asyncpg.Record | None:
    """Read one."""
    return await connection.fetchrow(ONE, number)
