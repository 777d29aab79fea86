"""The wiring of settlement: settings, routes, queues, tasks."""

from settlement import api, tasks
from settlement.consumer import CONSUMERS
from settlement.kept import KEPT
from settlement.operations import OPERATIONS
from settlement.sealed import SEALED
from settlement.settings import Settings
from shared.operations.parking import api as parking
from shared.privacy import api as privacy
from shared.proposals.api import router_of
from shared.reporting import nightly
from shared.service import Service, run

ROUTERS = (api.router, router_of(OPERATIONS), privacy.router_of(KEPT, SEALED), parking.router_of())


def service(settings: Settings) -> Service:
    """Put the service together; tests use it too."""
    return Service(
        "settlement",
        settings,
        routers=ROUTERS,
        kept=KEPT,
        consumers=CONSUMERS,
        tasks=(
            tasks.adopt_conclusions,
            tasks.work_with_bank,
            tasks.compare_services,
            tasks.report_nightly,
        ),
        jobs=(*tasks.JOBS, *nightly.jobs_of(settings)),
        operations=OPERATIONS,
    )


def main() -> None:
    """Run until SIGTERM or SIGINT."""
    run(service(Settings()))
