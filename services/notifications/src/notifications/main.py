"""The only wiring of the notifications service."""

from notifications import api, tasks
from notifications.consumer import CONSUMERS
from notifications.settings import Settings
from shared.service import Service, run

ROUTERS = (api.router,)


def service(settings: Settings) -> Service:
    """Put the service together; tests use it too."""
    return Service(
        "notifications",
        settings,
        routers=ROUTERS,
        consumers=CONSUMERS,
        tasks=(tasks.exchange_texts,),
    )


def main() -> None:
    """Run until SIGTERM or SIGINT."""
    run(service(Settings()))
