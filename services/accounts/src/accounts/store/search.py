"""By what an employer's people are found: keyed hashes of parts of their names (ADR 24)."""

from collections.abc import Sequence

import asyncpg

from shared.base.db import Connection

# Whoever moves meanwhile waits for this, and is put there once more.
TAKE = """
WITH taken AS (
    DELETE FROM account_to_index WHERE account_number IN (
        SELECT account_number FROM account_to_index ORDER BY account_number LIMIT $1 FOR UPDATE SKIP LOCKED)
    RETURNING account_number
)
SELECT account.number, account.employer_number, account.person_id, person.name_sealed, person.id_number_tail
FROM taken JOIN individual_account AS account ON account.number = taken.account_number
JOIN person ON person.id = account.person_id
ORDER BY account.number
"""


async def take(connection: Connection, count: int) -> list[asyncpg.Record]:
    """Take accounts whose name is to be hashed."""
    return await connection.fetch(TAKE, count)


FORGET = "DELETE FROM account_part WHERE account_number = ANY($1::text[])"
PUT = """
INSERT INTO account_part (part, account_number)
SELECT * FROM unnest($1::bigint[], $2::text[]) AS new (part, account_number) ORDER BY part, account_number
"""


async def put(
    connection: Connection, numbers: Sequence[str], parts: Sequence[tuple[int, str]]
) -> None:
    """Let accounts be found by these parts, and by no others any more."""
    await connection.execute(FORGET, numbers)
    await connection.execute(PUT, [part for part, _ in parts], [number for _, number in parts])
