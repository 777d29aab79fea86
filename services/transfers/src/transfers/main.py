"""The only wiring of the transfers service."""

from shared.messages.transfers import Direction
from shared.operations.parking import api as parking
from shared.privacy import api as privacy
from shared.proposals.api import router_of
from shared.service import Service, run
from transfers import api, metrics, tasks
from transfers.consumer import CONSUMERS
from transfers.domain import ENDED
from transfers.kept import KEPT
from transfers.operations import OPERATIONS
from transfers.platform.port import OUTCOMES, TxCode
from transfers.sealed import SEALED
from transfers.settings import Settings
from transfers.work import exchange

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
        "transfers",
        settings,
        routers=ROUTERS,
        kept=KEPT,
        consumers=CONSUMERS,
        tasks=(tasks.exchange, tasks.count_letters),
        jobs=exchange.jobs_of(settings),
        operations=OPERATIONS,
    )


def _show_zeros() -> None:
    """Let each counter be there from the start: a first letter is a rise from 0."""
    for direction in Direction:
        for state in ENDED:
            metrics.LETTERS_ENDED.labels(direction.value, state.value)
    for code in TxCode:
        for outcome in OUTCOMES:
            metrics.MESSAGES.labels(code.value, outcome)


def main() -> None:
    """Run until SIGTERM or SIGINT."""
    run(service(Settings()))
