"""Numbers with check digits, codes that are typed by hand (R-CRT-3)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.rules.numbers import is_number, number_of
from shared.base.papers import code_of, plain_code


def test_r_crt_3_a_number_has_day_serial_and_check_digits() -> None:
    # 202608310000123 mod 97 = 77, 77 times 100 mod 97 = 37, 98 - 37 = 61.
    number = number_of(date(2026, 8, 31), 123)
    assert number == "GJJ20260831000012361"
    assert is_number(number)


@given(st.integers(1, 9_999_999), st.integers(3, 19), st.sampled_from("0123456789"))
def test_one_wrong_digit_is_no_number(serial: int, place: int, digit: str) -> None:
    number = number_of(date(2026, 8, 31), serial)
    typed = number[:place] + digit + number[place + 1 :]
    assert is_number(typed) is (typed == number)


@given(st.integers(1, 9_999_999), st.integers(3, 18))
def test_two_digits_in_the_wrong_order_are_no_number(serial: int, place: int) -> None:
    number = number_of(date(2026, 8, 31), serial)
    typed = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    assert is_number(typed) is (typed == number)


@pytest.mark.parametrize("typed", ["", "GJJ", "ABC20260831000012300", "GJJ2026083100001230００"])
def test_what_has_not_the_form_is_no_number(typed: str) -> None:
    assert not is_number(typed)


def test_r_crt_3_a_code_has_80_bits_and_is_read_as_it_is_typed() -> None:
    code = code_of(bytes(range(10)))
    assert code == "AAAQ-EAYE-AUDA-OCAJ"
    for typed in (code, code.lower(), " aaaq eaye auda ocaj ", "AAAQEAYEAUDA0CAJ"):
        assert plain_code(typed) == "AAAQEAYEAUDAOCAJ"
