"""The only wiring of the credit service."""

from fastapi import FastAPI

from credit import api, metrics, tasks
from credit.api.auditors import WITHOUT_AUDITORS
from credit.consumer import CONSUMERS
from credit.domain import MATTER_TEXTS, ImportKind, RecordKind, RecordState
from credit.kept import KEPT
from credit.operations import OPERATIONS
from credit.rules.checks import CLEAR, HITS
from credit.sealed import SEALED
from credit.settings import Settings
from credit.work.figures import Figures
from credit.work.reports import Printer
from shared.messaging.unit import own_settings
from shared.operations.parking import api as parking
from shared.privacy import api as privacy
from shared.proposals.api import router_of
from shared.service import Service, run

ROUTERS = (
    *api.ROUTERS,
    router_of(OPERATIONS, WITHOUT_AUDITORS),
    privacy.router_of(KEPT, SEALED),
    parking.router_of(WITHOUT_AUDITORS),
)


def service(settings: Settings) -> Service:
    """Put the service together; tests use it too."""
    _show_zeros()
    return Service(
        "credit",
        settings,
        routers=ROUTERS,
        kept=KEPT,
        consumers=CONSUMERS,
        tasks=(tasks.keep_periods, tasks.read_imports, tasks.take_imports, tasks.forget_imports),
        jobs=tasks.JOBS,
        operations=OPERATIONS,
        prepare=_prepare,
    )


def _prepare(app: FastAPI) -> None:
    app.state.figures = Figures()
    app.state.printer = Printer(own_settings(app.state.context, Settings))
    for router in api.PAGES:
        app.include_router(router)


def _show_zeros() -> None:
    """Let each counter be there from the start."""
    for kind in RecordKind:
        metrics.RECORDS_PUBLISHED.labels(kind)
    for matter in MATTER_TEXTS:
        for result in (CLEAR, HITS):
            metrics.CHECKS_ANSWERED.labels(matter, result)
    for what in ImportKind:
        metrics.IMPORT_ROWS_TAKEN.labels(what)
    for state in (RecordState.ENDED, RecordState.REPAIRED, RecordState.WITHDRAWN):
        metrics.RECORDS_ENDED.labels(state)


def main() -> None:
    """Run until SIGTERM or SIGINT."""
    run(service(Settings()))
