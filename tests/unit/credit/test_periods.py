"""How long a penalty is public, by the rule sets of 2019, 2023 and 2026 (R-CRD-11, 16, 17)."""

from datetime import date

import pytest

from credit.domain import Gravity
from credit.rules.deadlines import publication_due
from credit.rules.periods import PeriodRule, Policy
from shared.base.calendar import WorkingCalendar, packaged_days

FIRST, SECOND, THIRD = date(2019, 7, 1), date(2023, 5, 1), date(2026, 4, 1)
MINOR, GENERAL, SERIOUS = Gravity.MINOR, Gravity.GENERAL, Gravity.SERIOUS
TYPES = {"警告": MINOR, "罚款": GENERAL, "吊销许可证件": SERIOUS}
POLICY = Policy(
    [
        PeriodRule(FIRST, MINOR, True, 3, 12),
        PeriodRule(FIRST, GENERAL, True, 3, 12),
        PeriodRule(FIRST, SERIOUS, True, 6, 36),
        PeriodRule(SECOND, MINOR, True, 3, 36),
        PeriodRule(SECOND, GENERAL, True, 3, 36),
        PeriodRule(SECOND, SERIOUS, True, 12, 36),
        PeriodRule(THIRD, MINOR, False, 0, 3),
        PeriodRule(THIRD, GENERAL, True, 3, 12),
        PeriodRule(THIRD, SERIOUS, True, 12, 36),
    ],
    {FIRST: TYPES, SECOND: TYPES, THIRD: TYPES},
    WorkingCalendar({}, ""),
)


@pytest.mark.parametrize(
    ("decided_on", "types", "today", "repair_from", "until"),
    [
        # 2019: a fine, one year
        (date(2019, 8, 31), ["罚款"], date(2019, 9, 2), date(2019, 11, 30), date(2020, 8, 31)),
        # 2023: a fine, three years, until the rules of 2026 make it one
        (date(2025, 1, 10), ["罚款"], date(2025, 2, 1), date(2025, 4, 10), date(2028, 1, 10)),
        (date(2025, 1, 10), ["罚款"], date(2026, 4, 1), date(2025, 4, 10), date(2026, 1, 10)),
        # of a decision of 2019 the shorter period of then stays
        (date(2023, 4, 30), ["罚款"], date(2026, 3, 1), date(2023, 7, 30), date(2024, 4, 30)),
        # several types in one decision: the longest counts
        (date(2026, 9, 1), ["罚款", "吊销许可证件"], date(2026, 9, 2), date(2027, 9, 1), date(2029, 9, 1)),
        # nobody has classed it: a general one
        (date(2026, 9, 1), ["其他"], date(2026, 9, 2), date(2026, 12, 1), date(2027, 9, 1)),
    ],
)  # fmt: skip
def test_r_crd_17_of_the_rule_sets_since_the_decision_the_best_for_the_subject(
    decided_on: date, types: list[str], today: date, repair_from: date, until: date
) -> None:
    period = POLICY.period_of(decided_on, types, today)
    assert (period.published, period.repair_from, period.until) == (True, repair_from, until)


def test_r_crd_16_from_2026_a_minor_breach_is_not_published() -> None:
    assert POLICY.period_of(date(2025, 1, 10), ["警告"], date(2026, 3, 31)).published
    assert not POLICY.period_of(date(2025, 1, 10), ["警告"], date(2026, 4, 1)).published
    assert not POLICY.period_of(date(2026, 5, 6), ["警告"], date(2026, 5, 6)).published


def test_r_crd_16_the_gravest_type_decides() -> None:
    assert POLICY.gravity_of(["警告", "罚款"], THIRD) is GENERAL
    assert POLICY.gravity_of(["警告", "吊销许可证件", "罚款"], THIRD) is SERIOUS


@pytest.mark.parametrize(
    ("decided_on", "due_on"),
    [
        # Tuesday: 2 3 4 7 8 9 10 September
        (date(2026, 9, 1), date(2026, 9, 10)),
        # before the National Day of 2024: 8 9 10 11 12 (Saturday, made up) 14 15 October
        (date(2024, 9, 30), date(2024, 10, 15)),
    ],
)
def test_r_crd_11_seven_working_days_after_the_decision(decided_on: date, due_on: date) -> None:
    calendar = WorkingCalendar(packaged_days((2024, 2026)), "")
    assert publication_due(decided_on, calendar).date == due_on
