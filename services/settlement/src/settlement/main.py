"""The wiring of settlement: settings, routes, queues, tasks."""

from settlement import api, tasks
from settlement.consumer import CONSUMERS
from settlement.operations import OPERATIONS
from settlement.settings import Settings
from shared.proposals.api import router_of
from shared.service import Service, run

ROUTERS = (api.router, router_of(OPERATIONS))


def service(settings: Settings) -> Service:
    """Put the service together; tests use it too."""
    return Service(
        "settlement",
        settings,
        routers=ROUTERS,
        consumers=CONSUMERS,
        tasks=(tasks.adopt_conclusions, tasks.work_with_bank, tasks.compare_services),
        operations=OPERATIONS,
    )


def main() -> None:
    """Run until SIGTERM or SIGINT."""
    run(service(Settings()))
