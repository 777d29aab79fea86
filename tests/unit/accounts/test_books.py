"""The rules of the general ledger (总账): vouchers, closing a month, distributing a year's gain (R-BK-1)."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.domain import Month
from accounts.rules.books import (
    Distribution,
    DistributionPolicy,
    Line,
    Standing,
    Subject,
    SubjectClass,
    credit,
    debit,
    distribution_flaw,
    distribution_lines,
    may_close_from,
    period_flaws,
    result_lines,
    voucher_flaw,
)

CHART = {
    "101": Subject("101", "住房公积金存款", SubjectClass.ASSET, by_hand=True),
    "201": Subject("201", "住房公积金", SubjectClass.LIABILITY, by_hand=False),
    "40101": Subject("40101", "利息收入", SubjectClass.INCOME, by_hand=True),
}
POLICY = DistributionPolicy(reserve_share_bp=6000, reserve_loans_bp=100)
MARCH = Month(2026, 3)
READY = Standing(
    closed=False,
    earlier_open=0,
    days_without=0,
    differences=0,
    verified_on=date(2026, 4, 2),
    found_by_verification=0,
)


def test_r_bk_1_a_balanced_voucher_on_movable_subjects_may_be_booked() -> None:
    assert voucher_flaw([debit("101", 500), credit("40101", 500)], CHART) is None
    assert voucher_flaw([credit("40101", 500)], CHART, from_suspense_fen=500) is None


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([debit("101", 500), credit("40101", 499)], "5.00元与贷方合计4.99元不相等"),
        ([debit("101", 500), credit("999", 500)], "没有科目999"),
        ([debit("101", 500), credit("201", 500)], "201 住房公积金只随业务记账"),
        ([debit("101", 500), Line("40101", 5, 505)], "只能有借方或贷方其一"),
        ([debit("101", 500), Line("40101", 0, 0)], "只能有借方或贷方其一"),
        ([debit("101", 500), credit("101", 500)], "同一科目"),
        ([debit("101", 500)], "一借一贷"),
    ],
)
def test_r_bk_1_a_voucher_that_cannot_be_says_why(lines: list[Line], said: str) -> None:
    assert said in (voucher_flaw(lines, CHART) or "")


def test_a_month_may_be_closed_from_the_second_day_of_the_next() -> None:
    assert may_close_from(MARCH) == date(2026, 4, 2)
    assert may_close_from(Month(2026, 12)) == date(2027, 1, 2)
    assert period_flaws(MARCH, READY, date(2026, 4, 2)) == []
    assert period_flaws(MARCH, READY, date(2026, 4, 1)) == ["2026-04-02起方可结账"]


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        (replace(READY, closed=True), "已结账"),
        (replace(READY, earlier_open=2), "此前还有2个月未结账"),
        (replace(READY, days_without=1), "还有1天的业务未生成凭证"),
        (replace(READY, differences=3), "3个科目不相等"),
        (replace(READY, verified_on=None), "尚未核验"),
        (replace(READY, verified_on=date(2026, 4, 1)), "尚未核验"),
        (replace(READY, found_by_verification=4), "核验有4处差异"),
    ],
)
def test_r_bk_1_what_bars_the_closing_of_a_month(standing: Standing, said: str) -> None:
    (flaw,) = period_flaws(MARCH, standing, date(2026, 4, 9))
    assert said in flaw


def test_everything_that_bars_it_is_told_at_once() -> None:
    bad = replace(READY, earlier_open=1, days_without=1, differences=1, found_by_verification=1)
    assert len(period_flaws(MARCH, bad, date(2026, 4, 1))) == 5


@pytest.mark.parametrize(
    ("wanted", "so_far", "lent", "said"),
    [
        ((1_000_000, 600_000, 100_000), 0, 10**9, None),
        ((1_000_000, 599_999, 100_000), 0, 10**9, "至少提取6,000.00元"),
        ((1_000_001, 600_000, 0), 0, 10**9, "至少提取6,000.01元"),
        # 1 % of the loans is 1,000.00; 900.00 is there already: 100.00 more is enough.
        ((1_000_000, 10_000, 0), 90_000, 10**7, None),
        ((1_000_000, 9_999, 0), 90_000, 10**7, "至少提取100.00元"),
        ((1_000_000, 0, 0), 100_000, 10**7, None),
        ((1_000_000, 600_000, 400_001), 0, 10**9, "超过本年增值收益"),
        ((0, 0, 0), 0, 10**9, None),
        ((-5, 0, 0), 0, 10**9, None),
        ((-5, 1, 0), 0, 10**9, "无可分配"),
    ],
)
def test_how_a_gain_may_be_distributed(
    wanted: tuple[int, int, int], so_far: int, lent: int, said: str | None
) -> None:
    found = distribution_flaw(Distribution(*wanted), POLICY, so_far, lent)
    assert found is None if said is None else said in (found or "")


results = st.dictionaries(
    st.sampled_from(["40101", "40103", "40105", "41101", "41102"]), st.integers(-(10**12), 10**12)
)


def balance(lines: list[Line]) -> int:
    return sum(line.credit for line in lines)


@given(results)
def test_closing_vouchers_balance_and_leave_nothing(found: dict[str, int]) -> None:
    lines = result_lines(found)
    assert balance(lines) == 0
    after = dict(found)
    for line in lines:
        after[line.subject] = after.get(line.subject, 0) + line.credit
    gain = after.pop("311", 0)
    assert gain == sum(found.values())
    assert not any(after.values())


@given(st.integers(1, 10**12), st.data())
def test_a_distribution_balances_and_uses_the_whole_gain(gain: int, data: st.DataObject) -> None:
    reserve = data.draw(st.integers(0, gain))
    fee = data.draw(st.integers(0, gain - reserve))
    vouchers = distribution_lines(Distribution(gain, reserve, fee))
    assert [balance(lines) for lines in vouchers] == [0, 0]
    sums: dict[str, int] = {}
    for line in (line for lines in vouchers for line in lines):
        sums[line.subject] = sums.get(line.subject, 0) + line.credit
    assert (sums["311"], sums["321"]) == (-gain, 0)
    assert sums.get("301", 0) == reserve
    assert sums.get("21401", 0) == fee
    assert sums.get("21402", 0) == gain - reserve - fee
