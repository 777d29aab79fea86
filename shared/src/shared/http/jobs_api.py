"""HTTP for staff, in every service: the work that the clock starts (定时任务), the late first."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from pydantic import Field

from shared.base.shape import Shape
from shared.http.callers import ContextDependency, require
from shared.identity.principal import Principal, Role
from shared.jobs import keeping, store
from shared.jobs.job import Job, Standing
from shared.messaging.unit import Context

router = APIRouter(tags=["定时任务"])

Staff = Annotated[
    Principal, Depends(require(Role.STAFF_MAKER, Role.STAFF_CHECKER, Role.STAFF_ADMIN))
]


class JobLine(Shape):
    """A job (定时任务) and how it stands."""

    name: str = Field(examples=["interest"])
    """Its key, as in metrics and logs (`work`)."""
    title: str = Field(examples=["年度结息"])
    """What staff call it."""
    every_seconds: float
    """How often it is looked at."""
    looked_at: datetime | None
    """End of the last round that left nothing to do; null: there was none yet."""
    next_at: datetime | None
    """When it comes next: by the calendar, or when it is looked at next."""
    did_at: datetime | None
    """When it last did something."""
    did: str | None
    """What that was."""
    waiting_since: datetime | None
    """Since when something has been due that is not done; null: nothing is."""
    failed_at: datetime | None
    """When it last failed."""
    failure: str | None
    """How."""
    failures: int
    """Rounds that failed since the last that did not."""
    late_seconds: float
    """For how long it has been late; 0: it is not."""


class JobList(Shape):
    """All jobs of a service."""

    items: list[JobLine]


@router.get("/jobs", summary="定时任务")
async def jobs(_staff: Staff, context: ContextDependency, request: Request) -> JobList:
    """List what this service does by the clock: when last, when next, with what result; the late first."""
    declared: tuple[Job, ...] = request.app.state.jobs
    found = {each.name: each for each in await store.all_of(context.pool)}
    lines = [_line(context, job, found.get(job.name)) for job in declared]
    return JobList(items=sorted(lines, key=lambda line: (-line.late_seconds, line.name)))


def _line(context: Context, job: Job, found: Standing | None) -> JobLine:
    now = context.clock.now()
    standing = found or Standing(job.name, now)
    return JobLine(
        name=job.name,
        title=job.title,
        every_seconds=job.seconds(context.settings),
        looked_at=standing.looked_at,
        next_at=standing.next_at,
        did_at=standing.did_at,
        did=standing.did,
        waiting_since=standing.waiting_since,
        failed_at=standing.failed_at,
        failure=standing.failure,
        failures=standing.failures,
        late_seconds=keeping.lateness(context, job, standing, now),
    )
