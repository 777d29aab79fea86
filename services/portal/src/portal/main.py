"""The only wiring of the portal."""

from functools import partial

from fastapi import FastAPI

from portal import api, metrics
from portal.consumer import CONSUMERS
from portal.kept import KEPT
from portal.neighbours import Neighbours
from portal.operations import OPERATIONS
from portal.sealed import SEALED
from portal.settings import Settings
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
    _show_zeros()
    return Service(
        "portal",
        settings,
        routers=ROUTERS,
        kept=KEPT,
        consumers=CONSUMERS,
        operations=OPERATIONS,
        prepare=partial(_open_the_door, settings),
    )


def _open_the_door(settings: Settings, app: FastAPI) -> None:
    app.state.neighbours = Neighbours(settings)
    for router in api.PAGES:
        app.include_router(router)


def _show_zeros() -> None:
    """Let each counter be there from the start: a first failure is a rise from 0."""
    for service in ("loans", "accounts", "withdrawals"):
        for outcome in metrics.OUTCOMES:
            metrics.CALCULATIONS.labels(service, outcome)


def main() -> None:
    """Run until SIGTERM or SIGINT."""
    run(service(Settings()))
