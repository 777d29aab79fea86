"""`settlement serve | migrate | rotate | rehash | policies | compare | compare-services | openapi`.

Ended days are compared as the service does it, and what was found before is replaced. The day that still runs
is only looked at: what is on its way counts as missing, so wait until nothing is. Exit code 1: it differs.
"""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from datetime import date, timedelta

import asyncpg

from settlement.settings import Settings
from settlement.store import comparison, cross, days
from settlement.store.days import DueDay
from settlement.tasks import compare_what_is_told
from settlement.work import reconciler
from settlement.work.link import BankLink
from shared import cli
from shared.base.clock import SystemClock
from shared.base.commands import Command
from shared.base.db import open_pool
from shared.base.telemetry import configure_logging
from shared.messaging.unit import Context
from shared.sealing.personal_data import PersonalData
from shared.sealing.seeking import connection_of


async def compare(
    context: Context, settings: Settings, link: BankLink, day: date
) -> "Sequence[asyncpg.Record]":
    """Compare a day; return its differences, at least one row, whose `id` is None where there is none."""
    if day >= context.clock.today():
        return await _look(context, settings, link, day)
    finished_at = await days.finished_at(context.pool, day)
    await reconciler.reconcile(context, settings, link, DueDay(day, finished_at))
    return await days.open_of_day(context.pool, day)


async def _look(
    context: Context, settings: Settings, link: BankLink, day: date
) -> "Sequence[asyncpg.Record]":
    statement = await reconciler.statement_of(link, day)
    async with context.pool.acquire() as connection:
        transaction = connection.transaction()
        await transaction.start()
        try:
            await days.lock(connection, day, context.clock.now())
            await comparison.keep_statement(connection, statement)
            await comparison.compare(
                connection,
                statement,
                today=day + timedelta(days=settings.reconcile_late_days + 1),
                late_days=settings.reconcile_late_days,
                now=context.clock.now(),
            )
            return await days.open_of_day(connection, day)
        finally:
            await transaction.rollback()


async def run(settings: Settings, since: date) -> int:
    """Compare every day since then, say what differs; return the exit code."""
    pool = await open_pool(settings, "settlement comparison", connection_of("settlement", settings))
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


async def run_services(settings: Settings) -> int:
    """Compare what loans and accounts have told, say what is open; return the exit code."""
    pool = await open_pool(settings, "settlement comparison", connection_of("settlement", settings))
    clock = SystemClock(settings.business_clock_offset)
    context = Context("settlement", settings, pool, clock, PersonalData.from_settings(settings))
    try:
        await compare_what_is_told(context)
        rows = await cross.differences(pool, "open", None, None)
    finally:
        await pool.close()
    for row in rows:
        loans, accounts, orders = row["loans_fen"], row["accounts_fen"], row["settlement_fen"]
        figures = f"loans {loans}, accounts {accounts}, settlement {orders}"
        found = f"{row['as_of']} {row['contract_number'] or '*'} {row['what']}: {figures}"
        sys.stdout.write(f"DIFFERENCE {found}, since {row['first_seen_on']}\n")
    sys.stdout.write(f"{len(rows)} open differences\n")
    return 1 if rows else 0


def _compare_services(_arguments: argparse.Namespace) -> int:
    settings = Settings()
    configure_logging("settlement", settings.log_level)
    return asyncio.run(run_services(settings))


COMPARE_SERVICES = Command(
    "compare-services",
    "hold loans, ledger and orders against each other now; exit code 1 when they differ",
    _compare_services,
)


def _since(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--since", type=date.fromisoformat, required=True, help="a business date")


def _compare(arguments: argparse.Namespace) -> int:
    settings = Settings()
    configure_logging("settlement", settings.log_level)
    return asyncio.run(run(settings, arguments.since))


COMPARE = Command(
    "compare",
    "compare bank, payment orders and ledger now; exit code 1 when they differ",
    _compare,
    _since,
)


def main() -> None:
    """Do what the command line says."""
    cli.run("settlement", COMPARE, COMPARE_SERVICES)
