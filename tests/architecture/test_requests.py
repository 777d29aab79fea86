"""What every request costs: nothing on its way may wait for a thread."""

import importlib
import inspect
from typing import Any

import pytest
from fastapi.routing import APIRoute

from shared.http.gate import BODY_MAX_BYTES, bearer_of, calls_of, limit_of
from shared.http.uploads import UploadBody
from shared.messaging.topology import SERVICES


def waits_for_nobody(call: Any) -> bool:
    """Whether the framework awaits it, instead of sending it to a thread."""
    return inspect.iscoroutinefunction(call) or inspect.isasyncgenfunction(call)


@pytest.mark.parametrize("service", SERVICES)
def test_nothing_is_sent_to_a_thread(service: str) -> None:
    """A plain function would be: under load that costs more than most queries."""
    routers = importlib.import_module(f"{service}.main").ROUTERS
    routes = [route for router in routers for route in router.routes if isinstance(route, APIRoute)]
    assert routes
    for route in routes:
        for call in calls_of(route.dependant):
            asynchronous = waits_for_nobody(call) or waits_for_nobody(
                getattr(call, "__call__", None)  # noqa: B004
            )
            assert asynchronous, f"{route.path}: {call}"


@pytest.mark.parametrize("service", SERVICES)
def test_what_may_be_large_is_taken_only_from_somebody_known(service: str) -> None:
    for router in importlib.import_module(f"{service}.main").ROUTERS:
        for route in router.routes:
            files = any(isinstance(call, UploadBody) for call in calls_of(route.dependant))
            if files or limit_of(route) > BODY_MAX_BYTES:
                assert bearer_of(route) is not None, route.path
