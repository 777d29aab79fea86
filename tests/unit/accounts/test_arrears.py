"""When a month's contribution is due and overdue (R-DEP-5), and which months stay owed."""

from datetime import date

import pytest

from accounts.domain import Month
from accounts.rules import arrears


def test_r_dep_5_e42_five_days_after_payday() -> None:
    august = Month(2019, 8)
    assert arrears.due_on(august, 10) == date(2019, 8, 15)
    assert arrears.last_overdue(10, date(2019, 8, 15)) == Month(2019, 7)
    assert arrears.last_overdue(10, date(2019, 8, 16)) == august


@pytest.mark.parametrize(
    ("month", "payday", "due"),
    [
        (Month(2026, 2), 31, date(2026, 3, 5)),
        (Month(2024, 2), 30, date(2024, 3, 5)),
        (Month(2026, 4), 31, date(2026, 5, 5)),
        (Month(2025, 12), 28, date(2026, 1, 2)),
        (Month(2026, 1), 1, date(2026, 1, 6)),
    ],
)
def test_r_dep_5_a_payday_that_the_month_does_not_have_is_its_last_day(
    month: Month, payday: int, due: date
) -> None:
    assert arrears.due_on(month, payday) == due


def test_r_dep_5_overdue_months_begin_with_the_next_to_be_remitted() -> None:
    today = date(2026, 3, 2)
    assert arrears.overdue_months(Month(2025, 12), 10, today) == [
        Month(2025, 12),
        Month(2026, 1),
        Month(2026, 2),
    ]
    assert arrears.overdue_months(Month(2026, 3), 10, today) == []
    assert arrears.overdue_months(None, 10, today) == []


def test_r_chg_2_months_behind_the_employers_lists_are_said() -> None:
    settled = arrears.last_settled(date(2026, 6, 1), [date(2026, 7, 1)])
    remark = arrears.gap_remark(Month(2026, 5), settled)
    assert remark == "2026-05至2026-07的汇缴清册已确认或入账，该职工这3个月未缴存，记为欠缴。"
    one = arrears.gap_remark(Month(2026, 7), settled)
    assert one == "2026-07的汇缴清册已确认或入账，该职工这1个月未缴存，记为欠缴。"
    assert arrears.gap_remark(Month(2026, 8), settled) is None
    assert arrears.gap_remark(Month(2026, 8), arrears.last_settled(None, [])) is None
