"""The generated files say what the code says, and the official validators accept them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from shared.http import openapi
from shared.messaging.definitions import asyncapi, broker_definitions, render
from shared.messaging.topology import SERVICES

ROOT = Path(__file__).parents[2]
ASYNCAPI = ROOT / "docs" / "asyncapi.json"


def test_the_event_catalogue_is_what_the_code_declares() -> None:
    assert ASYNCAPI.read_text("utf-8") == render(asyncapi()), "run `make generate`"


def test_the_broker_definitions_are_what_the_code_declares() -> None:
    path = ROOT / "deploy" / "rabbitmq" / "definitions.json"
    assert path.read_text("utf-8") == render(broker_definitions()), "run `make generate`"


def test_the_specifications_own_parser_accepts_the_event_catalogue() -> None:
    node = Path(sys.executable).with_name("node")
    validator = Path(__file__).parent / "asyncapi" / "validate.mjs"
    done = subprocess.run(
        [node, validator, ASYNCAPI], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("service", SERVICES)
def test_the_http_description_is_what_the_service_serves(service: str) -> None:
    committed = ROOT / "services" / service / "openapi.json"
    assert committed.read_text("utf-8") == openapi.text(service), "run `make generate`"


@pytest.mark.parametrize("service", SERVICES)
def test_the_http_description_is_valid_openapi(service: str) -> None:
    from openapi_spec_validator import validate

    validate(json.loads((ROOT / "services" / service / "openapi.json").read_text("utf-8")))
