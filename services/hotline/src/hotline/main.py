"""The only wiring of the hotline."""

from hotline import api, metrics, tasks
from hotline.consumer import CONSUMERS
from hotline.domain import Ending
from hotline.kept import KEPT
from hotline.sealed import SEALED
from hotline.settings import Settings
from shared.privacy import api as privacy
from shared.service import Service, run

ROUTERS = (*api.ROUTERS, privacy.router_of(KEPT, SEALED))
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
        tasks=(tasks.answer_calls, tasks.measure),
    )


def _show_zeros() -> None:
    """Let each counter be there from the start: a first failure is a rise from 0."""
    for ending in Ending:
        metrics.CALLS_ENDED.labels(ending.value)
    for proof in ("code", "password"):
        metrics.PROOFS_FAILED.labels(proof)
    for name in ASKED:
        metrics.ANSWERS_MISSING.labels(name)


def main() -> None:
    """Run until SIGTERM or SIGINT."""
    run(service(Settings()))
