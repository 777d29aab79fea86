"""The only wiring of the notifications service."""

from notifications import api, tasks
from notifications.consumer import CONSUMERS
from notifications.settings import Settings
from shared.service import Service, run

ROUTERS = (api.router,)


def main() -> None:
    """Run the service until it is told to stop."""
    run(Service("notifications", Settings(), ROUTERS, CONSUMERS, (tasks.exchange_texts,)))
