"""Bounds between settings that must hold before the service starts."""

import asyncio
from typing import Any

import pytest
from pydantic import ValidationError

from notifications.carriers import Route
from notifications.settings import Settings
from notifications.tasks import links_of

VALUES: dict[str, Any] = {
    "database_url": "postgresql://notifications@localhost/notifications",
    "broker_url": "amqp://localhost",
    "http_port": 1,
    "jwks_url": "http://localhost/jwks.json",
    "personal_data_keys": {},
    "personal_data_active_key": "k1",
    "lookup_key": "",
    "message_private_keys": [],
    "message_public_keys": {},
}
CENTRE = {"smpp_host": "localhost", "smpp_system_id": "12329", "smpp_password": "secret"}
GATEWAY = {"cmpp_host": "localhost", "cmpp_source": "912329", "cmpp_secret": "secret"}


BOTH = CENTRE | GATEWAY


@pytest.mark.parametrize(
    ("carriers", "slow"),
    [
        (CENTRE, "smpp_response_timeout_seconds"),
        (GATEWAY, "cmpp_response_timeout_seconds"),
        (BOTH, "smpp_response_timeout_seconds"),
        (BOTH, "cmpp_response_timeout_seconds"),
    ],
)
def test_a_claim_outlasts_each_carriers_answer(carriers: dict[str, str], slow: str) -> None:
    quick = {"smpp_response_timeout_seconds": 1.0, "cmpp_response_timeout_seconds": 1.0}
    Settings(**VALUES, **carriers, **quick, text_claim_seconds=4.0)
    with pytest.raises(ValidationError, match="text_claim_seconds must be more"):
        Settings(**VALUES, **carriers, **(quick | {slow: 4.0}), text_claim_seconds=4.0)


@pytest.mark.parametrize(("carriers", "other"), [(CENTRE, "cmpp"), (GATEWAY, "smpp")])
def test_a_carrier_that_nobody_has_a_contract_with_bounds_nothing(
    carriers: dict[str, str], other: str
) -> None:
    quick = {"smpp_response_timeout_seconds": 1.0, "cmpp_response_timeout_seconds": 1.0}
    slow = {f"{other}_response_timeout_seconds": 9.0}
    Settings(**VALUES, **carriers, **(quick | slow), text_claim_seconds=4.0)


@pytest.mark.parametrize(
    ("carriers", "routes", "default"),
    [
        (CENTRE, {Route.SMPP}, Route.SMPP),
        (GATEWAY, {Route.CMPP}, Route.CMPP),
        (BOTH, {Route.SMPP, Route.CMPP}, Route.SMPP),
        (BOTH | {"text_default_route": "cmpp"}, {Route.SMPP, Route.CMPP}, Route.CMPP),
    ],
)
def test_a_city_has_either_carrier_or_both(
    carriers: dict[str, str], routes: set[Route], default: Route
) -> None:
    settings = Settings(**VALUES, **carriers)
    assert (settings.routes, settings.default_route) == (routes, default)
    assert {link.route for link in links_of(settings, asyncio.Queue())} == routes


@pytest.mark.parametrize(
    ("carriers", "told"),
    [
        ({}, "smpp_host or cmpp_host must be there"),
        ({"smpp_host": "localhost", "smpp_system_id": "12329"}, "smpp_host needs"),
        ({"smpp_host": "localhost", "smpp_password": "secret"}, "smpp_host needs"),
        ({"cmpp_host": "localhost", "cmpp_source": "912329"}, "cmpp_host needs"),
        (CENTRE | {"text_default_route": "cmpp"}, "cmpp needs cmpp_host"),
        (GATEWAY | {"text_default_route": "smpp"}, "smpp needs smpp_host"),
    ],
)
def test_a_service_without_a_carrier_that_it_can_reach_does_not_start(
    carriers: dict[str, str], told: str
) -> None:
    with pytest.raises(ValidationError, match=told):
        Settings(**VALUES, **carriers)
