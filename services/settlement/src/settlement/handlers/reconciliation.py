"""The daily reconciliation (对账): days that are due, the bank's statement, what staff explain."""

import asyncio
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

import asyncpg

from settlement.domain import Statement
from settlement.errors import AlreadyExplained, DayNotOver, UnknownDifference
from settlement.handlers import evidence
from settlement.iso20022 import BadMessage, read_statement
from settlement.metrics import RECONCILIATION_DIFFERENCES, RECONCILIATION_WAITING_DAYS
from settlement.settings import Settings
from settlement.store import comparison
from settlement.store.comparison import Compared
from settlement.work.link import BankLink, Doubt, NotReached
from settlement.work.wakes import RECONCILE_CHANNEL, TROUBLE, Wakes, woken
from shared.base.clock import business_date
from shared.base.telemetry import get_logger
from shared.messages.settlement import ReconciliationFinished
from shared.messaging.unit import Context, Unit

log = get_logger()


async def run(
    context: Context, settings: Settings, link: BankLink, wakes: Wakes, stop: asyncio.Event
) -> None:
    """Compare what is due, when the day is over or staff want it, until `stop`."""
    while not stop.is_set():
        try:
            for day in await due_days(context, settings):
                if stop.is_set():
                    return
                await _compare_or_say_why_not(context, settings, link, day)
            await _measure(context, settings)
        except TROUBLE as error:
            log.warning("not reconciled for now", error=repr(error))
        await woken(wakes.reconcile, stop, settings.reconcile_poll_seconds)


@dataclass(frozen=True)
class DueDay:
    """A day to be compared, and when that was done last."""

    business_date: date
    finished_at: datetime | None


# A day is compared when it is over, and again until the days are over that a side may be late.
DUE = """
WITH first AS (
    SELECT least((SELECT min(booked_on) FROM bank_entry), (SELECT min(paid_on) FROM payment_order)) AS day
), ended AS (
    SELECT at::date AS day FROM first, generate_series(first.day, $1::date - 1, interval '1 day') AS at
    UNION SELECT business_date FROM reconciliation WHERE wanted AND business_date < $1::date
)
SELECT e.day, r.finished_at
FROM ended e LEFT JOIN reconciliation r ON r.business_date = e.day
WHERE r.compared_as_of IS NULL OR r.wanted OR r.compared_as_of < least($1::date, e.day + 1 + $2::integer)
ORDER BY e.day
LIMIT $3
"""


async def due_days(context: Context, settings: Settings) -> list[DueDay]:
    """Return the ended days to compare, oldest first."""
    settled = context.clock.now() - timedelta(minutes=settings.reconcile_after_minutes)
    rows = await context.pool.fetch(
        DUE, business_date(settled), settings.reconcile_late_days, settings.reconcile_batch_days
    )
    return [DueDay(row["day"], row["finished_at"]) for row in rows]


async def _compare_or_say_why_not(
    context: Context, settings: Settings, link: BankLink, day: DueDay
) -> None:
    try:
        await reconcile(context, settings, link, day)
    except (NotReached, Doubt, BadMessage) as error:
        log.warning("no statement", business_date=str(day.business_date), error=repr(error))
        await context.pool.execute(
            NOTE_PROBLEM, day.business_date, context.clock.now(), "银行没有提供当日对账单"
        )


NOTE_PROBLEM = """
INSERT INTO reconciliation (business_date, requested_at, problem) VALUES ($1, $2, $3)
ON CONFLICT (business_date) DO UPDATE SET problem = excluded.problem
"""

LOCK_DAY = """
INSERT INTO reconciliation AS known (business_date, requested_at) VALUES ($1, $2)
ON CONFLICT (business_date) DO UPDATE SET problem = known.problem
RETURNING finished_at
"""


async def reconcile(
    context: Context, settings: Settings, link: BankLink, day: DueDay
) -> Compared | None:
    """Get the bank's statement and compare the day; None when another instance was faster."""
    body = await link.statement(day.business_date)
    statement = await asyncio.to_thread(read_statement, body)
    if statement.business_date != day.business_date:
        raise BadMessage("the statement of another day")
    async with context.unit() as unit:
        locked = await unit.connection.fetchval(LOCK_DAY, day.business_date, unit.clock.now())
        if locked != day.finished_at:
            return None
        compared = await _compared(unit, settings, statement)
    log.info(
        "reconciled",
        business_date=str(day.business_date),
        compared=compared.payments,
        differences=compared.differences,
    )
    return compared


async def _compared(unit: Unit, settings: Settings, statement: Statement) -> Compared:
    await comparison.keep_statement(unit.connection, statement)
    untold = await comparison.untold(unit.connection, statement)
    if untold:
        log.warning("the statement has entries that were never notified", entries=len(untold))
        await evidence.take(unit, untold)
    compared = await comparison.compare(
        unit.connection,
        statement,
        today=unit.clock.today(),
        late_days=settings.reconcile_late_days,
        now=unit.clock.now(),
    )
    unit.emit(
        ReconciliationFinished(
            business_date=statement.business_date,
            compared=compared.payments,
            differences=compared.differences,
        )
    )
    return compared


OPEN_DIFFERENCES = "SELECT count(*) FROM difference WHERE state = 'open'"


async def _measure(context: Context, settings: Settings) -> None:
    RECONCILIATION_DIFFERENCES.set(await context.pool.fetchval(OPEN_DIFFERENCES))
    RECONCILIATION_WAITING_DAYS.set(len(await due_days(context, settings)))


REQUEST = f"""
WITH wanted AS (
    INSERT INTO reconciliation (business_date, requested_at) VALUES ($1, $2)
    ON CONFLICT (business_date) DO UPDATE SET wanted = true, requested_at = excluded.requested_at
)
SELECT pg_notify('{RECONCILE_CHANNEL}', '')
"""  # noqa: S608


async def request(unit: Unit, day: date) -> None:
    """Have a day compared soon; raises `DayNotOver`."""
    if day >= unit.clock.today():
        raise DayNotOver
    await unit.connection.execute(REQUEST, day, unit.clock.now())


EXPLAIN = """
UPDATE difference SET state = 'explained', explanation = $2, explained_by = $3, explained_by_name = $4,
                      explained_at = $5
WHERE id = $1 AND state = 'open'
RETURNING *
"""
EXISTS = "SELECT state FROM difference WHERE id = $1"


async def explain(
    unit: Unit, difference_id: UUID, text: str, staff_id: UUID, staff_name: str
) -> "asyncpg.Record":
    """Write down why a difference is none; raises `UnknownDifference`, `AlreadyExplained`."""
    row = await unit.connection.fetchrow(
        EXPLAIN, difference_id, text, staff_id, staff_name, unit.clock.now()
    )
    if row is None:
        known = await unit.connection.fetchval(EXISTS, difference_id)
        raise UnknownDifference if known is None else AlreadyExplained
    return row
