"""The only wiring of the loans service."""

from loans import api, counter_api, early_api, tasks
from loans.consumer import CONSUMERS
from loans.settings import Settings
from shared.service import Service, run

ROUTERS = (api.router, early_api.router, counter_api.router)


def main() -> None:
    """Run the service until it is told to stop."""
    run(Service("loans", Settings(), ROUTERS, CONSUMERS, tasks=(tasks.keep_the_calendar,)))
