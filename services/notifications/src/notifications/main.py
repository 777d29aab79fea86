"""The only wiring of the notifications service."""

from notifications import api, tasks
from notifications.consumer import CONSUMERS
from notifications.kept import KEPT
from notifications.operations import OPERATIONS
from notifications.sealed import SEALED
from notifications.settings import Settings
from shared.operations.parking import api as parking
from shared.privacy import api as privacy
from shared.proposals.api import router_of
from shared.service import Service, run

ROUTERS = (
    *api.ROUTERS,
    router_of(OPERATIONS),
    privacy.router_of(KEPT, SEALED),
    parking.router_of(),
)


def service(settings: Settings) -> Service:
    """Put the service together; tests use it too."""
    return Service(
        "notifications",
        settings,
        routers=ROUTERS,
        kept=KEPT,
        consumers=CONSUMERS,
        operations=OPERATIONS,
        tasks=(tasks.exchange_texts,),
    )


def main() -> None:
    """Run until SIGTERM or SIGINT."""
    run(service(Settings()))
