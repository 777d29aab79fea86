"""The only wiring of the loans service."""

from functools import partial

from loans import api, tasks
from loans.consumer import CONSUMERS
from loans.kept import KEPT
from loans.operations import OPERATIONS
from loans.sealed import SEALED
from loans.settings import Settings
from shared.operations.parking import api as parking
from shared.privacy import api as privacy
from shared.proposals import scans_api
from shared.proposals.api import router_of
from shared.reporting import nightly
from shared.service import Service, run

__all__ = ["ROUTERS", "main", "service"]


ROUTERS = (
    *api.ROUTERS,
    router_of(OPERATIONS),
    scans_api.router_of(OPERATIONS),
    privacy.router_of(KEPT, SEALED),
    parking.router_of(),
)


def service(settings: Settings) -> Service:
    """Put the service together; tests use it too."""
    return Service(
        "loans",
        settings,
        ROUTERS,
        CONSUMERS,
        tasks=(
            tasks.keep_the_calendar,
            tasks.tell_totals,
            tasks.report_nightly,
            tasks.publish,
            tasks.move_in_files,
            tasks.forget_files,
        ),
        jobs=(*tasks.JOBS, *nightly.jobs_of(settings)),
        operations=OPERATIONS,
        kept=KEPT,
        prepare=partial(scans_api.prepare, settings=settings),
    )


def main() -> None:
    """Run the service until it is told to stop."""
    run(service(Settings()))
