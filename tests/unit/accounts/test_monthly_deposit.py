"""The monthly deposit by rule and worked example (R-DEP-1 to 4)."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.rules.deposit import ROUNDINGS, DepositPolicy, side_fen

POLICY = DepositPolicy(500, 1200, 173_000, 1_650_000, "fen_half_up")
WAGES = st.integers(1, 100_000_000)
RATIOS = st.integers(500, 1200)


@pytest.mark.parametrize(
    ("wage_fen", "ratio_bp", "base_fen", "each_fen"),
    [
        pytest.param(600_000, 800, 600_000, 48_000, id="E18"),
        pytest.param(2_500_000, 1200, 1_650_000, 198_000, id="E19 above the upper limit"),
        pytest.param(120_000, 500, 173_000, 8_650, id="E20 below the lower limit"),
    ],
)
def test_r_dep_1_and_4_base_within_limits_times_ratio(
    wage_fen: int, ratio_bp: int, base_fen: int, each_fen: int
) -> None:
    assert POLICY.base_within_limits(wage_fen) == base_fen
    assert side_fen(base_fen, ratio_bp, POLICY.rounding) == each_fen


@pytest.mark.parametrize(
    ("rounding", "both_fen"),
    [("fen_half_up", 63_950), ("yuan_half_up", 64_000), ("yuan_up", 64_000)],
)
def test_r_dep_3_e21_three_roundings(rounding: str, both_fen: int) -> None:
    assert 2 * side_fen(456_789, 700, rounding) == both_fen


def test_r_dep_3_e22_round_each_side_per_person_then_add() -> None:
    bases = [POLICY.base_within_limits(wage) for wage in (600_000, 456_789, 2_500_000)]
    assert sum(side_fen(base, 800, POLICY.rounding) for base in bases) == 216_543


@pytest.mark.parametrize(
    ("ratio_bp", "allowed"), [(499, False), (500, True), (1200, True), (1201, False)]
)
def test_r_dep_2_ratio_limits(ratio_bp: int, allowed: bool) -> None:
    assert POLICY.allows_ratio(ratio_bp) is allowed


@given(WAGES, RATIOS, st.sampled_from(sorted(ROUNDINGS)))
def test_r_dep_3_rounding_stays_within_one_unit(
    wage_fen: int, ratio_bp: int, rounding: str
) -> None:
    unit = int(ROUNDINGS[rounding][0])
    side = side_fen(wage_fen, ratio_bp, rounding)
    exact = Decimal(wage_fen) * ratio_bp / 10_000
    assert side % unit == 0
    lowest = (exact / unit).to_integral_value(ROUND_FLOOR) * unit
    highest = (exact / unit).to_integral_value(ROUND_CEILING) * unit
    assert lowest <= side <= highest
    if rounding == "yuan_up":
        assert side == highest


@given(WAGES, WAGES, RATIOS, st.sampled_from(sorted(ROUNDINGS)))
def test_a_higher_wage_never_gives_a_lower_deposit(
    one: int, other: int, ratio_bp: int, rounding: str
) -> None:
    low, high = (POLICY.base_within_limits(wage) for wage in sorted((one, other)))
    assert POLICY.base_min_fen <= low <= high <= POLICY.base_max_fen
    assert side_fen(low, ratio_bp, rounding) <= side_fen(high, ratio_bp, rounding)
