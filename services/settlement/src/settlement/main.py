"""The wiring of settlement: settings, routes, queues, tasks."""

from settlement import api, tasks
from settlement.consumer import CONSUMERS
from settlement.settings import Settings
from shared.service import Service, run

ROUTERS = (api.router,)


def service(settings: Settings) -> Service:
    """Put the service together; tests use it too."""
    return Service(
        "settlement",
        settings,
        routers=ROUTERS,
        consumers=CONSUMERS,
        tasks=(tasks.work_with_bank,),
    )


def main() -> None:
    """Run until SIGTERM or SIGINT."""
    run(service(Settings()))
