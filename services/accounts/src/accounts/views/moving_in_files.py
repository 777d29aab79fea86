"""How far a moving in by files is (期初), what is wrong with it, how it differs from the former books."""

from collections.abc import Sequence
from uuid import UUID

import asyncpg

from shared.base.db import Connection, Pool

FILE_COUNT = "SELECT count(*) FROM moving_in_file WHERE batch_id = $1"
TOTALS = """
WITH row AS (
    SELECT employer_number, count(*) AS people, sum(carried_fen + year_fen) AS principal_fen,
           sum(interest_fen) AS interest_fen, count(*) FILTER (WHERE has_card) AS cards
    FROM moving_in_row WHERE batch_id = $1 GROUP BY 1
), compared AS (
    SELECT coalesce(row.people, 0) AS people, coalesce(row.principal_fen, 0) AS principal_fen,
           coalesce(row.interest_fen, 0) AS interest_fen, coalesce(row.cards, 0) AS cards,
           row.employer_number IS NOT NULL AS is_there,
           (row.people, row.principal_fen, row.interest_fen) IS DISTINCT FROM
           (control.people::bigint, control.principal_fen::numeric, control.interest_fen::numeric) AS differs,
           control.booked_at IS NOT NULL AS is_booked, control.held_why IS NOT NULL AS is_held
    FROM row FULL JOIN (SELECT * FROM moving_in_control WHERE batch_id = $1) AS control
         USING (employer_number)
)
SELECT count(*) FILTER (WHERE is_there) AS employers, coalesce(sum(people), 0)::bigint AS people,
       coalesce(sum(principal_fen), 0)::bigint AS principal_fen,
       coalesce(sum(interest_fen), 0)::bigint AS interest_fen, count(*) FILTER (WHERE differs) AS differing,
       count(*) FILTER (WHERE is_booked) AS booked, count(*) FILTER (WHERE is_held) AS held,
       coalesce(sum(cards), 0)::bigint AS cards,
       coalesce(sum(people) FILTER (WHERE is_booked), 0)::bigint AS booked_people,
       (SELECT count(*) FROM moving_in_file
        WHERE batch_id = $1 AND state IN ('received', 'reading')) AS unread,
       (SELECT count(*) FROM moving_in_file
        WHERE batch_id = $1 AND state IN ('flawed', 'unreadable')) AS flawed
FROM compared
"""


async def file_count(connection: Connection, batch_id: UUID) -> int:
    """Count the files of a batch."""
    count: int = await connection.fetchval(FILE_COUNT, batch_id)
    return count


DIGEST = """
SELECT encode(sha256(convert_to(coalesce(string_agg(
    kind || ' ' || file_sha256 || ' ' || file_name, chr(10) ORDER BY kind, file_name), ''), 'UTF8')), 'hex')
FROM moving_in_file WHERE batch_id = $1
"""


async def digest(connection: Connection | Pool, batch_id: UUID) -> str:
    """SHA-256 over what all files of a batch are, hexadecimal: other files have another one."""
    found: str = await connection.fetchval(DIGEST, batch_id)
    return found


async def totals(connection: Connection | Pool, batch_id: UUID) -> asyncpg.Record:
    """Return what the files add up to, and for how many employers that is not what the former books say."""
    row = await connection.fetchrow(TOTALS, batch_id)
    assert row is not None
    return row


BATCH = """
SELECT id, as_of, source, state, made_at, signed_at, ended_at FROM moving_in_batch WHERE id = $1
"""
BATCHES = """
SELECT id, as_of, source, state, made_at, signed_at, ended_at FROM moving_in_batch
WHERE state <> 'dropped' ORDER BY made_at DESC, id LIMIT $1
"""
FILES = """
SELECT id, batch_id, kind, file_name, file_bytes, file_sha256, state, rows_read, flaws, why, ignored,
       received_at
FROM moving_in_file WHERE batch_id = $1 ORDER BY kind, file_name
"""
FILE = """
SELECT id, batch_id, kind, file_name, file_bytes, file_sha256, state, rows_read, flaws, why, ignored,
       received_at
FROM moving_in_file WHERE id = $1
"""
FLAWS = """
SELECT position, row_number, column_index, field, value, reason, allowed, rule
FROM moving_in_flaw WHERE file_id = $1 AND position > $2 ORDER BY position LIMIT $3
"""


async def batch(pool: Pool | Connection, batch_id: UUID) -> asyncpg.Record | None:
    """Return a moving in."""
    return await pool.fetchrow(BATCH, batch_id)


async def batches(pool: Pool, limit: int) -> list[asyncpg.Record]:
    """Return the latest ones."""
    return await pool.fetch(BATCHES, limit)


async def files(pool: Pool | Connection, batch_id: UUID) -> Sequence[asyncpg.Record]:
    """Return the files of a moving in."""
    found: Sequence[asyncpg.Record] = await pool.fetch(FILES, batch_id)
    return found


async def file(pool: Pool | Connection, file_id: UUID) -> asyncpg.Record | None:
    """Return a file."""
    return await pool.fetchrow(FILE, file_id)


async def flaws(pool: Pool, file_id: UUID, after: int, limit: int) -> list[asyncpg.Record]:
    """Return what is wrong with a file, in the order it was found."""
    return await pool.fetch(FLAWS, file_id, after, limit)


# Over all, for each employer, and person by person where what is booked is not what the files say.
DIFFERENCES = """
WITH row AS (
    SELECT employer_number, count(*) AS people, sum(carried_fen + year_fen)::bigint AS principal_fen,
           sum(interest_fen)::bigint AS interest_fen
    FROM moving_in_row WHERE batch_id = $1 GROUP BY 1
), booked AS (
    SELECT row.employer_number, count(row.account_number) AS people,
           coalesce(sum(entry.fen), 0)::bigint AS fen
    FROM moving_in_row AS row
    LEFT JOIN individual_account AS account ON account.number = row.account_number
    LEFT JOIN LATERAL (SELECT sum(amount_fen) AS fen FROM entry
                       WHERE entry.ledger_account_id = account.ledger_account_id AND business_type = '77'
                      ) AS entry ON true
    WHERE row.batch_id = $1 GROUP BY 1
), compared AS (
    SELECT coalesce(row.employer_number, control.employer_number) AS employer_number,
           coalesce(control.people, 0) AS former_people,
           coalesce(control.principal_fen, 0) AS former_principal_fen,
           coalesce(control.interest_fen, 0) AS former_interest_fen,
           coalesce(row.people, 0) AS file_people, coalesce(row.principal_fen, 0) AS file_principal_fen,
           coalesce(row.interest_fen, 0) AS file_interest_fen,
           coalesce(booked.people, 0) AS booked_people, coalesce(booked.fen, 0) AS booked_fen,
           control.held_why
    FROM row FULL JOIN (SELECT * FROM moving_in_control WHERE batch_id = $1) AS control
         USING (employer_number)
    LEFT JOIN booked ON booked.employer_number = coalesce(row.employer_number, control.employer_number)
), person AS (
    SELECT row.employer_number, row.former_number, row.account_number,
           row.carried_fen + row.year_fen AS principal_fen, row.interest_fen, coalesce(entry.fen, 0) AS fen
    FROM moving_in_row AS row
    JOIN individual_account AS account ON account.number = row.account_number
    LEFT JOIN LATERAL (SELECT sum(amount_fen) AS fen FROM entry
                       WHERE entry.ledger_account_id = account.ledger_account_id AND business_type = '77'
                      ) AS entry ON true
    WHERE row.batch_id = $1
      AND row.carried_fen + row.year_fen + row.interest_fen IS DISTINCT FROM coalesce(entry.fen, 0)
)
SELECT 1 AS place, '' AS employer_number, '' AS former_number, '' AS account_number,
       sum(former_people)::bigint AS former_people, sum(former_principal_fen)::bigint AS former_principal_fen,
       sum(former_interest_fen)::bigint AS former_interest_fen, sum(file_people)::bigint AS file_people,
       sum(file_principal_fen)::bigint AS file_principal_fen,
       sum(file_interest_fen)::bigint AS file_interest_fen,
       sum(booked_people)::bigint AS booked_people, sum(booked_fen)::bigint AS booked_fen, '' AS why
FROM compared
UNION ALL
SELECT 2, employer_number, '', '', former_people, former_principal_fen, former_interest_fen, file_people,
       file_principal_fen, file_interest_fen, booked_people, booked_fen, coalesce(held_why, '')
FROM compared
UNION ALL
SELECT 3, employer_number, former_number, account_number, NULL, NULL, NULL, 1, principal_fen, interest_fen, 1,
       fen::bigint, ''
FROM person
ORDER BY place, employer_number, former_number
"""
