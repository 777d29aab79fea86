"""The auditor of the ledger: everything recomputed from the entries, and what differs by one fen.

The whole is one snapshot and takes the longer the longer the ledger is. By days it is many short
statements: a day whose verdict is kept is not read again but for the rotating sample (ADR 62).
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TypeAlias

import asyncpg

from accounts.rules.verdict import SealedDay
from accounts.views.standing_checks import STANDING
from accounts.views.transfer_checks import (
    ALL,
    OF_A_DAY,
    OF_LATE,
    OF_ROWS_BOOKED_LATELY,
    OF_TRANSFERS,
    Check,
)
from shared.base.db import Connection

AnyConnection: TypeAlias = "Connection | asyncpg.Connection[asyncpg.Record]"

BALANCES = Check(
    "running balances equal the sum of their entries",
    """
    SELECT ledger_account_id, posted_fen, coalesce(fen, 0) FROM ledger_balance
    LEFT JOIN (SELECT ledger_account_id, sum(amount_fen) AS fen FROM entry GROUP BY 1) AS entries
        USING (ledger_account_id)
    WHERE posted_fen <> coalesce(fen, 0)
    """,
)
CHECKS = (
    *(Check(one.name, one.over(ALL)) for one in (*OF_TRANSFERS, *OF_ROWS_BOOKED_LATELY)),
    BALANCES,
    *STANDING,
)
"""The whole."""
BROKEN_DAYS = """
SELECT day.booked_on FROM ledger_day AS day
LEFT JOIN LATERAL (SELECT hash FROM ledger_day AS earlier WHERE earlier.booked_on < day.booked_on
                   ORDER BY earlier.booked_on DESC LIMIT 1) AS before ON true
WHERE day.previous_hash <> coalesce(before.hash, ''::bytea)
   OR day.hash <> ledger_day_hash(day.booked_on, day.previous_hash)
   OR day.entries <> (SELECT count(*) FROM entry WHERE entry.booked_on = day.booked_on)
ORDER BY 1
"""
"""Of the whole; by days this is looked at day by day."""


async def differences(connection: AnyConnection) -> list[str]:
    """Return every difference found in the whole, in words; empty when the books are right."""
    found: list[str] = []
    async with connection.transaction(isolation="repeatable_read", readonly=True):
        for check in CHECKS:
            found += await _found(connection, check, check.differences)
        days = await connection.fetch(BROKEN_DAYS)
        found += [broken(row["booked_on"]) for row in days]
    return found


def broken(day: date) -> str:
    """Say that a sealed day's entries are not those that were sealed."""
    return f"the chain is broken on {day}"


async def _found(
    connection: AnyConnection, check: Check, statement: str, *arguments: object
) -> list[str]:
    rows = await connection.fetch(statement, *arguments)
    return [f"{check.name}: {tuple(row.values())}" for row in rows]


SEALED_DAYS = """
SELECT booked_on, entries, last_entry_id, previous_hash, hash FROM ledger_day ORDER BY booked_on
"""


async def sealed_days(connection: AnyConnection) -> list[SealedDay]:
    """Every sealed day, in order; a row a day, whatever was booked on it."""
    return [SealedDay(**dict(row)) for row in await connection.fetch(SEALED_DAYS)]


DAY = """
SELECT (SELECT count(*) FROM entry WHERE booked_on = $1) AS entries, ledger_day_hash($1, $2) AS hash,
       (SELECT coalesce(sum(fen * account_weight(ledger_account_id, $3)), 0) FROM (
            SELECT ledger_account_id, sum(amount_fen) AS fen FROM entry WHERE booked_on = $1 GROUP BY 1
        ) AS moved) AS weight
"""


async def of_day(connection: AnyConnection, day: SealedDay, key: bytes) -> tuple[list[str], int]:
    """Recompute a sealed day and what was booked on it; return the differences and what the day weighs."""
    row = await connection.fetchrow(DAY, day.booked_on, day.previous_hash, key)
    assert row is not None
    found: list[str] = []
    if (row["entries"], row["hash"]) != (day.entries, day.hash):
        found.append(broken(day.booked_on))
    for check in OF_TRANSFERS:
        found += await _found(connection, check, check.over(OF_A_DAY), day.booked_on)
    return found, int(row["weight"])


STRAYS = "SELECT id, booked_on FROM entry WHERE id > $1 AND booked_on <= $2 ORDER BY id"


async def late(
    connection: AnyConnection, instant: datetime, days: Sequence[SealedDay]
) -> list[str]:
    """Look at what was begun or settled since then, booked after the last sealed day, and at what stands.

    A day's last entry may be younger than those of a day after it: what began before midnight books on.
    """
    found: list[str] = []
    if days:
        highest = max(day.last_entry_id for day in days)
        strays = await connection.fetch(STRAYS, highest, days[-1].booked_on)
        found += [f"entry {row['id']} came after {row['booked_on']} was sealed" for row in strays]
    booked_after = days[-1].booked_on if days else date.min
    for check in (*OF_TRANSFERS, *OF_ROWS_BOOKED_LATELY):
        statement = check.over(OF_LATE)
        found += await _found(connection, check, statement, instant, booked_after)
    for check in STANDING:
        found += await _found(connection, check, check.differences)
    return found


WEIGHT = """
SELECT (SELECT coalesce(sum(posted_fen * account_weight(ledger_account_id, $1)), 0)
        FROM ledger_balance WHERE posted_fen <> 0)
     - (SELECT coalesce(sum(fen * account_weight(ledger_account_id, $1)), 0) FROM (
            SELECT ledger_account_id, sum(amount_fen) AS fen FROM (
                SELECT ledger_account_id, amount_fen FROM entry WHERE booked_on > $2
                UNION ALL SELECT ledger_account_id, amount_fen FROM entry
                WHERE booked_on = ANY($3::date[])) AS one GROUP BY 1) AS moved)
"""


async def weight(
    connection: AnyConnection, key: bytes, last: SealedDay | None, unknown: Sequence[date]
) -> int:
    """What the balances weigh without the entries after the last sealed day and of `unknown` sealed ones."""
    booked_after = last.booked_on if last else date.min
    return int(await connection.fetchval(WEIGHT, key, booked_after, unknown))


async def wrong_balances(connection: AnyConnection) -> list[str]:
    """Name the accounts whose balance is not the sum of their entries; reads all of them."""
    return await _found(connection, BALANCES, BALANCES.differences)


SIZE = "SELECT (SELECT count(*) FROM entry) AS entries, (SELECT count(*) FROM ledger_day) AS days"


async def size(connection: AnyConnection) -> tuple[int, int]:
    """Count the entries and the sealed days."""
    row = await connection.fetchrow(SIZE)
    assert row is not None
    return row["entries"], row["days"]
