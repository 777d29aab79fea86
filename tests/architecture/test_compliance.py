"""docs/compliance: each control has a state, what is met names a test, what is not says what is missing."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMPLIANCE = ROOT / "docs" / "compliance"
COUNT = {"GBT-22239.md": 34, "GBT-39786.md": 26, "ASVS-5.md": 72}
"""Controls of each, counted in the standard (ASVS: its sections; V10 and V17 whole)."""
MET = {"yes", "partly"}
NOT_MET = {"partly", "no", "site", "none"}
TEST = re.compile(r"`(tests/[\w/]+\.py)`")


def rows(name: str) -> list[list[str]]:
    """Control, state, how, test or gap: of the first table."""
    text = (COMPLIANCE / name).read_text("utf-8").split("\n## ")[0]
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines][1:]


def test_the_three_tables_are_there() -> None:
    assert {path.name for path in COMPLIANCE.glob("*.md")} == set(COUNT)


@pytest.mark.parametrize("name", COUNT)
def test_every_control_stands_once_with_its_state(name: str) -> None:
    found = rows(name)
    assert len(found) == COUNT[name]
    assert len({row[0] for row in found}) == len(found)
    assert {row[1] for row in found} <= MET | NOT_MET


@pytest.mark.parametrize("name", COUNT)
def test_what_is_met_says_how_and_by_which_test_one_sees_it(name: str) -> None:
    for control, state, how, shown in rows(name):
        if state in MET:
            assert how, control
            assert TEST.findall(shown), control


@pytest.mark.parametrize("name", COUNT)
def test_what_is_not_met_says_what_is_missing(name: str) -> None:
    for control, state, _, shown in rows(name):
        if state in NOT_MET:
            gap = TEST.sub("", shown).strip("`;, ")
            assert len(gap) >= 4, control


@pytest.mark.parametrize("name", COUNT)
def test_every_test_that_is_named_exists_and_has_tests(name: str) -> None:
    for path in TEST.findall((COMPLIANCE / name).read_text("utf-8")):
        assert (ROOT / path).is_file(), path
        assert re.search(r"^(async )?def test_", (ROOT / path).read_text("utf-8"), re.MULTILINE)
