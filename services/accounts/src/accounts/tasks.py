"""What accounts does by itself: seal finished days into the hash chain, carry on interest runs."""

import asyncio
from datetime import timedelta
from typing import cast

from accounts.handlers.interest import begin_due_run, settle_some
from accounts.metrics import INTEREST_YEARS_DUE
from accounts.settings import Settings
from accounts.store.days import seal_days_before
from accounts.work import verification
from shared.base.db import CONTENDED, DATABASE_AWAY
from shared.base.telemetry import get_logger
from shared.base.waiting import pause
from shared.messaging.unit import Context

log = get_logger()

VERIFICATION_CHECK_SECONDS = 60.0

DAYS_LEFT_OPEN = 1
"""Yesterday stays open until tomorrow: a batch that began before midnight may still book on it."""


async def seal_finished_days(context: Context, stop: asyncio.Event) -> None:
    """Seal every day that can get no more entries (R-BK-2)."""
    settings = cast("Settings", context.settings)
    while not stop.is_set():
        try:
            async with context.unit() as unit:
                first_open = context.clock.today() - timedelta(days=DAYS_LEFT_OPEN)
                days = await seal_days_before(unit.connection, first_open)
            if days:
                log.info("days sealed", days=days)
        except DATABASE_AWAY as error:
            log.warning("days not sealed yet", error=repr(error))
        await pause(stop, settings.day_seal_check_seconds)


async def verify_ledger(context: Context, stop: asyncio.Event) -> None:
    """Have the ledger recomputed now and then, and show what the last time found (R-BK-2)."""
    every_seconds = cast("Settings", context.settings).ledger_verify_every_seconds
    while not stop.is_set():
        working = asyncio.create_task(verification.verify_when_due(context, every_seconds))
        stopping = asyncio.create_task(stop.wait())
        await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
        for task in (working, stopping):
            task.cancel()
        try:
            await working
        except DATABASE_AWAY as error:
            log.warning("ledger not verified yet", error=repr(error))
        except asyncio.CancelledError:
            return
        await pause(stop, VERIFICATION_CHECK_SECONDS)


async def begin_interest_runs(context: Context, stop: asyncio.Event) -> None:
    """Begin each fund year's settlement by itself, the oldest first, and show what is due (R-INT-2)."""
    settings = cast("Settings", context.settings)
    begun: int | None = None
    while not stop.is_set():
        try:
            async with context.unit() as unit:
                due = await begin_due_run(unit)
        except (*DATABASE_AWAY, *CONTENDED) as error:
            log.warning("interest runs not looked for yet", error=repr(error))
        else:
            INTEREST_YEARS_DUE.set(due.years if due else 0)
            if due and due.fund_year != begun:
                log.info("interest run begins", fund_year=due.fund_year, years_due=due.years)
            elif due:
                log.warning("interest run has not ended", fund_year=due.fund_year)
            begun = due.fund_year if due else None
        await pause(stop, settings.interest_check_seconds)


async def settle_interest(context: Context, stop: asyncio.Event) -> None:
    """Carry on interest runs, some accounts at a time; a run outlives the process (R-INT-5)."""
    settings = cast("Settings", context.settings)
    while not stop.is_set():
        try:
            async with context.unit() as unit:
                busy = await settle_some(unit, settings.interest_chunk_accounts)
        except (*DATABASE_AWAY, *CONTENDED) as error:
            log.warning("interest not settled yet", error=repr(error))
            busy = False
        if not busy:
            await pause(stop, settings.interest_poll_seconds)
