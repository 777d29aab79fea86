"""Wiring of the accounts service."""

from accounts.api import ROUTERS
from accounts.consumer import CONSUMERS
from accounts.settings import Settings
from accounts.tasks import seal_finished_days
from shared.service import Service, run

__all__ = ["ROUTERS", "main"]


def main() -> None:
    """Run the service."""
    run(
        Service(
            "accounts",
            Settings(),
            routers=ROUTERS,
            consumers=CONSUMERS,
            tasks=(seal_finished_days,),
        )
    )
