"""The list of components and licences, and an audit that does not claim what nobody has looked at."""

import json
from pathlib import Path
from typing import Any

import pytest

from tools.components import bill, components, not_allowed, told

ROOT = Path(__file__).parents[3]


def test_the_list_is_what_the_lock_says_and_valid_cyclonedx() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    text = (ROOT / "docs" / "sbom.json").read_text("utf-8")
    assert text == bill(lock), "run `make generate`"
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    assert not_allowed(json.loads(text)["components"]) == []


def test_what_production_needs_is_told_from_what_developers_need() -> None:
    scopes = {
        one["name"]: one["scope"]
        for one in components("fastapi==1 \\\nasyncpg==2\npytest==3 ; python_version >= '3'\n")
    }
    assert scopes == {"fastapi": "required", "asyncpg": "required", "pytest": "excluded"}


@pytest.mark.parametrize(
    ("expression", "allowed"),
    [
        ("MIT", True),
        ("MIT AND PSF-2.0", True),
        ("GPL-3.0-only OR Apache-2.0", True),
        ("(BSD-3-Clause AND ISC)", True),
        ("MIT AND GPL-3.0-only", False),
        ("AGPL-3.0-only", False),
        ("NOASSERTION", False),
    ],
)
def test_a_licence_is_allowed_when_one_choice_of_it_is(expression: str, allowed: bool) -> None:
    listed = [{"name": "x", "licenses": [{"expression": expression}]}]
    assert (not_allowed(listed) == []) is allowed


GOOD: dict[str, Any] = {"name": "a", "version": "1", "vulns": []}
UNKNOWN: dict[str, Any] = {"name": "b", "skip_reason": "not found"}
WEAK: dict[str, Any] = {
    "name": "c", "version": "1", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2"]}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("packages", "code", "words"),
    [
        ([], 0, "NOT AUDITED: the vulnerability service knew 0 of 0"),
        ([UNKNOWN, GOOD], 0, "NOT AUDITED: the vulnerability service knew 1 of 2"),
        ([GOOD], 0, "audited 1 packages: 0 known"),
        ([GOOD, WEAK], 1, "c 1: PYSEC-1, fixed in 2"),
        ([UNKNOWN, WEAK], 1, "NOT AUDITED: the vulnerability service knew 1 of 2"),
    ],
)
def test_an_audit_says_what_it_found_and_how_much_it_did_not_see(
    packages: list[dict[str, Any]], code: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(packages) == code
    assert words in capsys.readouterr().err
