"""The wiring of accounts: settings, routes, queues, tasks."""

import asyncio

from fastapi import FastAPI

from accounts import api, tasks
from accounts.api import citizens
from accounts.api.lists import ListGroups
from accounts.consumer import CONSUMERS
from accounts.kept import KEPT
from accounts.operations import OPERATIONS
from accounts.sealed import SEALED
from accounts.settings import Settings
from shared.operations.parking import api as parking
from shared.privacy import api as privacy
from shared.proposals import scans_api
from shared.proposals.api import router_of
from shared.reporting import nightly
from shared.service import Service, run

__all__ = ["ROUTERS", "main", "service"]

ROUTERS = (
    *api.ROUTERS,
    router_of(OPERATIONS),
    scans_api.router_of(OPERATIONS),
    privacy.router_of(KEPT, SEALED),
    parking.router_of(),
)


def service(settings: Settings) -> Service:
    """Put the service together; tests use it too."""

    def prepare(app: FastAPI) -> None:
        app.state.own_readings = citizens.OwnReadings.of(app.state.context)
        scans_api.prepare(app, settings)
        app.state.list_groups = ListGroups.begin()
        app.state.list_file_streams = asyncio.Semaphore(settings.list_file_streams_max)

    return Service(
        "accounts",
        settings,
        routers=ROUTERS,
        kept=KEPT,
        consumers=CONSUMERS,
        tasks=(
            tasks.seal_finished_days,
            tasks.begin_interest_runs,
            tasks.settle_interest,
            tasks.make_vouchers,
            tasks.verify_ledger,
            tasks.remind_late_employers,
            tasks.tell_missed_months,
            tasks.tell_bookings,
            tasks.measure_suspense,
            tasks.measure_disputes,
            tasks.carry_on_transfers,
            tasks.write_dunning_letters,
            tasks.end_late_merges,
            tasks.erase_people,
            tasks.tell_totals,
            tasks.read_list_files,
            tasks.forget_list_files,
            tasks.move_in_files,
            tasks.index_names,
            tasks.report_nightly,
            tasks.publish,
        ),
        jobs=(*tasks.JOBS, *nightly.jobs_of(settings)),
        operations=OPERATIONS,
        prepare=prepare,
    )


def main() -> None:
    """Run until SIGTERM or SIGINT."""
    run(service(Settings()))
