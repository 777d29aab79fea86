"""Refusals of early repayments say the numbers of the policy row that refuses (R-REP-6)."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.unit.loans.builders import RATES, an_account, pay_on_time

from loans.domain.contracts import PrepaymentEffect
from loans.errors import WORDINGS, Refused
from loans.rules.account import LoanAccount
from loans.rules.agreements import TERMS_TEXT, Agreement
from loans.rules.early import Circumstances, EarlyKind, Wish, consequence, judge
from loans.rules.repayment import Policy
from loans.rules.terms import Rulebook
from shared.base.money import Fen

DAY = date(2019, 8, 29)
SHIPPED = Policy(date(2015, 8, 26), Decimal("1.5"), penalty_on_interest=True)
OTHER = replace(SHIPPED, early_per_month=7, early_minimum_fen=1_234_567, debit_days=2)
ROWS = [(SHIPPED, "1", "10,000.00"), (OTHER, "7", "12,345.67")]


def judged(policy: Policy) -> LoanAccount:
    account = an_account()
    pay_on_time(account, 36)
    account.rulebook = Rulebook(RATES, [policy])
    account.agreements = (Agreement(date(2019, 1, 10), None, PrepaymentEffect.REDUCE),)
    return account


def said(account: LoanAccount, wish: Wish, early_this_month: int = 0) -> str:
    with pytest.raises(Refused) as refusal:
        judge(account, wish, Circumstances(early_this_month, money_under_way=False, has_card=True))
    return refusal.value.detail


@pytest.mark.parametrize(("policy", "times", "minimum"), ROWS)
def test_r_rep_6_how_often_and_how_little_are_the_rows_numbers(
    policy: Policy, times: str, minimum: str
) -> None:
    account = judged(policy)
    often = said(account, Wish(EarlyKind.PAYOFF, None, DAY), policy.early_per_month)
    assert often == f"每月最多提前还款{times}次，请下月办理。"
    little = Wish(EarlyKind.PARTIAL, Fen(policy.early_minimum_fen - 1), DAY)
    assert said(account, little) == f"部分提前还款每次不少于{minimum}元。"


@pytest.mark.parametrize(("policy", "last_day"), [(SHIPPED, 22), (OTHER, 21)])
def test_r_rep_6_the_debit_window_that_is_told_is_the_rows(policy: Policy, last_day: int) -> None:
    account = judged(policy)
    wish = Wish(EarlyKind.PAYOFF, None, date(2019, 9, last_day))
    assert "扣款期内" in said(account, wish)
    after = replace(wish, debit_on=date(2019, 9, last_day + 1))
    assert said(account, after).startswith("该贷款有逾期欠款")


VALUES: dict[str, Any] = {"day": DAY, "until": DAY}


@pytest.mark.parametrize("reason", WORDINGS)
def test_a_refusal_is_whole_sentences_without_a_placeholder(reason: Any) -> None:
    wanted = set(re.findall(r"\{(\w+)", WORDINGS[reason].sentence))
    values = {name: VALUES.get(name, "某") for name in wanted}
    text = Refused(reason, **values).detail
    assert not re.search(r"[{}]|None|。。", text)
    assert text.endswith(("。", "某"))


def test_r_rep_10_what_an_agreement_costs_is_said_alike_before_signing_and_before_paying() -> None:
    partial = consequence(EarlyKind.PARTIAL, agreement_ever=True)
    for text in (TERMS_TEXT, partial, consequence(EarlyKind.PAYOFF, agreement_ever=True)):
        assert "偿还公积金贷款提取" in text
        assert text.endswith("。")
        assert not re.search(r"\d", text)
