"""The job that tells what a service has published: changes at once, all of it once a business day."""

import asyncio

from shared.base.telemetry import get_logger
from shared.jobs.job import HOUR_SECONDS, MINUTE_SECONDS, Job, Round
from shared.jobs.keeping import keep
from shared.messaging.publications import Compose, tell
from shared.messaging.unit import Context, Unit

PUBLISHING = Job("publish", "公布办事指南和数据", lambda _: MINUTE_SECONDS, HOUR_SECONDS)
"""A change of policy is told within a minute."""

log = get_logger()


async def keep_telling(context: Context, stop: asyncio.Event, compose: Compose) -> None:
    """Look again and again whether something must be told."""

    async def work(unit: Unit) -> Round:
        told = await tell(unit, await compose(unit))
        if told:
            log.info("publications told", events=told)
        return Round(f"公布{told}项" if told else None)

    await keep(context, PUBLISHING, work, stop)
