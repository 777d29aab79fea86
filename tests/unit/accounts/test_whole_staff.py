"""What concerns an employer's whole staff: the list rolled forward, the ratios of a year."""

from datetime import date

import pytest

from accounts.domain import Month
from accounts.rules import ratio
from accounts.rules.roll_forward import RollForward, roll_forward


def test_r_chg_5_the_list_rolls_forward_by_e24() -> None:
    """E24: 128 people and 122,880.00; +3 people 2,880.00, -2 people 1,920.00, bases +312.50."""
    before = {f"{number:03d}": 96_000 for number in range(128)}
    after = {number: fen for number, fen in before.items() if number not in ("000", "001")}
    after |= {"128": 96_000, "129": 96_000, "130": 96_000, "002": 96_000 + 31_250}
    assert roll_forward(before, after) == RollForward(
        people_before=128,
        before_fen=12_288_000,
        joined=3,
        joined_fen=288_000,
        left=2,
        left_fen=192_000,
        changed=1,
        changed_fen=31_250,
        people=129,
        total_fen=12_415_250,
    )


def test_r_chg_5_a_first_list_joins_everybody() -> None:
    rolled = roll_forward({}, {"1": 100, "2": 50})
    assert (rolled.people_before, rolled.joined, rolled.joined_fen) == (0, 2, 150)
    assert (rolled.left, rolled.changed, rolled.total_fen) == (0, 0, 150)


@pytest.mark.parametrize(("month", "year"), [("2026-06", 2026), ("2026-07", 2027)])
def test_a_fund_year_begins_in_july(month: str, year: int) -> None:
    assert ratio.fund_year_of(Month.parse(month)) == year


def test_r_chg_4_the_ratios_change_once_a_fund_year() -> None:
    changed = [date(2025, 7, 1), date(2026, 6, 1)]
    assert ratio.changed_in_same_year(Month(2026, 5), [date(2025, 7, 1)]) == Month(2025, 7)
    assert ratio.changed_in_same_year(Month(2025, 7), [date(2025, 7, 1)]) is None
    assert ratio.changed_in_same_year(Month(2026, 7), changed) is None


def test_r_dep_9_one_side_that_pays_less_is_enough_to_lower_the_ratios() -> None:
    assert ratio.lowers((800, 800), (700, 900))
    assert ratio.lowers((800, 800), (800, 799))
    assert not ratio.lowers((800, 800), (800, 801))
