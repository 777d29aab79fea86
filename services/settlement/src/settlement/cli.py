"""The three-way comparison, now: `python -m settlement.cli --since 2026-11-24`.

Ended days are compared as the service does it, and what was found before is replaced. The day that still runs
is only looked at: what is on its way counts as missing, so wait until nothing is. Exit code 1: it differs.
"""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from datetime import date, timedelta

import asyncpg

from settlement.handlers import reconciliation
from settlement.handlers.reconciliation import DueDay
from settlement.iso20022 import read_statement
from settlement.settings import Settings
from settlement.store import comparison
from settlement.work.link import BankLink
from shared.base.clock import SystemClock
from shared.base.db import Connection, open_pool
from shared.base.telemetry import configure_logging
from shared.messaging.unit import Context
from shared.sealing.personal_data import PersonalData

OPEN = """
SELECT d.*, r.compared FROM reconciliation r
LEFT JOIN difference d ON d.business_date = r.business_date AND d.state = 'open'
WHERE r.business_date = $1
ORDER BY d.kind, d.key
"""
FINISHED_AT = "SELECT finished_at FROM reconciliation WHERE business_date = $1"


async def compare(
    context: Context, settings: Settings, link: BankLink, day: date
) -> "Sequence[asyncpg.Record]":
    """Compare a day; return its differences, at least one row, whose `id` is None where there is none."""
    if day >= context.clock.today():
        return await _look(context, settings, link, day)
    finished_at = await context.pool.fetchval(FINISHED_AT, day)
    await reconciliation.reconcile(context, settings, link, DueDay(day, finished_at))
    return await context.pool.fetch(OPEN, day)


async def _look(
    context: Context, settings: Settings, link: BankLink, day: date
) -> "Sequence[asyncpg.Record]":
    statement = await asyncio.to_thread(read_statement, await link.statement(day))
    async with context.pool.acquire() as connection:
        transaction = connection.transaction()
        await transaction.start()
        try:
            await _lock(connection, context, day)
            await comparison.keep_statement(connection, statement)
            await comparison.compare(
                connection,
                statement,
                today=day + timedelta(days=settings.reconcile_late_days + 1),
                late_days=settings.reconcile_late_days,
                now=context.clock.now(),
            )
            return await connection.fetch(OPEN, day)
        finally:
            await transaction.rollback()


async def _lock(connection: Connection, context: Context, day: date) -> None:
    await connection.fetchval(reconciliation.LOCK_DAY, day, context.clock.now())


async def _run(settings: Settings, since: date) -> int:
    pool = await open_pool(settings, "settlement comparison")
    clock = SystemClock(settings.business_clock_offset)
    context = Context("settlement", settings, pool, clock, PersonalData.from_settings(settings))
    differences = 0
    try:
        async with BankLink(settings) as link:
            for number in range((clock.today() - since).days + 1):
                day = since + timedelta(days=number)
                differences += _say(day, await compare(context, settings, link, day))
    finally:
        await pool.close()
    return 1 if differences else 0


def _say(day: date, rows: "Sequence[asyncpg.Record]") -> int:
    found = [row for row in rows if row["id"] is not None]
    for row in found:
        sides = ", ".join(f"{side} {row[f'{side}_fen']}" for side in ("bank", "order", "ledger"))
        sys.stdout.write(f"DIFFERENCE {day} {row['kind']} {row['key']} {row['reason']}: {sides}\n")
    sys.stdout.write(f"{day}: {rows[0]['compared']} compared, {len(found)} differences\n")
    return len(found)


def main() -> None:
    """Parse the command line."""
    parser = argparse.ArgumentParser(description="Compare bank, payment orders and ledger now.")
    parser.add_argument("--since", type=date.fromisoformat, required=True, help="a business date")
    settings = Settings()
    configure_logging("settlement", settings.log_level)
    sys.exit(asyncio.run(_run(settings, parser.parse_args().since)))


if __name__ == "__main__":
    main()
