"""What a withdrawal type (提取类型) is made of: a declaration, its terms by policy, and pure functions."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import Field, SerializeAsAny

from shared.messages.accounts import SealReason
from shared.messages.withdrawals import FundsConditions, LoanQuestion
from withdrawals.domain import Ban, Debt, Payoff, Refusal, Reservation
from withdrawals.rules.ground import Ceiling, Doubt, Ground, GroundTerms, PolicyPart


class WithdrawalReason(StrEnum):
    """Withdrawal reason (提取原因), JGJ/T 320 appendix A.7."""

    BUY = "01"
    BUILD = "02"
    RETIRED = "03"
    UNABLE_TO_WORK = "04"
    SETTLED_ABROAD = "05"
    REPAY_LOAN = "06"
    RENT = "07"
    DEATH = "08"
    ILLNESS = "09"
    OTHER = "99"


class StopPeriod(PolicyPart):
    """How long the employer must have stopped contributing (停缴), R-WDR-2."""

    months: int = Field(ge=0, le=120)
    counted_from: Literal["paid_up_to", "sealed_on"]
    """`paid_up_to` is reading 1, whole unpaid months; `sealed_on` is reading 2."""


class LoanCap(PolicyPart):
    """What stays on the account below the cap of a repaid loan (R-WDR-5, 6)."""

    retained_months: int = Field(ge=0, le=120)
    retained_by: Literal["booked_deposits", "current_deposit"]
    """Reading A or reading B of R-WDR-6."""


class ReviewPolicy(PolicyPart):
    """When a maker and a checker must look before money moves."""

    always: bool
    from_fen: int | None = Field(ge=1)
    """Amounts from here on; None for any amount unseen."""
    seal_reason_mismatch: bool
    months_behind: bool
    """The account is behind the month it should have been paid up to (R-SEAL-4)."""


LoanRole = Literal["borrower", "co_borrower", "guarantor"]


class Terms(PolicyPart):
    """The effective-dated policy (政策) of one type; no value here has a default in code."""

    sealed_required: bool
    """R-WDR-1."""
    stop_period: StopPeriod | None
    loan_cap: LoanCap | None
    unpaid_loan_bars: tuple[LoanRole, ...]
    """R-WDR-10: whoever owes a fund loan in one of these parts is refused."""
    review: ReviewPolicy
    ground: SerializeAsAny[GroundTerms] | None = None
    """What a case of the law adds (R-WDR-16); none where the account and the fund loans say all."""


class GeneralTerms(PolicyPart):
    """The effective-dated policy that holds for all types."""

    decide_within_days: int = Field(ge=1, le=60)
    """R-WDR-8, calendar days, rolled forward to a working day (E41)."""
    pay_within_working_days: int = Field(ge=1, le=60)
    """R-WDR-7."""
    answer_within_minutes: int = Field(ge=1, le=10_080)
    """How long another service may take before the operators hear of it."""
    employer_proof: Literal["by_online_seal", "not_needed"]
    """R-WDR-9."""
    false_materials_ban_years: int | None = Field(ge=1, le=30)
    """R-WDR-14; None where the law of the day has no such ban."""
    loan_fraud_ban_years: int | None = Field(ge=1, le=30)
    card_valid_months: int = Field(12, ge=1, le=120)
    """R-WDR-3: so long the bank's word that a card is the applicant's holds; then it is asked again."""
    consent_months: int = Field(12, ge=1, le=60)
    """R-WDR-20: so long a spouse's consent to look-ups holds; then it is given anew."""


class AgreedTerms(PolicyPart):
    """The effective-dated policy of agreed periodic withdrawals (约定提取), R-WDR-48 to 52."""

    kinds: tuple[str, ...]
    run_day: int = Field(ge=1, le=28)
    """Of the month, rolled forward to a working day."""
    retry_working_days: int = Field(ge=1, le=60)
    """After the bank sent the money back."""
    end_after_failures: int = Field(ge=1, le=99)
    """In a row."""
    least_part_fen: int = Field(ge=1)
    """Where the account is short, less than this is not paid (R-WDR-50)."""
    spouse_signs_within_days: int = Field(15, ge=1, le=90)
    """Calendar days, the last one included: then what one spouse signed alone has lapsed (R-WDR-49)."""


class BrakeTerms(PolicyPart):
    """The effective-dated policy of the owner's own brakes."""

    lift_after_hours: int = Field(ge=1, le=720)
    """After it was asked for, a lock is lifted."""
    raise_after_hours: int = Field(ge=1, le=720)
    """After it was asked for, a higher limit holds."""
    cooling_hours: int = Field(ge=1, le=720)
    """After another phone or card became known, money may go there."""


class EstateTerms(PolicyPart):
    """The effective-dated policy of what is inherited (R-WDR-46)."""

    small_estate_fen: int = Field(ge=0)
    """Up to this, interest included, the declaration of all first-order heirs is enough (E74)."""


class PaperTerms(PolicyPart):
    """The effective-dated policy of papers that are handed in where no register knows (R-WDR-21)."""

    hand_in_within_days: int = Field(ge=1, le=365)
    """Calendar days, the last one included; later the application is refused, and may be made anew."""
    papers_most: int = Field(ge=1, le=100)
    """Of one application, those that were taken back left out."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known when a type is judged; what has not been asked yet is None."""

    today: date
    ban: Ban | None = None
    payoff: Payoff | None = None
    payoff_denied: str | None = None
    debt: Debt | None = None
    claimed_elsewhere_fen: int = 0
    """What other applications have taken or hold of the same loan's cap (R-WDR-5, A5)."""
    reservation: Reservation | None = None
    ceiling: Ceiling | None = None
    """Of a case of the law: how much at most, before the balance."""


Check = Callable[[Facts, Terms], Refusal | None]
"""One reason to refuse: None when it does not apply."""


@dataclass(frozen=True)
class WithdrawalType:
    """One type of withdrawal (提取类型), declared in one file of this package."""

    kind: str
    name: str
    reason: WithdrawalReason
    local_sub_code: str | None
    """A centre's own code below 99 other (其他), where A.7 has none for the type."""
    closing: bool
    """True empties and closes the account (销户提取), False is partial (部分提取), R-WDR-11."""
    conditions: tuple[str, ...]
    """Sentences for the citizen that no policy changes; `conditions` makes the others of the terms."""
    loan_question: LoanQuestion
    expected_seal_reasons: frozenset[SealReason]
    """Other seal reasons go to review, where policy asks for it; empty expects nothing."""
    on_acceptance: tuple[Check, ...]
    on_loan_answer: tuple[Check, ...]
    on_reservation: tuple[Check, ...]
    ground: Ground | None = None
    """Of the law's cases: which registers are asked, and how much at most (R-WDR-19, 21)."""

    def asks_loans(self, terms: Terms) -> LoanQuestion:
        """What loans is to answer; nothing where no answer could change the outcome."""
        if self.loan_question is LoanQuestion.UNPAID and not terms.unpaid_loan_bars:
            return LoanQuestion.NONE
        return self.loan_question


def judge(checks: tuple[Check, ...], facts: Facts, terms: Terms) -> Refusal | None:
    """Return the first reason to refuse, in the order in which the type declares its checks."""
    for check in checks:
        refusal = check(facts, terms)
        if refusal is not None:
            return refusal
    return None


def cap_left_fen(facts: Facts) -> int | None:
    """What of a repaid loan may still be withdrawn (R-WDR-5); None where no loan is the limit."""
    if facts.payoff is None:
        return None
    return max(0, facts.payoff.repaid_fen - facts.claimed_elsewhere_fen)


def funds_conditions(kind: WithdrawalType, terms: Terms, facts: Facts) -> FundsConditions:
    """Say what must hold of the account; accounts judges it and computes the amount."""
    stop, cap = terms.stop_period, terms.loan_cap
    asked: dict[str, object] = {"closing": kind.closing, "sealed_required": terms.sealed_required}
    if stop is not None:
        asked |= {"unpaid_months_required": stop.months, "stop_counted_from": stop.counted_from}
    if cap is not None and facts.payoff is not None:
        asked |= {
            "cap_fen": cap_left_fen(facts),
            "retained_months": cap.retained_months,
            "retained_before": f"{facts.payoff.settled_on:%Y-%m}",
            "retained_by": cap.retained_by,
        }
    if facts.ceiling is not None and not facts.ceiling.closing:
        asked |= {"cap_fen": facts.ceiling.fen, "least_fen": facts.ceiling.least_fen}
    return FundsConditions.model_validate(asked)


class ReviewReason(StrEnum):
    """Why staff must look at an application (转人工审核的原因)."""

    ALWAYS = "always"
    LARGE_AMOUNT = "large_amount"
    SEAL_REASON_MISMATCH = "seal_reason_mismatch"
    MONTHS_BEHIND = "months_behind"
    CARD_UNANSWERED = "card_unanswered"
    CARD_UNREADABLE = "card_unreadable"
    FLAT_RESOLD = Doubt.RESOLD.value
    BUYERS_NOT_RELATIVES = Doubt.NOT_RELATIVES.value
    BOUGHT_ELSEWHERE = Doubt.ELSEWHERE.value
    MARRIAGES_AND_PURCHASES = Doubt.MARRIAGES.value
    LOANS_HOME_NOT_ON_RECORD = Doubt.LOANS_HOME.value

    @property
    def text(self) -> str:
        """For the reviewer."""
        return _REVIEW_TEXTS[self]


_REVIEW_TEXTS = {
    ReviewReason.ALWAYS: "此类提取须逐笔审核",
    ReviewReason.LARGE_AMOUNT: "金额达到大额审核标准",
    ReviewReason.SEAL_REASON_MISMATCH: "封存原因与提取类型不符",
    ReviewReason.MONTHS_BEHIND: "账户缴至年月早于应缴年月，存在欠缴",
    ReviewReason.CARD_UNANSWERED: "银行未能在时限内核验收款银行卡，请核对卡号与户名",
    ReviewReason.CARD_UNREADABLE: "收款银行卡信息无法解密，不能付款，只能退回或不予提取",
    ReviewReason.FLAT_RESOLD: "该住房近期多次转让，请核实购房是否真实",
    ReviewReason.BUYERS_NOT_RELATIVES: "共同购房人之间没有亲属关系，请核实购房是否真实",
    ReviewReason.BOUGHT_ELSEWHERE: "购房地既不是缴存地也不是户籍地，请核实购房是否真实",
    ReviewReason.MARRIAGES_AND_PURCHASES: "婚姻关系近期多次变更并多次购房，请核实购房是否真实",
    ReviewReason.LOANS_HOME_NOT_ON_RECORD: "银行贷款所购住房不在本人或配偶的不动产登记中，请核对合同和流水",
}


def review_reasons(
    kind: WithdrawalType, policy: ReviewPolicy, reservation: Reservation
) -> tuple[ReviewReason, ...]:
    """Name why staff must look; nothing when the money may move at once (R-WDR-7)."""
    expected = kind.expected_seal_reasons
    found = {
        ReviewReason.ALWAYS: policy.always,
        ReviewReason.LARGE_AMOUNT: policy.from_fen is not None
        and reservation.amount_fen >= policy.from_fen,
        ReviewReason.SEAL_REASON_MISMATCH: policy.seal_reason_mismatch
        and bool(expected)
        and reservation.seal_reason not in expected,
        ReviewReason.MONTHS_BEHIND: policy.months_behind and reservation.months_behind > 0,
    }
    return tuple(reason for reason, applies in found.items() if applies)
