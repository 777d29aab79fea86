"""The only wiring of the documents service."""

from documents import api, metrics, tasks
from documents.consumer import CONSUMERS
from documents.domain import SHEET
from documents.errors import CODE_REFUSALS, READING_REFUSALS
from documents.kept import KEPT
from documents.operations import OPERATIONS
from documents.rules.dunning import KIND as DUNNING_LETTER
from documents.sealed import SEALED
from documents.settings import Settings
from documents.shapes.checks import Outcome
from shared.messages.documents import DocumentKind
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
        "documents",
        settings,
        routers=ROUTERS,
        kept=KEPT,
        consumers=CONSUMERS,
        tasks=(tasks.keep_printing, tasks.read_codes, tasks.forget_codes),
        jobs=tasks.JOBS,
        operations=OPERATIONS,
    )


def _show_zeros() -> None:
    """Let each counter be there from the start: a first document is a rise from 0."""
    for kind in (*DocumentKind, SHEET, DUNNING_LETTER):
        metrics.DOCUMENTS_PRINTED.labels(kind)
    for answer in ("told", *(reason.value for reason in CODE_REFUSALS)):
        metrics.CODES_READ.labels(answer)
    for answer in ("told", *(reason.value for reason in READING_REFUSALS)):
        metrics.READINGS.labels(answer)
    for outcome in Outcome:
        metrics.CHECKS.labels(outcome.value)


def main() -> None:
    """Run until SIGTERM or SIGINT."""
    run(service(Settings()))
