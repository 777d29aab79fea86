"""The only wiring of the wechat service."""

from functools import partial

from fastapi import FastAPI

from shared.privacy import api as privacy
from shared.service import Service, run
from wechat import api, tasks
from wechat.consumer import CONSUMERS
from wechat.kept import KEPT
from wechat.platform import Platform
from wechat.sealed import SEALED
from wechat.settings import Settings

ROUTERS = (*api.ROUTERS, privacy.router_of(KEPT, SEALED))


def service(settings: Settings) -> Service:
    """Put the service together; tests use it too."""
    return Service(
        "wechat",
        settings,
        routers=ROUTERS,
        kept=KEPT,
        consumers=CONSUMERS,
        tasks=(tasks.keep_in_touch,),
        prepare=partial(_reach_wechat, settings),
    )


def _reach_wechat(settings: Settings, app: FastAPI) -> None:
    app.state.platform = Platform(settings)


def main() -> None:
    """Run until SIGTERM or SIGINT."""
    run(service(Settings()))
