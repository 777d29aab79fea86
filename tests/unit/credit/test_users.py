"""Until when a unit stands for a user (R-CRD-32), and the chain of look-ups (R-CRD-33), by hand."""

from datetime import date

import pytest

from credit.rules.users import FIRST_LINK, confirmed_until, dormant_before, linked, sm3


@pytest.mark.parametrize(
    ("today", "until"),
    [
        (date(2026, 1, 1), date(2026, 6, 30)),
        (date(2026, 3, 31), date(2026, 6, 30)),
        (date(2026, 4, 1), date(2026, 9, 30)),
        (date(2026, 9, 30), date(2026, 12, 31)),
        (date(2026, 12, 31), date(2027, 3, 31)),
    ],
)
def test_r_crd_32_a_unit_stands_for_a_user_until_the_next_quarter_ends(
    today: date, until: date
) -> None:
    assert confirmed_until(today) == until


def test_r_crd_32_ninety_idle_days_are_too_many() -> None:
    # 12 days of October, 30 of September, 31 of August, 17 of July: it is the 14th
    assert dormant_before(date(2026, 10, 12)) == date(2026, 7, 14)


def test_r_crd_33_a_link_follows_from_all_of_it_and_from_the_one_before() -> None:
    # GB/T 32905, example 1
    assert sm3("abc") == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    row = {"number": 1, "purpose": "政府采购"}
    links = {
        linked(FIRST_LINK, row),
        linked(FIRST_LINK, {**row, "purpose": "好奇"}),
        linked(linked(FIRST_LINK, row), row),
    }
    assert len(links) == 3
