"""The only wiring of the hotline."""

from hotline import api, metrics, tasks
from hotline.consumer import CONSUMERS
from hotline.domain import Ending
from hotline.kept import KEPT
from hotline.sealed import SEALED
from hotline.settings import Settings
from shared.operations.parking import api as parking
from shared.operations.parking.operation import SET_ASIDE
from shared.privacy import api as privacy
from shared.proposals.api import router_of
from shared.service import Service, run

OPERATIONS = (SET_ASIDE,)
ROUTERS = (
    *api.ROUTERS,
    router_of(OPERATIONS),
    privacy.router_of(KEPT, SEALED),
    parking.router_of(),
)
ASKED = ("gateway", "accounts", "withdrawals", "loans")
"""Services whose answers callers hear."""


def service(settings: Settings) -> Service:
    """Put the service together; tests use it too."""
    _show_zeros()
    return Service(
        "hotline",
        settings,
        routers=ROUTERS,
        kept=KEPT,
        consumers=CONSUMERS,
        operations=OPERATIONS,
        tasks=(tasks.answer_calls, tasks.measure),
    )


def _show_zeros() -> None:
    """Let each counter be there from the start: a first failure is a rise from 0."""
    for ending in Ending:
        metrics.CALLS_ENDED.labels(ending.value)
    for proof in ("code", "password", "agent"):
        metrics.PROOFS_FAILED.labels(proof)
    for name in ASKED:
        metrics.ANSWERS_MISSING.labels(name)


def main() -> None:
    """Run until SIGTERM or SIGINT."""
    run(service(Settings()))
