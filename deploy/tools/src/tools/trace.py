"""`make trace`: record one withdrawal through all services, and draw it."""

import asyncio
import time
from pathlib import Path

from city.demonstration import show_one
from city.running import living
from local.console import say
from local.errors import CannotStart
from local.folder import RunFolder
from tools.spans import Collector, Span, collecting, orphans
from tools.waterfall import draw

PICTURE = Path("docs") / "pictures" / "trace.svg"
TITLE = "One withdrawal (retirement) through all services, from the request to the texts"
WITHIN_SECONDS = 60.0
QUIET_SECONDS = 3.0
POLL_SECONDS = 0.2


async def trace(folder: RunFolder) -> None:
    """Start everything, record one withdrawal as OpenTelemetry spans, draw them, and stop."""
    with collecting() as collector:
        async with living(folder, collector.environment) as system:
            # A service that has just started asks the gateway for its keys, in the first request's trace.
            await system.restart("withdrawals")
            application_id = await show_one(system.city, folder)
            if application_id is None:
                raise CannotStart("Nobody of the city is left to withdraw.")
            spans = await recorded(collector, application_id)
    PICTURE.write_text(draw(spans, TITLE), encoding="utf-8")
    say(f"{len(spans)} spans of {len({span.service for span in spans})} services: {PICTURE}")


async def recorded(collector: Collector, application_id: str) -> list[Span]:
    """Wait until a withdrawal's trace is whole: no parent is missing, and nothing comes any more."""
    seen, quiet_since = -1, time.monotonic()
    async with asyncio.timeout(WITHIN_SECONDS):
        while True:
            spans = collector.trace_about(application_id)
            if len(spans) != seen or orphans(spans):
                seen, quiet_since = len(spans), time.monotonic()
            elif time.monotonic() - quiet_since > QUIET_SECONDS:
                return spans
            await asyncio.sleep(POLL_SECONDS)
