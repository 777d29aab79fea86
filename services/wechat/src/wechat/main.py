"""The only wiring of the wechat service."""

from functools import partial

from fastapi import FastAPI

from shared.operations.parking import api as parking
from shared.operations.parking.operation import SET_ASIDE
from shared.privacy import api as privacy
from shared.proposals.api import router_of
from shared.service import Service, run
from wechat import api, tasks
from wechat.consumer import CONSUMERS
from wechat.kept import KEPT
from wechat.platform import Platform
from wechat.sealed import SEALED
from wechat.settings import Settings

OPERATIONS = (SET_ASIDE,)
ROUTERS = (
    *api.ROUTERS,
    router_of(OPERATIONS),
    privacy.router_of(KEPT, SEALED),
    parking.router_of(),
)


def service(settings: Settings) -> Service:
    """Put the service together; tests use it too."""
    return Service(
        "wechat",
        settings,
        routers=ROUTERS,
        kept=KEPT,
        consumers=CONSUMERS,
        operations=OPERATIONS,
        tasks=(tasks.keep_in_touch,),
        prepare=partial(_reach_wechat, settings),
    )


def _reach_wechat(settings: Settings, app: FastAPI) -> None:
    app.state.platform = Platform(settings)


def main() -> None:
    """Run until SIGTERM or SIGINT."""
    run(service(Settings()))
