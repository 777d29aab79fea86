"""What may be frozen for a withdrawal, and how much of it (R-WDR-1, 2, 5, 6, 10, 11, 12)."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.accounts.builders import CLOSING, TODAY, facts, repaid_loan

from accounts.domain import AccountState, Refused, Reserved
from accounts.rules.reservation import eligible_from, judge, months_behind
from shared.messages.withdrawals import FundsConditions


def reason(answer: Reserved | Refused) -> tuple[str, str]:
    assert isinstance(answer, Refused)
    return answer.reason_code, answer.rule


@pytest.mark.parametrize("state", [AccountState.NORMAL])
def test_r_wdr_1_types_1_to_4_need_a_sealed_account(state: AccountState) -> None:
    assert reason(judge(facts(state=state), CLOSING, TODAY)) == ("not_sealed", "R-WDR-1")


def test_r_wdr_1_a_sealed_account_may_be_emptied_at_once() -> None:
    assert isinstance(judge(facts(sealed_on=TODAY), CLOSING, TODAY), Reserved)


STOPPED: dict[str, Any] = {
    "paid_up_to": date(2019, 2, 1),
    "sealed_on": date(2019, 3, 5),
    "sealed_month": date(2019, 3, 1),
}


@pytest.mark.parametrize(
    ("counted_from", "first_day"),
    [
        pytest.param("paid_up_to", date(2019, 9, 1), id="E35 reading 1"),
        pytest.param("sealed_on", date(2019, 9, 5), id="E35 reading 2"),
    ],
)
def test_r_wdr_2_e35_six_months_after_contributions_stop(
    counted_from: str, first_day: date
) -> None:
    terms = CLOSING.model_copy(
        update={"unpaid_months_required": 6, "stop_counted_from": counted_from}
    )
    stopped = facts(**STOPPED)
    assert eligible_from(stopped, terms) == first_day
    refused = judge(stopped, terms, TODAY)
    assert reason(refused) == ("stop_period_not_over", "R-WDR-2")
    assert isinstance(refused, Refused)
    assert refused.eligible_from == first_day
    day_before = (
        first_day.replace(day=first_day.day - 1) if first_day.day > 1 else date(2019, 8, 31)
    )
    assert isinstance(judge(stopped, terms, day_before), Refused)
    assert isinstance(judge(stopped, terms, first_day), Reserved)


def test_r_wdr_2_a_back_payment_moves_the_first_day() -> None:
    terms = CLOSING.model_copy(update={"unpaid_months_required": 6})
    assert eligible_from(facts(**STOPPED | {"paid_up_to": date(2019, 4, 1)}), terms) == date(
        2019, 11, 1
    )


def test_r_wdr_2_nobody_ever_paid_counts_from_the_opening() -> None:
    terms = CLOSING.model_copy(update={"unpaid_months_required": 6})
    never = facts(paid_up_to=None, opened_on=date(2019, 1, 10))
    assert eligible_from(never, terms) == date(2019, 7, 1)


def test_r_wdr_2_reading_2_where_the_day_does_not_exist() -> None:
    terms = CLOSING.model_copy(
        update={"unpaid_months_required": 6, "stop_counted_from": "sealed_on"}
    )
    assert eligible_from(facts(sealed_on=date(2018, 8, 31)), terms) == date(2019, 2, 28)
    assert eligible_from(facts(sealed_on=date(2019, 8, 31)), terms) == date(2020, 2, 29)


def test_r_wdr_5_e29_the_balance_is_the_limit() -> None:
    answer = judge(facts(retained_deposits_fen=288_000), repaid_loan(), TODAY)
    assert answer == Reserved(5_712_000, 0, 288_000)


def test_r_wdr_5_the_cap_is_the_limit() -> None:
    answer = judge(facts(retained_deposits_fen=288_000), repaid_loan(1_000_000), TODAY)
    assert answer == Reserved(1_000_000, 0, 288_000)


@pytest.mark.parametrize(
    ("balance_fen", "offered_fen"),
    [(200_000, None), (288_000, None), (288_001, 1)],
)
def test_r_wdr_5_e31_nothing_is_offered_below_the_retained_sum(
    balance_fen: int, offered_fen: int | None
) -> None:
    answer = judge(
        facts(balance_fen=balance_fen, retained_deposits_fen=288_000), repaid_loan(), TODAY
    )
    if offered_fen is None:
        assert reason(answer) == ("nothing_to_withdraw", "R-WDR-5")
    else:
        assert answer == Reserved(offered_fen, 0, 288_000)


@pytest.mark.parametrize(
    ("reading", "retained_fen", "offered_fen"),
    [("booked_deposits", 256_000, 5_744_000), ("current_deposit", 288_000, 5_712_000)],
)
def test_r_wdr_6_e32_the_two_readings_when_the_base_changed(
    reading: str, retained_fen: int, offered_fen: int
) -> None:
    changed = facts(retained_deposits_fen=80_000 + 80_000 + 96_000)
    answer = judge(changed, repaid_loan(retained_by=reading), TODAY)
    assert answer == Reserved(offered_fen, 0, retained_fen)


def test_r_wdr_6_e33_a_missing_month_is_not_kept() -> None:
    answer = judge(facts(retained_deposits_fen=80_000 + 0 + 96_000), repaid_loan(), TODAY)
    assert answer == Reserved(6_000_000 - 176_000, 0, 176_000)


def test_r_wdr_10_each_reason_has_its_own_answer() -> None:
    assert reason(judge(None, CLOSING, TODAY)) == ("no_account", "R-WDR-10")
    for changes, code in (
        ({"state": AccountState.CLOSED_BY_WITHDRAWAL}, "account_closed"),
        ({"state": AccountState.MERGED}, "account_closed"),
        ({"state": AccountState.FROZEN}, "account_frozen"),
        ({"frozen_fen": 1}, "funds_already_reserved"),
        ({"in_confirmed_list": True}, "change_request_open"),
    ):
        assert reason(judge(facts(**changes), CLOSING, TODAY)) == (code, "R-WDR-10")


@pytest.mark.parametrize("state", list(AccountState))
@pytest.mark.parametrize("closing", [True, False])
def test_r_wdr_23_partial_cases_need_state_01_or_02_and_closing_ones_02(
    state: AccountState, closing: bool
) -> None:
    """Whatever else: frozen, merged, moved away or closed, nothing is taken."""
    partial = FundsConditions(closing=False, sealed_required=False, cap_fen=100, least_fen=0)
    answer = judge(facts(state=state), CLOSING if closing else partial, TODAY)
    good = {AccountState.SEALED} if closing else {AccountState.NORMAL, AccountState.SEALED}
    assert isinstance(answer, Reserved) is (state in good)
    waits = judge(facts(state=state, frozen_fen=1), CLOSING if closing else partial, TODAY)
    assert isinstance(waits, Refused), "another withdrawal is open"


def test_r_wdr_11_a_partial_withdrawal_leaves_at_least_one_fen() -> None:
    terms = repaid_loan(retained_months=0, retained_before=None)
    assert judge(facts(), terms, TODAY) == Reserved(5_999_999, 0, 0)
    assert reason(judge(facts(balance_fen=1), terms, TODAY))[0] == "nothing_to_withdraw"


def test_r_wdr_11_and_12_closing_takes_all_with_interest() -> None:
    answer = judge(facts(), CLOSING, TODAY)
    assert answer == Reserved(6_000_000, 1_234, 0)
    assert answer.amount_fen == 6_001_234
    assert reason(judge(facts(balance_fen=0), CLOSING, TODAY)) == (
        "nothing_to_withdraw",
        "R-WDR-11",
    )


MONEY = st.integers(0, 10_000_000_000)


@given(MONEY, MONEY, MONEY, st.none() | MONEY, st.integers(0, 5))
def test_r_wdr_5_never_more_than_cap_and_what_must_stay(
    balance_fen: int, retained_fen: int, current_fen: int, cap_fen: int | None, left_fen: int
) -> None:
    found = facts(
        balance_fen=balance_fen,
        retained_deposits_fen=retained_fen,
        current_deposit_fen=current_fen,
    )
    answer = judge(found, repaid_loan(cap_fen, minimum_left_fen=left_fen), TODAY)
    room = balance_fen - max(retained_fen, left_fen)
    if isinstance(answer, Reserved):
        assert answer.amount_fen == min([room, *([] if cap_fen is None else [cap_fen])])
        assert 0 < answer.amount_fen <= balance_fen - retained_fen
    else:
        assert room <= 0 or cap_fen == 0


@given(MONEY, st.booleans(), st.booleans(), st.sampled_from(AccountState), MONEY)
def test_r_wdr_10_a_closing_withdrawal_is_the_whole_balance_or_nothing(
    balance_fen: int, listed: bool, sealed_required: bool, state: AccountState, frozen_fen: int
) -> None:
    terms = FundsConditions(closing=True, sealed_required=sealed_required)
    found = facts(
        balance_fen=balance_fen, in_confirmed_list=listed, state=state, frozen_fen=frozen_fen
    )
    answer = judge(found, terms, TODAY)
    if isinstance(answer, Reserved):
        assert answer.principal_fen == balance_fen > 0
        assert frozen_fen == 0
        assert not listed
        assert state in (
            {AccountState.SEALED} if sealed_required else {*AccountState} - {AccountState.FROZEN}
        )


@pytest.mark.parametrize(
    ("paid_up_to", "sealed_from", "behind"),
    [
        (date(2019, 7, 1), date(2019, 8, 1), 0),
        (date(2019, 8, 1), date(2019, 9, 1), 0),
        (date(2019, 5, 1), date(2019, 8, 1), 2),
        (None, date(2019, 8, 1), 53),
        (date(2019, 7, 1), None, 0),
    ],
)
def test_r_seal_4_months_behind(
    paid_up_to: date | None, sealed_from: date | None, behind: int
) -> None:
    assert months_behind(paid_up_to, sealed_from, date(2015, 3, 1)) == behind


def test_r_int_4_a_closing_takes_back_interest_that_was_booked_too_much() -> None:
    overpaid = facts(balance_fen=96_968, interest_fen=-480)
    assert judge(overpaid, CLOSING, TODAY) == Reserved(96_488, 0, 0, taken_back_fen=480)
    all_of_it = judge(facts(balance_fen=480, interest_fen=-480), CLOSING, TODAY)
    assert reason(all_of_it) == ("nothing_to_withdraw", "R-WDR-11")


def test_r_int_4_a_part_leaves_interest_that_was_booked_too_much() -> None:
    part = FundsConditions(closing=False, sealed_required=False)
    overpaid = facts(balance_fen=96_968, interest_fen=-480)
    assert judge(overpaid, part, TODAY) == Reserved(96_487, 0, 0)
