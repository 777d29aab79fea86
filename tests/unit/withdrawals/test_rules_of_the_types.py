"""Each rule of R-WDR that the types' declarations, checks and terms keep."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from shared.messages.accounts import SealReason
from shared.messages.withdrawals import BanCause, LoanQuestion
from withdrawals.domain import Debt
from withdrawals.rules import SEED as TYPES
from withdrawals.rules.book import NotInForce, PolicyRow
from withdrawals.rules.model import (
    ReviewReason,
    Terms,
    WithdrawalReason,
    funds_conditions,
    judge,
    review_reasons,
)

SEALED_TYPES = ("retirement", "contract_ended", "sentenced", "settled_abroad")
IN_2019 = date(2019, 8, 29)
IN_2026 = date(2026, 9, 20)


def test_the_five_types_of_the_seed_in_order(build: Any) -> None:
    assert [kind.kind for kind in TYPES] == [*SEALED_TYPES, "loan_repaid"]
    for day in (IN_2019, IN_2026):
        assert [offer.type for offer in build.book().offers(day)] == list(TYPES)


def test_withdrawal_reasons_are_those_of_appendix_a_7() -> None:
    codes = {kind.kind: (kind.reason, kind.local_sub_code) for kind in TYPES}
    assert codes == {
        "retirement": (WithdrawalReason.RETIRED, None),
        "contract_ended": (WithdrawalReason.OTHER, "9901"),
        "sentenced": (WithdrawalReason.OTHER, "9902"),
        "settled_abroad": (WithdrawalReason.SETTLED_ABROAD, None),
        "loan_repaid": (WithdrawalReason.REPAY_LOAN, None),
    }


@pytest.mark.parametrize("kind", SEALED_TYPES)
def test_r_wdr_1_types_1_to_4_need_a_sealed_account(build: Any, kind: str) -> None:
    asked = funds_conditions(build.type(kind), build.terms(kind), build.facts())
    assert asked.sealed_required


@pytest.mark.parametrize("kind", ["retirement", "sentenced", "settled_abroad"])
def test_r_wdr_1_types_1_3_and_4_do_not_wait_after_sealing(build: Any, kind: str) -> None:
    asked = funds_conditions(build.type(kind), build.terms(kind), build.facts())
    assert asked.unpaid_months_required == 0


def test_r_wdr_2_contract_ended_waits_six_unpaid_months_by_reading_1(build: Any) -> None:
    asked = funds_conditions(
        build.type("contract_ended"), build.terms("contract_ended"), build.facts()
    )
    assert (asked.unpaid_months_required, asked.stop_counted_from) == (6, "paid_up_to")


def test_r_wdr_2_reading_2_and_other_months_are_policy(build: Any) -> None:
    usual = build.terms("contract_ended")
    other = Terms.model_validate(
        usual.model_dump() | {"stop_period": {"months": 12, "counted_from": "sealed_on"}}
    )
    asked = funds_conditions(build.type("contract_ended"), other, build.facts())
    assert (asked.unpaid_months_required, asked.stop_counted_from) == (12, "sealed_on")


def test_r_wdr_4_only_a_loan_that_is_paid_off(build: Any) -> None:
    kind, terms = build.type("loan_repaid"), build.terms("loan_repaid")
    for denied, code in (("no_loan", "no_loan"), ("loan_not_paid_off", "loan_not_paid_off")):
        refusal = judge(kind.on_loan_answer, build.facts(payoff_denied=denied), terms)
        assert (refusal.code, refusal.rule) == (code, "R-WDR-4")
    assert judge(kind.on_loan_answer, build.facts(payoff=build.payoff()), terms) is None


def test_r_wdr_4_no_facts_are_never_taken_for_good_facts(build: Any) -> None:
    for kind in TYPES:
        refusal = judge(kind.on_loan_answer, build.facts(), build.terms(kind.kind))
        assert refusal.code == "loan_facts_unclear"


def test_r_wdr_4_an_offset_agreement_ever_signed_disqualifies(build: Any) -> None:
    kind, terms = build.type("loan_repaid"), build.terms("loan_repaid")
    facts = build.facts(payoff=build.payoff(offset_agreement_ever=True))
    refusal = judge(kind.on_loan_answer, facts, terms)
    assert (refusal.code, refusal.rule) == ("offset_agreement", "R-WDR-4")


def test_r_wdr_5_e29_cap_is_all_principal_and_interest_repaid(build: Any) -> None:
    facts = build.facts(payoff=build.payoff(repaid_fen=22_125_422))
    asked = funds_conditions(build.type("loan_repaid"), build.terms("loan_repaid"), facts)
    assert asked.cap_fen == 22_125_422
    assert not asked.closing
    assert not asked.sealed_required


def test_r_wdr_5_cap_is_less_what_was_taken_for_this_loan(build: Any) -> None:
    facts = build.facts(payoff=build.payoff(repaid_fen=10_000), claimed_elsewhere_fen=9_999)
    asked = funds_conditions(build.type("loan_repaid"), build.terms("loan_repaid"), facts)
    assert asked.cap_fen == 1


@pytest.mark.parametrize("claimed", [10_000, 10_001])
def test_r_wdr_5_a_cap_that_is_used_up_refuses(build: Any, claimed: int) -> None:
    facts = build.facts(payoff=build.payoff(repaid_fen=10_000), claimed_elsewhere_fen=claimed)
    kind = build.type("loan_repaid")
    refusal = judge(kind.on_loan_answer, facts, build.terms("loan_repaid"))
    assert (refusal.code, refusal.rule) == ("loan_cap_used_up", "R-WDR-5")
    assert "100.00元" in refusal.text


@pytest.mark.parametrize(
    ("settled_on", "before"), [(date(2019, 8, 29), "2019-08"), (date(2020, 1, 1), "2020-01")]
)
def test_r_wdr_6_e32_three_months_before_the_payoff_month_stay(
    build: Any, settled_on: date, before: str
) -> None:
    facts = build.facts(payoff=build.payoff(settled_on=settled_on))
    asked = funds_conditions(build.type("loan_repaid"), build.terms("loan_repaid"), facts)
    assert (asked.retained_months, asked.retained_before) == (3, before)
    assert asked.retained_by == "booked_deposits"  # reading A


def test_r_wdr_6_e32_reading_b_is_policy(build: Any) -> None:
    other = Terms.model_validate(
        build.terms("loan_repaid").model_dump()
        | {"loan_cap": {"retained_months": 3, "retained_by": "current_deposit"}}
    )
    facts = build.facts(payoff=build.payoff())
    assert (
        funds_conditions(build.type("loan_repaid"), other, facts).retained_by == "current_deposit"
    )


def test_r_wdr_9_employer_proof_is_dropped_in_2026(build: Any) -> None:
    book = build.book()
    assert book.general(date(2026, 9, 19)).employer_proof == "by_online_seal"
    assert book.general(IN_2026).employer_proof == "not_needed"


@pytest.mark.parametrize("kind", SEALED_TYPES)
@pytest.mark.parametrize(
    ("debt", "code"),
    [
        (Debt(1, 0, 0), "unpaid_loan"),
        (Debt(0, 1, 0), "unpaid_loan_as_co_borrower"),
        (Debt(0, 0, 1), None),
        (Debt(0, 0, 0), None),
    ],
)
def test_r_wdr_10_unpaid_fund_loan_bars_closing_withdrawals(
    build: Any, kind: str, debt: Debt, code: str | None
) -> None:
    declared = build.type(kind)
    refusal = judge(declared.on_loan_answer, build.facts(debt=debt), build.terms(kind))
    assert (refusal and refusal.code) == code
    assert refusal is None or refusal.rule == "R-WDR-10"


def test_r_wdr_10_guarantors_are_barred_where_policy_says_so(build: Any) -> None:
    terms = Terms.model_validate(
        build.terms("retirement").model_dump() | {"unpaid_loan_bars": ["guarantor"]}
    )
    checks = build.type("retirement").on_loan_answer
    assert judge(checks, build.facts(debt=Debt(1, 1, 0)), terms) is None
    refusal = judge(checks, build.facts(debt=Debt(0, 0, 1)), terms)
    assert refusal is not None
    assert refusal.code == "unpaid_loan_as_guarantor"


def test_r_wdr_10_loans_is_not_asked_what_could_change_nothing(build: Any) -> None:
    retirement, usual = build.type("retirement"), build.terms("retirement")
    free = Terms.model_validate(usual.model_dump() | {"unpaid_loan_bars": []})
    assert retirement.asks_loans(usual) is LoanQuestion.UNPAID
    assert retirement.asks_loans(free) is LoanQuestion.NONE
    repaid = build.type("loan_repaid")
    assert repaid.asks_loans(build.terms("loan_repaid")) is LoanQuestion.PAYOFF


def test_r_wdr_11_closing_types_empty_the_account_and_the_loan_type_leaves_a_fen(
    build: Any,
) -> None:
    for kind in TYPES:
        asked = funds_conditions(kind, build.terms(kind.kind), build.facts(payoff=build.payoff()))
        assert asked.closing == (kind.kind in SEALED_TYPES)
        assert asked.minimum_left_fen == 1


@pytest.mark.parametrize("kind", [kind.kind for kind in TYPES])
@pytest.mark.parametrize("stage", ["on_acceptance", "on_loan_answer", "on_reservation"])
def test_r_wdr_14_a_ban_bars_every_type_at_every_stage(build: Any, kind: str, stage: str) -> None:
    checks = getattr(build.type(kind), stage)
    until = date(2019, 8, 29)
    for cause, code, words in (
        (BanCause.FALSE_MATERIALS, "banned", "提供虚假材料"),
        (BanCause.LOAN_FRAUD, "banned_for_loan_fraud", "骗取住房公积金贷款"),
    ):
        ban = build.ban(until, cause)
        refusal = judge(checks, build.facts(ban=ban), build.terms(kind))
        assert (refusal.code, refusal.rule) == (code, "R-WDR-14")
        assert words in refusal.text
        assert "2019年8月30日" in refusal.text
        assert refusal.eligible_from == date(2019, 8, 30)
        over = build.facts(ban=ban, today=date(2019, 8, 30))
        later = judge(checks, over, build.terms(kind))
        assert later is None or later.code != code


def test_r_wdr_14_bans_exist_from_2026_on(build: Any) -> None:
    book = build.book()
    before, after = book.general(date(2026, 9, 19)), book.general(IN_2026)
    assert (before.false_materials_ban_years, before.loan_fraud_ban_years) == (None, None)
    assert (after.false_materials_ban_years, after.loan_fraud_ban_years) == (3, 5)


@pytest.mark.parametrize("kind", [kind.kind for kind in TYPES])
def test_r_wdr_15_death_is_for_the_counter_only(build: Any, kind: str) -> None:
    facts = build.facts(reservation=build.reservation(seal_reason=SealReason.DECEASED))
    refusal = judge(build.type(kind).on_reservation, facts, build.terms(kind))
    assert (refusal.code, refusal.rule) == ("deceased", "R-WDR-15")
    assert "柜台" in refusal.text


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("retirement", SealReason.RETIRED),
        ("contract_ended", SealReason.TERMINATED),
        ("settled_abroad", SealReason.ABROAD),
    ],
)
def test_a_seal_reason_that_fits_needs_no_review_and_another_one_does(
    build: Any, kind: str, expected: SealReason
) -> None:
    policy, declared = build.terms(kind).review, build.type(kind)
    assert review_reasons(declared, policy, build.reservation(seal_reason=expected)) == ()
    other = build.reservation(seal_reason=SealReason.OTHER)
    assert review_reasons(declared, policy, other) == (ReviewReason.SEAL_REASON_MISMATCH,)


def test_a_sentence_is_always_reviewed(build: Any) -> None:
    reservation = build.reservation(seal_reason=SealReason.SENTENCED)
    reasons = review_reasons(build.type("sentenced"), build.terms("sentenced").review, reservation)
    assert reasons == (ReviewReason.ALWAYS,)


def test_a_large_amount_is_reviewed_from_the_threshold_on(build: Any) -> None:
    policy, declared = build.terms("retirement").review, build.type("retirement")
    at = build.reservation(principal_fen=policy.from_fen, interest_fen=0)
    below = build.reservation(principal_fen=policy.from_fen - 1, interest_fen=0)
    assert review_reasons(declared, policy, at) == (ReviewReason.LARGE_AMOUNT,)
    assert review_reasons(declared, policy, below) == ()


def test_r_seal_4_an_account_that_is_behind_is_reviewed_for_contract_ended(build: Any) -> None:
    reservation = build.reservation(seal_reason=SealReason.TERMINATED, months_behind=2)
    declared = build.type("contract_ended")
    reasons = review_reasons(declared, build.terms("contract_ended").review, reservation)
    assert reasons == (ReviewReason.MONTHS_BEHIND,)


def test_policy_is_found_by_the_day_of_acceptance(build: Any) -> None:
    book = build.book()
    assert book.policy("retirement", date(2026, 9, 19)).effective_from == date(2019, 1, 1)
    assert book.policy("retirement", IN_2026).effective_from == IN_2026
    with pytest.raises(NotInForce):
        book.policy("retirement", date(2018, 12, 31))
    with pytest.raises(NotInForce):
        book.general(date(2018, 12, 31))
    with pytest.raises(NotInForce):
        book.policy("rent", IN_2026)


def test_a_later_policy_row_overrides_its_parameters(build: Any) -> None:
    usual = build.terms("contract_ended").model_dump(mode="json")
    row = PolicyRow(
        "contract_ended",
        date(2027, 1, 1),
        "测试文件1号",
        usual | {"stop_period": {"months": 3, "counted_from": "sealed_on"}},
    )
    rows = [
        PolicyRow(kind, day, "旧文件", parameters)
        for kind, day, parameters in (
            ("all", IN_2019, build.book().general(IN_2019).model_dump()),
            ("contract_ended", IN_2019, usual),
        )
    ]
    book = build.book(rows=[row, *rows])
    assert book.terms("contract_ended", date(2026, 12, 31)).stop_period.months == 6
    assert book.terms("contract_ended", date(2027, 1, 1)).stop_period.months == 3


@pytest.mark.parametrize(
    "wrong",
    [
        {"stop_period": {"months": -1, "counted_from": "paid_up_to"}},
        {"stop_period": {"months": 6, "counted_from": "somewhere"}},
        {"unpaid_loan_bars": ["neighbour"]},
        {"surprise": 1},
    ],
)
def test_policy_parameters_are_validated(build: Any, wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Terms.model_validate(build.terms("retirement").model_dump() | wrong)


def test_types_are_declared_once_and_frozen(build: Any) -> None:
    assert len({kind.kind for kind in TYPES}) == len(TYPES)
    with pytest.raises(AttributeError):
        build.type("retirement").kind = "other"
    assert replace(build.type("retirement")) == build.type("retirement")
