"""The only wiring of the portal."""

from fastapi import FastAPI

from portal import api
from portal.consumer import CONSUMERS
from portal.kept import KEPT
from portal.operations import OPERATIONS
from portal.sealed import SEALED
from portal.settings import Settings
from shared.privacy import api as privacy
from shared.proposals.api import router_of
from shared.service import Service, run

ROUTERS = (*api.ROUTERS, router_of(OPERATIONS), privacy.router_of(KEPT, SEALED))


def service(settings: Settings) -> Service:
    """Put the service together; tests use it too."""
    return Service(
        "portal",
        settings,
        routers=ROUTERS,
        kept=KEPT,
        consumers=CONSUMERS,
        operations=OPERATIONS,
        prepare=_open_the_door,
    )


def _open_the_door(app: FastAPI) -> None:
    for router in api.PAGES:
        app.include_router(router)


def main() -> None:
    """Run until SIGTERM or SIGINT."""
    run(service(Settings()))
