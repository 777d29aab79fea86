"""Bounds that keep a key from being sent twice must hold before the service starts."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from settlement.settings import Settings

VALUES: dict[str, Any] = {
    "database_url": "postgresql://settlement@localhost/settlement",
    "broker_url": "amqp://localhost",
    "http_port": 1,
    "jwks_url": "http://localhost/jwks.json",
    "personal_data_keys": {},
    "personal_data_active_key": "k1",
    "lookup_key": "",
    "message_private_keys": [],
    "message_public_keys": {},
    "bank_url": "https://localhost:1",
    "bank_ca_file": Path("ca.pem"),
    "bank_cert_file": Path("own.pem"),
    "bank_key_file": Path("own.key"),
}


def test_a_request_must_be_dead_before_its_key_may_go_out_again() -> None:
    settings = Settings(**VALUES)
    waited = settings.bank_request_timeout_seconds + settings.bank_record_timeout_seconds
    assert settings.bank_request_life_seconds > waited
    with pytest.raises(ValidationError, match="bank_request_life_seconds must be at least"):
        Settings(**VALUES, bank_request_life_seconds=waited - 1)


def test_a_file_has_no_more_payments_than_the_bank_takes() -> None:
    for name in ("send_batch_max_orders", "ask_batch_max_orders"):
        with pytest.raises(ValidationError):
            Settings(**(VALUES | {name: 1_001}))
