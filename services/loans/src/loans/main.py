"""The only wiring of the loans service."""

from loans import tasks
from loans.api import ROUTERS
from loans.consumer import CONSUMERS
from loans.settings import Settings
from shared.service import Service, run

__all__ = ["ROUTERS", "main"]


def main() -> None:
    """Run the service until it is told to stop."""
    run(Service("loans", Settings(), ROUTERS, CONSUMERS, tasks=(tasks.keep_the_calendar,)))
