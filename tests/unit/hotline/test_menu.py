"""The menu: five choices at most, 9 repeats, * is back, 0 an agent; whoever says nothing gets one, too."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hotline.domain import (
    AccountFacts,
    DepositFacts,
    Guide,
    LoanFacts,
    Task,
    Wish,
    WithdrawalFacts,
)
from hotline.rules import answers, menu, texts
from hotline.rules.menu import MENUS, Heard, Menu, Place, Standing
from hotline.rules.phrases import GUIDES, MENU, MISSED, PROMPTS
from hotline.rules.proof import Tries, id_number_of, is_code

KEYS = st.sampled_from(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "#", None])


def test_no_menu_has_more_than_five_choices_or_takes_a_key_that_means_something_everywhere() -> (
    None
):
    assert all(len(one.choices) <= 5 for one in MENUS.values())
    for choices in ({"9": Place.MAIN}, {"0": Task.LOAN}, dict.fromkeys("123456", Place.MAIN)):
        with pytest.raises(ValueError, match="five choices"):
            Menu(choices, Place.MAIN)


def test_each_menu_reads_the_keys_that_it_has() -> None:
    for place, one in MENUS.items():
        told = MENU[place]
        assert all(f"请按{key}" in told for key in one.choices)
        assert "按9" in told
        assert "按0" in told
        assert place is Place.MAIN or "星号键" in told


def test_a_silent_caller_hears_the_menu_twice_again_and_then_gets_an_agent() -> None:
    standing = Standing()
    for _ in range(2):
        move = menu.after(standing, None)
        assert (move.before, move.agent) == (Heard.SILENCE, False)
        standing = move.standing
    assert menu.after(standing, None).agent


def test_a_right_key_forgets_the_misses_before() -> None:
    standing = menu.after(Standing(), "7").standing
    assert standing.misses == 1
    assert menu.after(standing, "1").standing == Standing(Place.ACCOUNT)


@given(st.lists(KEYS, max_size=60))
def test_whatever_is_pressed_leads_to_a_place_with_a_menu(keys: Sequence[str | None]) -> None:
    standing = Standing()
    for key in keys:
        move = menu.after(standing, key)
        assert move.standing.place in MENUS
        assert move.standing.misses <= menu.REPEATS_MAX
        assert set(MISSED[move.before]) <= set(PROMPTS)
        assert move.agent or key != "0"
        standing = Standing() if move.agent else move.standing


def test_from_everywhere_the_main_menu_is_two_stars_away() -> None:
    for place in Place:
        once = menu.after(Standing(place), "*").standing
        assert menu.after(once, "*").standing == Standing(Place.MAIN)


def test_every_guide_and_every_task_is_reached_by_a_key() -> None:
    reached = {choice for one in MENUS.values() for choice in one.choices.values()}
    assert set(GUIDES) == set(Guide) <= reached
    assert {*Task, *Wish} <= reached


def test_the_star_is_the_x_of_an_id_number() -> None:
    assert id_number_of("11010519491231002*") == "11010519491231002X"
    assert id_number_of("371402199001010018") == "371402199001010018"
    assert id_number_of("3714021990*1010018") is None
    assert id_number_of("37140219900101001") is None
    assert [is_code(keys) for keys in ("012345", "01234", "01234*")] == [True, False, False]


def test_three_failed_proofs_are_an_agents() -> None:
    tries = Tries()
    assert [tries.fail() or tries.over for _ in range(3)] == [False, False, True]


def test_what_is_answered_is_said_of_prompts_alone_and_has_the_sum_in_it() -> None:
    day = date(2026, 11, 2)
    said = (
        answers.balance(AccountFacts(2_342_000, 10_000)),
        answers.balance(None),
        answers.last_deposit(DepositFacts(day, 96_000)),
        answers.last_deposit(None),
        answers.withdrawal(WithdrawalFacts(day, "approved", 2_342_602)),
        answers.withdrawal(WithdrawalFacts(day, "a state of tomorrow", None)),
        answers.withdrawal(None),
        answers.loans([LoanFacts(day, 166_500, 0), LoanFacts(None, None, 5)]),
        answers.loans([]),
    )
    assert all(set(one) <= set(PROMPTS) for one in said)
    assert "".join(said[0]) == "您的住房公积金账户余额为两万三千四百二十元整其中冻结一百元整"
    assert (
        "".join(said[2]) == "您最近一次缴存，记账日期是二零二六年十一月二日缴存金额为九百六十元整"
    )
    assert "".join(said[4]).endswith("金额为两万三千四百二十六元零二分已经审批通过，正在付款。")
    assert "".join(said[7]) == (
        "您的贷款，下一期还款日是二零二六年十一月二日应还金额为一千六百六十五元整没有逾期。"
        "另一笔贷款。您的贷款已经逾期，逾期金额为五分"
    )


def test_a_text_says_in_figures_what_was_spoken() -> None:
    day = date(2026, 11, 2)
    assert (
        texts.balance(AccountFacts(2_342_000, 10_000))
        == "住房公积金账户余额23,420.00元，其中冻结100.00元"
    )
    assert texts.last_deposit(DepositFacts(day, 96_000)) == (
        "最近一次缴存960.00元，记账日期2026年11月2日"
    )
    assert texts.withdrawal(WithdrawalFacts(day, "paid", None)) == (
        "2026年11月2日的提取申请，已经到账"
    )
    assert texts.loans([LoanFacts(day, 166_500, 0), LoanFacts(None, None, 5)]) == (
        "住房公积金贷款下一期还款日2026年11月2日，应还1,665.00元，没有逾期；住房公积金贷款逾期0.05元"
    )
    states = set(answers.WITHDRAWAL_STATES)
    assert set(texts.WITHDRAWAL_STATES) == states - {"submitted", "funds_requested"}
    assert [texts.balance(None), texts.last_deposit(None), texts.withdrawal(None), texts.loans([])]
