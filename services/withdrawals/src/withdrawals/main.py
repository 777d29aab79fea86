"""The wiring of withdrawals: settings, routes, queues, tasks."""

from fastapi import FastAPI

from shared.operations.parking import api as parking
from shared.privacy import api as privacy
from shared.proposals import scans_api
from shared.proposals.api import router_of
from shared.service import Service, run
from withdrawals import api, tasks
from withdrawals.api import citizens
from withdrawals.consumer import CONSUMERS
from withdrawals.kept import KEPT
from withdrawals.operations import OPERATIONS
from withdrawals.sealed import SEALED
from withdrawals.settings import Settings
from withdrawals.work import gathering
from withdrawals.work.live import Progress

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
    progress = Progress()

    def prepare(app: FastAPI) -> None:
        scans_api.prepare(app, settings)
        app.state.running = citizens.Running.begin(app.state.context, progress)

    return Service(
        "withdrawals",
        settings,
        routers=ROUTERS,
        kept=KEPT,
        consumers=CONSUMERS,
        tasks=(
            tasks.keep_calendar,
            tasks.sweep,
            tasks.agreed,
            tasks.publish,
            gathering.run,
            progress.run,
        ),
        jobs=tasks.JOBS,
        operations=OPERATIONS,
        prepare=prepare,
    )


def main() -> None:
    """Run until SIGTERM or SIGINT."""
    run(service(Settings()))
