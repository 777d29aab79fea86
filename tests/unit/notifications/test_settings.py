"""Bounds between settings that must hold before the service starts."""

from typing import Any

import pytest
from pydantic import ValidationError

from notifications.settings import Settings

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
    "smpp_host": "localhost",
    "smpp_port": 1,
    "smpp_system_id": "12329",
    "smpp_password": "secret",
}
GATEWAY = {"cmpp_host": "localhost", "cmpp_source": "912329", "cmpp_secret": "secret"}


@pytest.mark.parametrize(
    ("carriers", "slow"),
    [({}, "smpp_response_timeout_seconds"), (GATEWAY, "cmpp_response_timeout_seconds")],
    ids=["SMPP", "CMPP"],
)
def test_a_claim_outlasts_each_carriers_answer(carriers: dict[str, str], slow: str) -> None:
    quick = {"smpp_response_timeout_seconds": 1.0, "cmpp_response_timeout_seconds": 1.0}
    Settings(**VALUES, **carriers, **quick, text_claim_seconds=4.0)
    with pytest.raises(ValidationError, match="text_claim_seconds must be more"):
        Settings(**VALUES, **carriers, **(quick | {slow: 4.0}), text_claim_seconds=4.0)


def test_a_carrier_that_nobody_has_a_contract_with_bounds_nothing() -> None:
    Settings(
        **VALUES,
        smpp_response_timeout_seconds=1.0,
        cmpp_response_timeout_seconds=9.0,
        text_claim_seconds=4.0,
    )
