"""The wiring of the gateway: settings, routes, queues, tasks, public keys."""

from fastapi import FastAPI

from gateway import api, tasks
from gateway.access import OwnTokenVerifier
from gateway.api.public_keys import add_public_keys
from gateway.consumer import CONSUMERS
from gateway.kept import KEPT
from gateway.operations import OPERATIONS
from gateway.sealed import SEALED
from gateway.secrets_at_rest import Passwords
from gateway.settings import Settings
from gateway.work import corrections
from gateway.work.register import register_of
from shared.base.registers import client_of
from shared.operations.parking import api as parking
from shared.privacy import api as privacy
from shared.proposals import scans_api
from shared.proposals.api import router_of
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
        app.state.settings = settings
        scans_api.prepare(app, settings)
        app.state.passwords = Passwords.from_settings(settings)
        app.state.register = register_of(client_of(settings))
        app.state.token_verifier = OwnTokenVerifier(app.state.context)
        add_public_keys(app)

    return Service(
        "gateway",
        settings,
        routers=ROUTERS,
        kept=KEPT,
        consumers=CONSUMERS,
        tasks=(
            tasks.keep_keys,
            tasks.prune,
            tasks.watch_terminals,
            tasks.end_corrections,
            tasks.forget_old_logins,
            corrections.run,
        ),
        jobs=tasks.JOBS,
        operations=OPERATIONS,
        prepare=prepare,
    )


def main() -> None:
    """Run until SIGTERM or SIGINT."""
    run(service(Settings()))
