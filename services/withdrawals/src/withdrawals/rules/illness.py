"""Serious illness (重大疾病提取), a local type, off without a row: the own share of bills (R-WDR-47)."""

from datetime import date

from pydantic import Field

from shared.messages.withdrawals import LoanQuestion
from withdrawals.domain import Refusal
from withdrawals.dossier import Register
from withdrawals.rules.checks import holder_alive, not_banned
from withdrawals.rules.ground import (
    Cap,
    Ceiling,
    Ground,
    GroundTerms,
    Item,
    Question,
    in_months_before,
)
from withdrawals.rules.model import WithdrawalReason, WithdrawalType

KIND = "illness"


class IllnessTerms(GroundTerms):
    """The numbers of the policy row."""

    bill_months: int = Field(ge=1, le=60)

    def words(self) -> list[str]:
        """How much and within which time, as a citizen reads it."""
        return [f"按{self.bill_months}个月内结算的自付费用计算。"]


def ceiling(question: Question) -> Ceiling | Refusal:
    """Add up the bills of oneself, spouse and minor children; spouses share the sum (E76)."""
    terms = IllnessTerms.of(question.terms)
    year = question.accepted_on.year
    taken = question.claims.of_kind(KIND).of_household().in_year(year)
    if taken.own().rows:
        return question.refuse("once_a_year", eligible_from=date(year + 1, 1, 1))
    bills = sum(
        one.fen
        for one in question.dossier.bills
        if in_months_before(one.settled_on, question.accepted_on, terms.bill_months)
    )
    if bills == 0:
        return question.refuse("no_bill")
    key = f"household:{question.dossier.household.key}"
    caps = (Cap("自付费用", bills), Cap("减去已提取或正在办理", taken.fen))
    return Ceiling((Item(key, max(0, bills - taken.fen), f"illness-{year}"),), caps)


ILLNESS = WithdrawalType(
    kind=KIND,
    name="重大疾病提取",
    reason=WithdrawalReason.ILLNESS,
    local_sub_code=None,
    closing=False,
    conditions=("本人、配偶或者未成年子女患重大疾病，按自付费用提取，夫妻合计计算。",),
    loan_question=LoanQuestion.NONE,
    expected_seal_reasons=frozenset(),
    on_acceptance=(not_banned,),
    on_loan_answer=(not_banned,),
    on_reservation=(not_banned, holder_alive),
    ground=Ground(
        IllnessTerms,
        frozenset({Register.MARRIAGE, Register.ILLNESS}),
        ceiling,
        papers=frozenset({Register.MARRIAGE, Register.ILLNESS}),
    ),
)
