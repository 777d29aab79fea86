"""The wiring of settlement: settings, routes, queues, tasks."""

from fastapi import FastAPI, Request, Response

from settlement import api, tasks
from settlement.consumer import CONSUMERS
from settlement.errors import SettlementError
from settlement.settings import Settings
from shared.http import ProblemError
from shared.service import Service, run

ROUTERS = (api.router,)


def service(settings: Settings) -> Service:
    """Put the service together; tests use it too."""

    def prepare(app: FastAPI) -> None:
        app.add_exception_handler(SettlementError, _problem)

    return Service(
        "settlement",
        settings,
        routers=ROUTERS,
        consumers=CONSUMERS,
        tasks=(tasks.work_with_bank,),
        prepare=prepare,
    )


async def _problem(_request: Request, error: Exception) -> Response:
    if not isinstance(error, SettlementError):
        raise error
    return ProblemError(error.status, error.code, error.detail).response()


def main() -> None:
    """Run until SIGTERM or SIGINT."""
    run(service(Settings()))
