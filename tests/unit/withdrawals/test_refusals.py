"""Every refusal has its rule and one Chinese sentence, with the date where one is known."""

import re
import string
from datetime import date
from typing import Any

import pytest

from shared.messages.accounts import RefusalReason
from withdrawals import decisions
from withdrawals.domain import State
from withdrawals.refusals import (
    BANK_REASONS,
    WORDINGS,
    Reason,
    bank_failure_text,
    bank_return_text,
    refuse,
)

VALUES = {
    "day": "2026年10月27日",
    "repaid": "1.00", "balance": "2.00", "retained": "3.00", "opinion": "材料不全",
    "counted": "单位停止缴存", "months": "6",
    "why": "银行卡户名与本人姓名不一致",
    "hours": "72", "tail": "6788", "limit": "4.00", "amount": "5.00", "taken": "0.00",
}  # fmt: skip


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_every_reason_has_a_wording() -> None:
    assert set(WORDINGS) == set(Reason)


@pytest.mark.parametrize("reason", list(Reason))
def test_a_refusal_is_one_chinese_sentence_with_its_rule(reason: Reason) -> None:
    refusal = refuse(reason, **VALUES)
    assert re.fullmatch(r"R-WDR-\d+|R-CRT-4|R-ACC-8", refusal.rule)
    assert refusal.text.endswith("。")
    assert refusal.text.count("。") == 1
    assert re.search(r"[\u4e00-\u9fff]", refusal.text)
    assert "{" not in refusal.text


@pytest.mark.parametrize("reason", [reason for reason in Reason if WORDINGS[reason].dated])
def test_a_dated_refusal_says_the_date(reason: Reason) -> None:
    refusal = refuse(reason, eligible_from=date(2019, 9, 1), **VALUES)
    assert "2019年9月1日" in refusal.text
    assert refusal.text.count("。") == 1
    assert refusal.eligible_from == date(2019, 9, 1)


def test_every_reason_of_accounts_has_a_wording_of_its_own(build: Any) -> None:
    for reason in RefusalReason:
        case = build.case("contract_ended", State.FUNDS_REQUESTED)
        move = decisions.funds_refused(
            case, build.funds_refused(case, reason.value), build.moment()
        )
        assert move.case.refusal.code == reason.value
        assert move.event.reason_text == move.case.refusal.text


def test_r_wdr_1_not_sealed_says_what_to_do(build: Any) -> None:
    case = build.case(state=State.FUNDS_REQUESTED)
    move = decisions.funds_refused(case, build.funds_refused(case, "not_sealed"), build.moment())
    assert move.case.refusal.rule == "R-WDR-1"
    assert "请先由单位办理封存" in move.case.refusal.text


def test_r_wdr_2_e35_the_stop_period_names_the_first_eligible_day(build: Any) -> None:
    case = build.case("contract_ended", State.FUNDS_REQUESTED)
    event = build.funds_refused(case, "stop_period_not_over", eligible_from=date(2019, 9, 1))
    refusal = decisions.funds_refused(case, event, build.moment()).case.refusal
    assert refusal.rule == "R-WDR-2"
    assert refusal.eligible_from == date(2019, 9, 1)
    assert refusal.text == "单位停止缴存未满6个月，2019年9月1日起期满，届时可以再次申请。"


def test_r_wdr_5_e31_a_balance_below_the_retained_sum_is_refused_with_both_sums(build: Any) -> None:
    case = build.case("loan_repaid", State.FUNDS_REQUESTED)
    event = build.funds_refused(
        case, "nothing_to_withdraw", balance_fen=200_000, retained_fen=288_000
    )
    refusal = decisions.funds_refused(case, event, build.moment()).case.refusal
    assert (refusal.code, refusal.rule) == ("nothing_above_retained", "R-WDR-5")
    assert "2,000.00元" in refusal.text
    assert "2,880.00元" in refusal.text


@pytest.mark.parametrize(
    "reason",
    [
        "no_account",
        "account_closed",
        "account_frozen",
        "change_request_open",
        "funds_already_reserved",
    ],
)
def test_r_wdr_10_account_reasons_have_specific_texts(build: Any, reason: str) -> None:
    case = build.case(state=State.FUNDS_REQUESTED)
    refusal = decisions.funds_refused(
        case, build.funds_refused(case, reason), build.moment()
    ).case.refusal
    assert (refusal.code, refusal.rule) == (reason, "R-WDR-10")


def test_a_reason_that_accounts_adds_later_still_gets_a_sentence(build: Any) -> None:
    case = build.case(state=State.FUNDS_REQUESTED)
    move = decisions.funds_refused(case, build.funds_refused(case, "brand_new"), build.moment())
    assert move.case.refusal.code == "account_not_eligible"


@pytest.mark.parametrize("code", [*BANK_REASONS, "ZZ99"])
def test_r_wdr_13_bank_reasons_are_one_chinese_sentence(code: str) -> None:
    for text in (bank_failure_text(code), bank_return_text(code)):
        assert text.endswith("。")
        assert text.count("。") == 1
        assert code not in text


def test_wordings_use_only_known_values() -> None:
    for wording in WORDINGS.values():
        assert fields(wording.sentence) <= set(VALUES)
        assert fields(wording.dated or "") <= {"date", *VALUES}
