"""The wiring of withdrawals: settings, routes, queues, tasks."""

from fastapi import FastAPI

from shared.service import Service, run
from withdrawals import tasks
from withdrawals.api import ROUTERS, citizens
from withdrawals.consumer import CONSUMERS
from withdrawals.settings import Settings
from withdrawals.work.live import Progress

__all__ = ["ROUTERS", "main", "service"]


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
        tasks=(tasks.keep_calendar, tasks.sweep, progress.run),
        prepare=prepare,
    )


def main() -> None:
    """Run until SIGTERM or SIGINT."""
    run(service(Settings()))
