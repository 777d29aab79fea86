"""The report of the night: when it is due, that one process makes it, and how late it is.

What the platform has whole is asked of the platform: there is no second account of it. Whoever dies in the
middle leaves parts that count for nothing; the next one reads the books anew. A day that was missed is not
made up for, since balances are those of the reading: the latest due day is reported, entries and all.
"""

import asyncio
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from uuid import uuid4

from prometheus_client import Counter, Gauge

from shared.base.clock import BUSINESS_ZONE
from shared.base.db import Connection
from shared.base.resilience import SURVIVED
from shared.base.telemetry import get_logger
from shared.jobs.job import HOUR_SECONDS, Job, Round
from shared.jobs.keeping import keep_alone
from shared.messaging.unit import Context
from shared.reporting.platform import HttpPlatform, NotTaken, Platform, client_of
from shared.reporting.settings import ReportingSettings
from shared.reporting.spool import Reported, Spool, fill

LATE_SECONDS = Gauge(
    "report_late_seconds", "Since when the oldest day is due that the ministry's platform lacks"
)
REPORTS = Counter("reports_total", "Nightly reports to the ministry's platform", ("outcome",))
AFTER_FAILURE_SECONDS = 600.0
"""A platform that fails in the middle does not have all books read every minute."""
OUTCOMES = ("taken", "failed")
REPORTING: Job[ReportingSettings] = Job(
    "report",
    "报送监管平台数据",
    lambda settings: settings.report_check_seconds,
    6 * HOUR_SECONDS,
    after_failure_seconds=AFTER_FAILURE_SECONDS,
    survives=(*SURVIVED, NotTaken),
)
# For the session, outside any transaction: it goes with the connection, whichever way that ends.
TRY_LOCK = "SELECT pg_try_advisory_lock(hashtext('nightly report'))"
UNLOCK = "SELECT pg_advisory_unlock(hashtext('nightly report'))"

log = get_logger()


def due_day(now: datetime, hour: int) -> date:
    """Return the latest business day that is due at an instant."""
    local = now.astimezone(BUSINESS_ZONE)
    return local.date() - timedelta(days=1 if local.hour >= hour else 2)


def due_at(day: date, hour: int) -> datetime:
    """Return from when on a day is due: that hour of the next day, Asia/Shanghai."""
    return datetime.combine(day + timedelta(days=1), time(hour), BUSINESS_ZONE)


def late_seconds(now: datetime, last_whole: date | None, hour: int) -> float:
    """Return since when the oldest missing day is due; 0 where none is missing."""
    due = due_day(now, hour)
    if last_whole is not None and last_whole >= due:
        return 0.0
    missing = due if last_whole is None else last_whole + timedelta(days=1)
    return (now - due_at(missing, hour)).total_seconds()


class Nightly:
    """Reports a service's tables, each due day once."""

    def __init__(
        self, context: Context[ReportingSettings], platform: Platform, tables: Sequence[Reported]
    ) -> None:
        self._context = context
        self._platform = platform
        self._tables = tables
        self._last: date | None = None
        self.reported: date | None = None
        """What the last round reported; None: nothing was due."""
        for outcome in OUTCOMES:
            REPORTS.labels(outcome)

    async def round(self) -> None:
        """Report what is due; says how late it is, whatever comes of it. Raises `NotTaken`."""
        hour = self._context.settings.report_hour
        due, self.reported = due_day(self._context.clock.now(), hour), None
        try:
            if self._last is None or self._last < due:
                self._last = await self._platform.last_whole()
            if self._last is None or self._last < due:
                await self._alone(due)
        except NotTaken as error:
            REPORTS.labels("failed").inc()
            log.warning("nightly report not taken", day=str(due), error=str(error))
            raise
        finally:
            LATE_SECONDS.set(late_seconds(self._context.clock.now(), self._last, hour))

    async def _alone(self, day: date) -> None:
        """Let one process at a time report."""
        async with self._context.pool.acquire() as connection:
            if not await connection.fetchval(TRY_LOCK):
                return
            try:
                await self._report(day)
            finally:
                await _unlock(connection)

    async def _report(self, day: date) -> None:
        run = uuid4()
        context = self._context
        with Spool() as spool:
            await fill(spool, context.pool, context.personal_data, day, self._tables)
            for view, number in spool.parts():
                part = await asyncio.to_thread(spool.part, view, number)
                await self._platform.take(day, run, f"{view}/{number}", part)
            sums = {view: summed.plain() for view, summed in spool.sums.items()}
            await self._platform.close(day, run, sums)
        self._last = self.reported = day
        REPORTS.labels("taken").inc()
        log.info("nightly report taken", day=str(day), tables=len(sums))


async def _unlock(connection: Connection) -> None:
    if not connection.is_closed():
        await connection.execute(UNLOCK)


async def run(
    context: Context[ReportingSettings], tables: Sequence[Reported], stop: asyncio.Event
) -> None:
    """Report every night until `stop`; nothing where the settings name no platform."""
    client = client_of(context.settings)
    if client is None:
        return
    centre = context.settings.report_centre_code
    nightly = Nightly(context, HttpPlatform(client, centre, context.service), tables)

    async def work() -> Round:
        await nightly.round()
        hour = context.settings.report_hour
        next_at = due_at(due_day(context.clock.now(), hour) + timedelta(days=1), hour)
        return Round(f"报送{nightly.reported}数据" if nightly.reported else None, next_at=next_at)

    try:
        await keep_alone(context, REPORTING, work, stop)
    finally:
        await client.aclose()


def jobs_of(settings: ReportingSettings) -> tuple[Job[ReportingSettings], ...]:
    """The job, where the settings name a platform."""
    return (REPORTING,) if settings.report_url is not None else ()
