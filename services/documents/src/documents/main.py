"""The only wiring of the documents service."""

from documents import api, tasks
from documents.consumer import CONSUMERS
from documents.operations import OPERATIONS
from documents.settings import Settings
from shared.proposals.api import router_of
from shared.service import Service, run

ROUTERS = (*api.ROUTERS, router_of(OPERATIONS))


def service(settings: Settings) -> Service:
    """Put the service together; tests use it too."""
    return Service(
        "documents",
        settings,
        routers=ROUTERS,
        consumers=CONSUMERS,
        tasks=(tasks.keep_printing,),
        operations=OPERATIONS,
    )


def main() -> None:
    """Run until SIGTERM or SIGINT."""
    run(service(Settings()))
