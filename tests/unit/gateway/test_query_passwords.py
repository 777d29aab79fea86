"""Query passwords: six digits, none that somebody tries first."""

import pytest

from gateway.rules.query_passwords import is_trivial

KNOWN = ("13805341234", "371402199001010018")


@pytest.mark.parametrize(
    "digits",
    ["111111", "123456", "890123", "654321", "210987", "121212", "123123", "112233", "138053",
     "341234", "199001", "900101", "010018"],
)  # fmt: skip
def test_what_somebody_tries_first_is_none(digits: str) -> None:
    assert is_trivial(digits, KNOWN)


@pytest.mark.parametrize("digits", ["730518", "135792", "001947", "121213"])
def test_anything_else_is(digits: str) -> None:
    assert not is_trivial(digits, KNOWN)
