"""The job that forgets: each day it deletes what has been kept for its years, and writes down how much.

Small transactions, in the order of the declarations, as the service's ordinary role: it deletes only where
that role may. What the books need is not its business.
"""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

from shared.audit import trail as audit
from shared.audit.trail import Record
from shared.base.resilience import attempt
from shared.base.telemetry import get_logger
from shared.jobs.job import DAY_SECONDS, Job, Round
from shared.jobs.keeping import keep_alone
from shared.messaging.unit import Context
from shared.privacy import store
from shared.privacy.kept import Kept

BATCH_ROWS = 1_000
FORGETTING = Job("forget", "到期资料清除", lambda _: DAY_SECONDS, DAY_SECONDS, periodic=True)

log = get_logger()


async def keep(context: Context, declared: Sequence[Kept], stop: asyncio.Event) -> None:
    """Forget every day until told to stop."""

    async def forget() -> Round:
        gone = await forget_old(context, declared)
        return Round(f"清除{sum(gone.values())}条" if gone else None)

    if forgets(declared):
        await keep_alone(context, FORGETTING, forget, stop)


def forgets(declared: Sequence[Kept]) -> bool:
    """Tell whether there is a table whose rows end."""
    return any(each.old for each in declared)


async def forget_old(context: Context, declared: Sequence[Kept]) -> Mapping[str, int]:
    """Delete what has been kept for its years; returns how many rows of each table."""
    gone: dict[str, int] = {}
    for each in declared:
        if each.old and each.years is not None:
            before = years_before(context.clock.now(), each.years)
            if count := await _delete_all(context, each, before):
                gone[each.table] = count
    return gone


async def _delete_all(context: Context, kept: Kept, before: datetime) -> int:
    total, last = 0, BATCH_ROWS
    while last == BATCH_ROWS:
        last = await attempt(partial(_delete_some, context, kept, before))
        total += last
    if total:
        log.info("forgotten", table=kept.table, rows=total)
    return total


async def _delete_some(context: Context, kept: Kept, before: datetime) -> int:
    """Delete a batch, together with the line about it in the audit trail."""
    async with context.unit() as unit:
        count = await store.delete_old(unit.connection, kept, before, BATCH_ROWS)
        if count:
            subject = f"{kept.table} before {before:%Y-%m-%d}: {count}"
            done = Record("forget", subject, role="service", actor=context.service, channel="task")
            await audit.append(unit.connection, [done])
    return count


def years_before(now: datetime, years: int) -> datetime:
    """The same day so many years earlier; of 29 February, the 28th."""
    try:
        return now.replace(year=now.year - years)
    except ValueError:
        return now.replace(year=now.year - years, day=28)
