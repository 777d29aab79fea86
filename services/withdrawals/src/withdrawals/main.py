"""The wiring of withdrawals: settings, routes, queues, tasks."""

from fastapi import FastAPI

from shared.service import Service, run
from withdrawals import api, staff_api, tasks
from withdrawals.consumer import CONSUMERS
from withdrawals.live import Progress
from withdrawals.settings import Settings

ROUTERS = (api.router, staff_api.router)


def service(settings: Settings) -> Service:
    """Put the service together; tests use it too."""
    progress = Progress()

    def prepare(app: FastAPI) -> None:
        app.state.settings = settings
        app.state.progress = progress
        app.state.submissions = api.submissions_together()

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
