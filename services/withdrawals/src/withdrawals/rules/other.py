"""What the State Council approves beside the named cases, Art. 24(9): off without a row (R-WDR-47)."""

from datetime import date

from pydantic import Field

from shared.base.money import percent_of, yuan
from shared.messages.withdrawals import LoanQuestion
from withdrawals.domain import Refusal
from withdrawals.dossier import WHOLE_BP, Register, invoice_key
from withdrawals.rules.checks import holder_alive, not_banned
from withdrawals.rules.ground import (
    Cap,
    Ceiling,
    Ground,
    GroundTerms,
    Item,
    Question,
    in_months_before,
    share_of,
)
from withdrawals.rules.model import WithdrawalReason, WithdrawalType

KIND = "other"


class OtherTerms(GroundTerms):
    """The numbers of the policy row."""

    use: str = Field(min_length=1, max_length=40)
    """What the invoices are for, as the tax office has it: `lift` 加装电梯, `repair_fund` 维修资金."""
    share_bp: int = Field(ge=1, le=WHOLE_BP)
    """Part of the invoices that may be taken, in basis points."""
    household_year_fen: int = Field(ge=1)
    """Of all that a household takes in a calendar year."""
    window_months: int = Field(ge=1, le=60)
    """Invoices of so many months before acceptance."""
    expenses_from: date
    """Older bills do not count (R-WDR-17)."""

    def words(self) -> list[str]:
        """How much and within which time, as a citizen reads it."""
        return [
            f"按{self.window_months}个月内票据金额的{percent_of(self.share_bp)}计算，"
            f"每个家庭每年最多{yuan(self.household_year_fen)}元。"
        ]


def ceiling(question: Question) -> Ceiling | Refusal:
    """A share of the invoices for an own home, rounded down, up to the household's maximum of the year."""
    terms = OtherTerms.of(question.terms)
    units = {home.unit for home in question.dossier.homes if question.about(home.unit)}
    if not units:
        return question.refuse("not_own_home")
    bills = [
        one
        for one in question.dossier.invoices
        if one.use == terms.use
        and one.unit in units
        and one.dated_on >= terms.expenses_from
        and in_months_before(one.paid_on, question.accepted_on, terms.window_months)
    ]
    if not bills:
        return question.refuse("no_receipt")
    paid = sum(one.fen for one in bills)
    year = question.accepted_on.year
    taken = question.claims.of_kind(KIND).of_household().in_year(year).fen
    most = max(0, min(share_of(paid, terms.share_bp), terms.household_year_fen) - taken)
    caps = (
        Cap(
            f"前{terms.window_months}个月票据{yuan(paid)}元，可提取", share_of(paid, terms.share_bp)
        ),
        Cap("家庭每年最高", terms.household_year_fen),
        Cap("减去已提取或正在办理", taken),
    )
    key = f"household:{question.dossier.household.key}"
    markers = tuple(Item(invoice_key(one.number), 0, one.unit) for one in bills)
    return Ceiling((Item(key, most, f"{KIND}-{year}"),), caps, markers=markers)


OTHER = WithdrawalType(
    kind=KIND,
    name="国务院规定的其他情形提取",
    reason=WithdrawalReason.OTHER,
    local_sub_code="9906",
    closing=False,
    conditions=(
        "属于国务院批准并已公布的其他情形，自有住房的相关费用已经支付。",
        "每个家庭每年有上限。",
    ),
    loan_question=LoanQuestion.NONE,
    expected_seal_reasons=frozenset(),
    on_acceptance=(not_banned,),
    on_loan_answer=(not_banned,),
    on_reservation=(not_banned, holder_alive),
    ground=Ground(
        OtherTerms,
        frozenset({Register.MARRIAGE, Register.HOMES, Register.INVOICES}),
        ceiling,
        papers=frozenset({Register.MARRIAGE, Register.HOMES, Register.INVOICES}),
    ),
)
