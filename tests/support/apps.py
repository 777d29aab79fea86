"""Applications for tests, with the routes of the first one that a session made of the service.

FastAPI works out what a route depends on when it is first looked at, in each application anew: for all routes
of a service that takes longer than most tests, which ask for two of them.
"""

from fastapi import FastAPI
from starlette.routing import BaseRoute

from shared.http.health import Health
from shared.messaging.unit import Context
from shared.service import Service, build_app

_worked_out: dict[tuple[str, int], BaseRoute] = {}
"""By service and the id of the router, which lives as long as the route that stands for it."""


def app_of(service: Service, context: Context) -> FastAPI:
    """Make the application of a service as the service itself does, but for work that was done before."""
    app = build_app(service, context, Health())
    routes = app.router.routes
    for position, route in enumerate(routes):
        router = getattr(route, "original_router", None)
        if router is not None:
            routes[position] = _worked_out.setdefault((service.name, id(router)), route)
    return app
