"""The wiring of accounts: settings, routes, queues, tasks."""

from fastapi import FastAPI, Request, Response

from accounts import tasks
from accounts.api import ROUTERS
from accounts.consumer import CONSUMERS
from accounts.errors import AccountsError
from accounts.settings import Settings
from shared.http import ProblemError
from shared.service import Service, run

__all__ = ["ROUTERS", "main", "service"]


def service(settings: Settings) -> Service:
    """Put the service together; tests use it too."""
    return Service(
        "accounts",
        settings,
        routers=ROUTERS,
        consumers=CONSUMERS,
        tasks=(tasks.seal_finished_days, tasks.settle_interest),
        prepare=_prepare,
    )


def _prepare(app: FastAPI) -> None:
    app.add_exception_handler(AccountsError, _problem)


async def _problem(_request: Request, error: Exception) -> Response:
    if not isinstance(error, AccountsError):
        raise error
    rule = {"rule": error.rule} if error.rule else {}
    return ProblemError(error.status, error.code, str(error), **rule).response()


def main() -> None:
    """Run until SIGTERM or SIGINT."""
    run(service(Settings()))
