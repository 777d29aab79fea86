"""The wiring of withdrawals: settings, routes, queues, tasks."""

from fastapi import FastAPI

from shared.proposals.api import router_of
from shared.service import Service, run
from withdrawals import api, tasks
from withdrawals.api import citizens
from withdrawals.consumer import CONSUMERS
from withdrawals.operations import OPERATIONS
from withdrawals.settings import Settings
from withdrawals.work import gathering
from withdrawals.work.live import Progress

__all__ = ["ROUTERS", "main", "service"]

ROUTERS = (*api.ROUTERS, router_of(OPERATIONS))


def service(settings: Settings) -> Service:
    """Put the service together; tests use it too."""
    progress = Progress()

    def prepare(app: FastAPI) -> None:
        app.state.running = citizens.Running.begin(app.state.context, progress)

    return Service(
        "withdrawals",
        settings,
        routers=ROUTERS,
        consumers=CONSUMERS,
        tasks=(tasks.keep_calendar, tasks.sweep, tasks.agreed, gathering.run, progress.run),
        operations=OPERATIONS,
        prepare=prepare,
    )


def main() -> None:
    """Run until SIGTERM or SIGINT."""
    run(service(Settings()))
