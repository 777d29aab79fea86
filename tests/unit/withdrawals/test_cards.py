"""R-WDR-3: the bank says whose card it is before anybody approves; once, and again after a year."""

from datetime import date
from typing import Any

import pytest

from shared.messages.cards import CardVerdict
from shared.messages.withdrawals import WithdrawalApproved
from withdrawals import agreements, decisions
from withdrawals.agreements import Outcome
from withdrawals.domain import State
from withdrawals.process import STATES, Step
from withdrawals.rules.model import ReviewReason


def reserved(build: Any, today: date = date(2019, 8, 29), **changes: Any) -> Any:
    moment = build.moment(today)
    case = build.case(changes.pop("kind", "retirement"), State.FUNDS_REQUESTED, moment, **changes)
    return decisions.funds_reserved(case, build.reservation(reserved_on=today), None, moment)


def test_r_wdr_3_a_card_that_was_never_verified_is_before_the_money_moves(build: Any) -> None:
    move = reserved(build, card_verified_on=None)
    assert (move.step, move.case.state, move.event) == (Step.CHECK_CARD, State.CARD_CHECK, None)
    assert "正在向银行核验收款银行卡" in move.text
    assert STATES[State.CARD_CHECK].cancellable


@pytest.mark.parametrize(
    ("today", "state"),
    [(date(2020, 8, 28), State.APPROVED), (date(2020, 8, 29), State.CARD_CHECK)],
)
def test_r_wdr_3_the_banks_word_holds_twelve_months(build: Any, today: date, state: State) -> None:
    assert reserved(build, today, card_verified_on=date(2019, 8, 29)).case.state is state


@pytest.mark.parametrize(
    ("verdict", "code", "state"),
    [
        (CardVerdict.MATCHED, None, State.APPROVED),
        (CardVerdict.REFUSED, "BE01", State.REJECTED),
        (CardVerdict.UNANSWERED, None, State.IN_REVIEW),
    ],
)
def test_r_wdr_3_yes_pays_no_refuses_and_silence_is_never_a_refusal(
    build: Any, verdict: CardVerdict, code: str | None, state: State
) -> None:
    waiting = reserved(build, card_verified_on=None).case
    move = decisions.card_checked(waiting, verdict, code, None, build.moment())
    assert move.case.state is state
    if state is State.APPROVED:
        assert isinstance(move.event, WithdrawalApproved)
    if state is State.REJECTED:
        assert "银行卡户名与本人姓名不一致" in move.text
        assert move.case.refusal.decided_by == "bank"
    if state is State.IN_REVIEW:
        assert move.review_reasons == (ReviewReason.CARD_UNANSWERED,)


def test_r_wdr_12_what_waited_for_the_bank_over_midnight_is_priced_anew(build: Any) -> None:
    waiting = reserved(build, card_verified_on=None).case
    later = build.moment(date(2019, 8, 30))
    move = decisions.card_checked(waiting, CardVerdict.MATCHED, None, None, later)
    assert (move.step, move.case.state) == (Step.PRICE_ANEW, State.FUNDS_REQUESTED)


def test_r_wdr_8_the_card_is_verified_before_staff_look(build: Any) -> None:
    waiting = reserved(build, kind="sentenced", card_verified_on=None).case
    assert waiting.state is State.CARD_CHECK
    move = decisions.card_checked(waiting, CardVerdict.MATCHED, None, None, build.moment())
    assert move.case.state is State.IN_REVIEW
    assert ReviewReason.CARD_UNANSWERED not in move.review_reasons


def test_r_wdr_14_a_ban_that_came_while_the_bank_was_asked_is_met(build: Any) -> None:
    waiting = reserved(build, card_verified_on=None).case
    ban = build.ban(date(2022, 1, 1))
    move = decisions.card_checked(waiting, CardVerdict.MATCHED, None, ban, build.moment())
    assert move.case.refusal.rule == "R-WDR-14"


def test_a_card_that_cannot_be_opened_waits_for_two_people_and_for_nothing_else(build: Any) -> None:
    move = reserved(build, card_readable=False)
    assert move.case.state is State.IN_REVIEW
    assert move.review_reasons == (ReviewReason.CARD_UNREADABLE,)
    ended = decisions.review_rejected(move.case, "银行卡信息无法读取", "staff:1", build.moment())
    assert ended.case.state is State.REJECTED
    assert "银行卡信息无法读取" in ended.text


def test_r_wdr_52_an_agreement_pauses_where_the_bank_says_the_card_is_not_its_owners(
    build: Any,
) -> None:
    waiting = reserved(build, card_verified_on=None).case
    move = decisions.card_checked(waiting, CardVerdict.REFUSED, "AC04", None, build.moment())
    told = agreements.told_of(move.case)
    assert (told.outcome, "收款账户已经销户" in told.text) == (Outcome.PAUSED, True)
