"""The wiring of withdrawals: settings, routes, queues, tasks."""

from fastapi import FastAPI, Request, Response

from shared.http import ProblemError
from shared.service import Service, run
from withdrawals import api, staff_api, tasks
from withdrawals.consumer import CONSUMERS
from withdrawals.errors import WithdrawalError
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
        app.add_exception_handler(WithdrawalError, _problem)

    return Service(
        "withdrawals",
        settings,
        routers=ROUTERS,
        consumers=CONSUMERS,
        tasks=(tasks.keep_calendar, tasks.sweep, progress.run),
        prepare=prepare,
    )


async def _problem(_request: Request, error: Exception) -> Response:
    if not isinstance(error, WithdrawalError):
        raise error
    rule = {"rule": error.rule} if error.rule else {}
    return ProblemError(error.status, error.code, error.detail, **rule, **error.extra).response()


def main() -> None:
    """Run until SIGTERM or SIGINT."""
    run(service(Settings()))
