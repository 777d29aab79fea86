"""R-WDR-46: what is inherited is divided to the fen; a share that is paid later has its own interest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.domain import AccountState
from accounts.rules.estate import Inherited, SetAside, again, divide, judge
from shared.messages.estates import EstateRefusal

# E74: 100,000.00 since 2026-07-01, 142 days at 1.5 % to 2026-11-20: 591.67.
LEFT = Inherited(AccountState.SEALED, 10_000_000, 10_000_000, 59_167)


def test_e74_three_equal_heirs_the_last_takes_the_rest() -> None:
    assert judge(LEFT, [1, 1, 1], None) == SetAside(
        10_000_000, 59_167, (3_353_055, 3_353_055, 3_353_057)
    )


def test_e74_a_declaration_reaches_to_50_000_yuan_with_interest() -> None:
    small = Inherited(AccountState.SEALED, 4_980_000, 4_980_000, 20_000)
    assert isinstance(judge(small, [1], 5_000_000), SetAside)
    more = Inherited(AccountState.SEALED, 4_980_001, 4_980_001, 20_000)
    assert judge(more, [1], 5_000_000) == (EstateRefusal.TOO_MUCH, 5_000_001)


@pytest.mark.parametrize(
    ("found", "why"),
    [
        (None, EstateRefusal.NO_ACCOUNT),
        (Inherited(AccountState.FROZEN, 1, 1, 0), EstateRefusal.FROZEN),
        (Inherited(AccountState.NORMAL, 1, 1, 0), EstateRefusal.NOT_SEALED),
        (Inherited(AccountState.CLOSED_BY_WITHDRAWAL, 0, 0, 0), EstateRefusal.NOTHING),
        (Inherited(AccountState.SEALED, 0, 500, 3), EstateRefusal.NOTHING),
    ],
)
def test_r_wdr_46_why_nothing_is_set_aside(found: Inherited | None, why: EstateRefusal) -> None:
    answer = judge(found, [1], None)
    assert not isinstance(answer, SetAside)
    assert answer[0] is why


def test_r_wdr_12_a_held_share_has_its_own_part_of_the_interest_since_then() -> None:
    # 33,530.57 of 67,061.12 that lie there still, with 41.00 due on them: half of it, rounded down.
    found = Inherited(AccountState.SEALED, 3_353_057, 6_706_112, 4_100)
    assert again(found, 3_353_057) == SetAside(3_353_057, 2_050, (3_355_107,))
    less = Inherited(AccountState.SEALED, 3_353_056, 6_706_112, 4_100)
    assert again(less, 3_353_057) == (EstateRefusal.NOTHING, 3_353_056)


def test_a_part_of_the_balance_has_its_part_of_the_interest() -> None:
    found = Inherited(AccountState.SEALED, 120_000, 480_000, 400)
    assert judge(found, [1, 3], None) == SetAside(120_000, 100, (30_025, 90_075))


def test_r_int_4_interest_that_was_booked_too_much_is_no_part_of_the_shares() -> None:
    left = Inherited(AccountState.SEALED, 96_968, 96_968, -480)
    assert judge(left, [1, 1], None) == SetAside(96_488, 0, (48_244, 48_244), 480)
    assert judge(Inherited(AccountState.SEALED, 480, 480, -480), [1], None) == (
        EstateRefusal.NOTHING,
        0,
    )


@given(st.integers(1, 10**13), st.lists(st.integers(1, 10**6), min_size=1, max_size=20))
def test_no_fen_is_lost_and_nobody_but_the_last_gets_more_than_the_part(
    total: int, parts: list[int]
) -> None:
    shares = divide(total, parts)
    assert sum(shares) == total
    whole = sum(parts)
    for share, part in zip(shares[:-1], parts, strict=False):
        assert 0 <= total * part - share * whole < whole
