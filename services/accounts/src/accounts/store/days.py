"""Finished days, sealed into the chain of hashes (R-BK-2)."""

from datetime import date

from shared.base.db import Connection

UNSEALED_DAYS = """
SELECT DISTINCT booked_on FROM entry
WHERE booked_on < $1 AND booked_on > coalesce((SELECT max(booked_on) FROM ledger_day), '-infinity')
ORDER BY 1
"""
ONE_SEALER = "SELECT pg_advisory_xact_lock(hashtext('ledger_day'))"
LAST_HASH = "SELECT hash FROM ledger_day ORDER BY booked_on DESC LIMIT 1"
SEAL_DAY = """
INSERT INTO ledger_day (booked_on, entries, last_entry_id, previous_hash, hash)
SELECT $1, count(*), max(id), $2, ledger_day_hash($1, $2) FROM entry WHERE booked_on = $1
"""


async def seal_days_before(connection: Connection, first_open: date) -> int:
    """Seal every day before `first_open` that has entries and is not sealed; return how many."""
    await connection.execute(ONE_SEALER)
    days = await connection.fetch(UNSEALED_DAYS, first_open)
    for row in days:
        previous = await connection.fetchval(LAST_HASH) or b""
        await connection.execute(SEAL_DAY, row["booked_on"], previous)
    return len(days)
