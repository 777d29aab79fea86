"""What every request costs: nothing on its way may wait for a thread."""

import importlib
import inspect
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from shared.messaging.topology import SERVICES


def calls_of(dependant: Dependant) -> Iterator[Any]:
    """The endpoint and everything that is called for it before."""
    yield dependant.call
    for needed in dependant.dependencies:
        yield from calls_of(needed)


@pytest.mark.parametrize("service", SERVICES)
def test_nothing_is_sent_to_a_thread(service: str) -> None:
    """A plain function would be: under load that costs more than most queries."""
    routers = importlib.import_module(f"{service}.main").ROUTERS
    routes = [route for router in routers for route in router.routes if isinstance(route, APIRoute)]
    assert routes
    for route in routes:
        for call in calls_of(route.dependant):
            asynchronous = inspect.iscoroutinefunction(call) or inspect.iscoroutinefunction(
                getattr(call, "__call__", None)  # noqa: B004
            )
            assert asynchronous, f"{route.path}: {call}"
