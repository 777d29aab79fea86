"""Each step of a case, as the rules read: given facts, when, then."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from shared.messages.accounts import SealReason
from shared.messages.withdrawals import (
    LoanQuestion,
    WithdrawalApproved,
    WithdrawalCancelled,
    WithdrawalFailed,
    WithdrawalFundsRequested,
    WithdrawalPaid,
    WithdrawalRejected,
    WithdrawalReturned,
    WithdrawalReviewRequired,
    WithdrawalSubmitted,
)
from withdrawals import decisions
from withdrawals.domain import Debt, State
from withdrawals.process import IllegalMove, Step
from withdrawals.rules import SEED as TYPES
from withdrawals.rules.book import PolicyRow

TODAY = date(2019, 8, 29)
NO_DEBT = Debt(0, 0, 0)


def test_r_wdr_3_an_application_is_accepted_with_kind_and_card_alone(build: Any) -> None:
    case = build.case("retirement")
    (move,) = decisions.submit(case, None, build.moment())
    assert move.case.state is State.SUBMITTED
    assert isinstance(move.event, WithdrawalSubmitted)
    assert move.event.loan_question is LoanQuestion.UNPAID
    assert move.event.deadline_on == date(2019, 9, 3)
    assert move.text == "已受理您的离退休提取申请，审核通过后最迟2019年9月3日到账。"
    assert move.facts["pay_by"] == "2019-09-03"


def test_money_is_asked_for_at_once_where_loans_has_no_say(build: Any) -> None:
    book = build.book()
    free = build.terms("retirement").model_dump() | {"unpaid_loan_bars": []}
    rows = [
        PolicyRow("all", TODAY, "文件", book.general(TODAY).model_dump()),
        PolicyRow("retirement", TODAY, "文件", free),
    ]
    moment = build.moment(book=build.book(rows=rows))
    accepted, asked = decisions.submit(build.case("retirement", moment=moment), None, moment)
    assert accepted.event.loan_question is LoanQuestion.NONE
    assert isinstance(asked.event, WithdrawalFundsRequested)
    assert (asked.case.state, asked.case.round) == (State.FUNDS_REQUESTED, 1)


def test_r_wdr_14_a_banned_person_is_refused_at_once_with_the_date(build: Any) -> None:
    accepted, refused = decisions.submit(build.case(), build.ban(date(2022, 8, 1)), build.moment())
    assert accepted.event.loan_question is LoanQuestion.NONE
    assert refused.case.state is State.REJECTED
    assert isinstance(refused.event, WithdrawalRejected)
    assert refused.event.eligible_from == date(2022, 8, 2)
    assert "自2022年8月2日起" in refused.text


def test_r_wdr_10_without_unpaid_loan_the_money_is_asked_for(build: Any) -> None:
    move = decisions.loan_answered(build.case(), build.facts(debt=NO_DEBT), build.moment())
    assert isinstance(move.event, WithdrawalFundsRequested)
    assert move.event.round == 1
    assert move.event.conditions.closing
    assert move.event.conditions.sealed_required
    assert move.event.business_date == TODAY


def test_r_wdr_10_with_an_unpaid_loan_it_is_refused(build: Any) -> None:
    facts = build.facts(debt=Debt(1, 0, 0))
    move = decisions.loan_answered(build.case(), facts, build.moment())
    assert isinstance(move.event, WithdrawalRejected)
    assert (move.event.reason_code, move.event.rule) == ("unpaid_loan", "R-WDR-10")
    assert move.event.decided_by == "rules"
    assert move.case.step_due_at is None


def test_r_wdr_5_asking_for_the_money_claims_the_cap_of_the_loan(build: Any) -> None:
    facts = build.facts(payoff=build.payoff(repaid_fen=1_000), claimed_elsewhere_fen=400)
    move = decisions.loan_answered(build.case("loan_repaid"), facts, build.moment())
    assert move.case.loan_claim_fen == 600
    assert move.event.conditions.cap_fen == 600


def test_r_wdr_5_what_is_reserved_below_the_cap_frees_the_rest(build: Any) -> None:
    case = build.case(
        "loan_repaid", State.FUNDS_REQUESTED, payoff=build.payoff(), loan_claim_fen=22_125_422
    )
    reservation = build.reservation(
        closing=False,
        principal_fen=5_712_000,
        interest_fen=0,
        seal_reason=None,  # E29
    )
    move = decisions.funds_reserved(case, reservation, None, build.moment())
    assert move.case.loan_claim_fen == 5_712_000
    assert move.case.state is State.APPROVED


def test_r_wdr_7_money_moves_at_once_where_no_review_is_asked_for(build: Any) -> None:
    case = build.case(state=State.FUNDS_REQUESTED)
    move = decisions.funds_reserved(case, build.reservation(), None, build.moment())
    assert isinstance(move.event, WithdrawalApproved)
    assert move.event.amount_fen == 6_001_234
    assert (move.event.card, move.event.card_tail) == ("k1.sealed", "3458")
    assert move.event.holder_name == "k1.name"
    assert move.event.deadline_on == date(2019, 9, 3)


def test_r_wdr_8_policy_sends_it_to_review(build: Any) -> None:
    case = build.case("sentenced", State.FUNDS_REQUESTED)
    reservation = build.reservation(seal_reason=SealReason.OTHER)
    move = decisions.funds_reserved(case, reservation, None, build.moment())
    assert move.case.state is State.IN_REVIEW
    assert isinstance(move.event, WithdrawalReviewRequired)
    assert set(move.event.reasons) == {"always", "seal_reason_mismatch"}


def test_r_wdr_15_death_seen_in_the_account_refuses_and_releases(build: Any) -> None:
    case = build.case(state=State.FUNDS_REQUESTED)
    reservation = build.reservation(seal_reason=SealReason.DECEASED)
    move = decisions.funds_reserved(case, reservation, None, build.moment())
    assert isinstance(move.event, WithdrawalRejected)
    assert move.event.rule == "R-WDR-15"


def test_r_wdr_14_a_ban_that_came_meanwhile_is_met_before_the_money_moves(build: Any) -> None:
    ban = build.ban(date(2022, 1, 1))
    case = build.case(state=State.FUNDS_REQUESTED)
    move = decisions.funds_reserved(case, build.reservation(), ban, build.moment())
    assert move.case.state is State.REJECTED
    reviewed = build.case("sentenced", State.IN_REVIEW)
    move = decisions.review_approved(reviewed, ban, "staff:1", build.moment())
    assert move.case.state is State.REJECTED


def test_r_wdr_8_approved_review_of_the_same_day_pays(build: Any) -> None:
    case = build.case("sentenced", State.IN_REVIEW)
    move = decisions.review_approved(case, None, "staff:1", build.moment())
    assert move.case.state is State.APPROVED
    assert move.case.reviewed
    assert move.actor == "staff:1"


def test_r_wdr_12_a_closing_withdrawal_reviewed_later_is_priced_anew(build: Any) -> None:
    case = build.case("sentenced", State.IN_REVIEW)
    later = build.moment(date(2019, 8, 30))
    move = decisions.review_approved(case, None, "staff:1", later)
    assert move.step is Step.PRICE_ANEW
    assert isinstance(move.event, WithdrawalFundsRequested)
    assert (move.event.round, move.event.business_date) == (2, date(2019, 8, 30))
    again = build.reservation(
        reserved_on=later.today, interest_fen=1_259, seal_reason=SealReason.OTHER
    )
    paid = decisions.funds_reserved(move.case, again, None, later)
    assert paid.case.state is State.APPROVED, "approved without a second review"
    assert paid.event.amount_fen == 6_001_259


def test_r_wdr_12_a_partial_withdrawal_reviewed_later_keeps_its_price(build: Any) -> None:
    reservation = build.reservation(closing=False, interest_fen=0)
    case = build.case(
        "loan_repaid", State.IN_REVIEW, reservation=reservation, payoff=build.payoff()
    )
    move = decisions.review_approved(case, None, "staff:1", build.moment(date(2019, 8, 30)))
    assert move.case.state is State.APPROVED


def test_r_wdr_12_an_answer_that_crossed_midnight_is_priced_anew(build: Any) -> None:
    case = build.case(state=State.FUNDS_REQUESTED)
    move = decisions.funds_reserved(
        case, build.reservation(reserved_on=TODAY), None, build.moment(date(2019, 8, 30))
    )
    assert (move.step, move.case.round) == (Step.PRICE_ANEW, 2)


def test_r_wdr_12_priced_anew_claims_no_more_of_a_loan_than_before(build: Any) -> None:
    case = build.case(
        "loan_repaid",
        State.IN_REVIEW,
        payoff=build.payoff(repaid_fen=1_000),
        loan_claim_fen=600,
        reservation=build.reservation(closing=True, principal_fen=600, interest_fen=0),
    )
    move = decisions.review_approved(case, None, "staff:1", build.moment(date(2019, 8, 30)))
    assert move.event.conditions.cap_fen == 600
    assert move.case.loan_claim_fen == 600


def test_r_wdr_8_a_reviewers_refusal_carries_the_reason(build: Any) -> None:
    case = build.case("sentenced", State.IN_REVIEW)
    move = decisions.review_rejected(case, "判决书尚未生效。", "staff:2", build.moment())
    assert move.case.state is State.REJECTED
    assert move.event.reason_text == "审核未通过：判决书尚未生效。"
    assert move.event.decided_by == "staff"


@pytest.mark.parametrize("state", [State.SUBMITTED, State.FUNDS_REQUESTED, State.IN_REVIEW])
def test_cancelling_before_payment_frees_the_claim(build: Any, state: State) -> None:
    case = build.case("loan_repaid", state, payoff=build.payoff(), loan_claim_fen=5)
    move = decisions.cancel(case, build.moment())
    assert move.case.state is State.CANCELLED
    assert move.case.loan_claim_fen == 0
    assert isinstance(move.event, WithdrawalCancelled)


@pytest.mark.parametrize(
    "state",
    [
        State.APPROVED,
        State.FAILED,
        State.REJECTED,
        State.CANCELLED,
    ],
)
def test_cancelling_later_is_illegal(build: Any, state: State) -> None:
    with pytest.raises(IllegalMove):
        decisions.cancel(build.case(state=state), build.moment())


def test_r_wdr_13_an_unknown_outcome_is_noted_once_and_sends_nothing(build: Any) -> None:
    moment = build.moment()
    case = build.case(state=State.APPROVED)
    move = decisions.payment_unknown(case, moment.now, moment)
    assert move is not None
    assert move.event is None
    assert move.case.state is State.APPROVED
    assert move.case.step_due_at == case.step_due_at
    assert decisions.payment_unknown(move.case, moment.now, moment) is None


def test_r_wdr_13_success_closes_the_application(build: Any) -> None:
    case = build.case(state=State.APPROVED)
    move = decisions.payment_succeeded(case, TODAY, "B1", build.moment())
    assert isinstance(move.event, WithdrawalPaid)
    assert move.event.amount_fen == move.event.principal_fen + move.event.interest_fen
    assert (move.case.state, move.case.bank_serial) == (State.PAID, "B1")
    assert move.text == "60,012.34元已付到尾号3458的银行卡。"


def test_r_wdr_13_failure_frees_money_and_claim(build: Any) -> None:
    case = build.case("loan_repaid", State.APPROVED, payoff=build.payoff(), loan_claim_fen=9)
    move = decisions.payment_failed(case, "BE01", build.moment())
    assert isinstance(move.event, WithdrawalFailed)
    assert (
        move.event.reason_text
        == "银行付款未成功：银行卡户名与本人姓名不一致，资金仍保留在您的公积金账户。"
    )
    assert move.case.loan_claim_fen == 0


def test_r_wdr_13_a_returned_payment_reopens_the_cap(build: Any) -> None:
    case = build.case(
        "loan_repaid",
        State.PAID,
        payoff=build.payoff(),
        loan_claim_fen=9,
        paid_on=TODAY,
        bank_serial="B1",
    )
    move = decisions.payment_returned(case, "AC04", TODAY + timedelta(days=1), build.moment())
    assert isinstance(move.event, WithdrawalReturned)
    assert move.case.state is State.RETURNED
    assert move.case.loan_claim_fen == 0


def test_a_paid_loan_withdrawal_keeps_its_claim(build: Any) -> None:
    case = build.case("loan_repaid", State.APPROVED, payoff=build.payoff(), loan_claim_fen=9)
    assert decisions.payment_succeeded(case, TODAY, "B1", build.moment()).case.loan_claim_fen == 9


@pytest.mark.parametrize("kind", [kind.kind for kind in TYPES])
def test_terms_are_those_of_the_day_of_acceptance(build: Any, kind: str) -> None:
    """A decree that comes into force while a case is open does not touch it."""
    moment = build.moment(date(2026, 9, 19))
    case = build.case(kind, moment=moment)
    facts = replace(build.facts(debt=NO_DEBT, payoff=build.payoff()), today=date(2026, 9, 21))
    later = build.moment(date(2026, 9, 21))
    assert decisions.loan_answered(case, facts, later).case.state is State.FUNDS_REQUESTED
