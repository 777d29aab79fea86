"""Whoever runs a service finds every setting on one page, and no setting without a word of what it does."""

import importlib
from pathlib import Path

import pytest
from pydantic import SecretStr
from pydantic.fields import FieldInfo

from shared.messaging.topology import SERVICES
from tools import settings_page

ROOT = Path(__file__).parents[2]


def settings_of(service: str) -> dict[str, FieldInfo]:
    found: dict[str, FieldInfo] = importlib.import_module(
        f"{service}.settings"
    ).Settings.model_fields
    return found


def test_the_page_of_settings_is_what_the_code_declares() -> None:
    committed = (ROOT / settings_page.PAGE).read_text("utf-8")
    assert committed == settings_page.page(), "run `make generate`"


@pytest.mark.parametrize("service", SERVICES)
def test_every_setting_says_what_it_does(service: str) -> None:
    assert settings_of(service).keys() - settings_page.docs_of(service).keys() == set()


@pytest.mark.parametrize("service", SERVICES)
def test_every_setting_is_on_the_page(service: str) -> None:
    page = (ROOT / settings_page.PAGE).read_text("utf-8")
    assert [name for name in settings_of(service) if f"| `{name.upper()}` |" not in page] == []


@pytest.mark.parametrize("service", SERVICES)
def test_no_secret_has_a_default(service: str) -> None:
    """A default would be in the page, in the code and in every image."""
    secrets = [one for one in settings_of(service).values() if SecretStr is one.annotation]
    assert secrets
    assert [one.default for one in secrets if not one.is_required() and one.default] == []
