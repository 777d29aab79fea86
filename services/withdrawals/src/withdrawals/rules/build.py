"""Build, rebuild, overhaul (建造、翻建、大修提取): invoices, at most area times cost (R-WDR-35)."""

from pydantic import Field

from shared.base.money import yuan
from shared.messages.withdrawals import LoanQuestion
from withdrawals.domain import Refusal
from withdrawals.dossier import Permit, Register, permit_key
from withdrawals.refusals import chinese_date
from withdrawals.rules.checks import holder_alive, not_banned
from withdrawals.rules.ground import Cap, Ceiling, Ground, GroundTerms, Item, Question, last_day
from withdrawals.rules.model import WithdrawalReason, WithdrawalType

HUNDREDTHS = 100
"""Parts of a square metre in which areas are written."""


class BuildTerms(GroundTerms):
    """The numbers of the policy row."""

    window_months: int = Field(ge=1, le=120)
    cost_fen_per_square_metre: int = Field(ge=1)

    def words(self) -> list[str]:
        """How much and within which time, as a citizen reads it."""
        return [
            f"须在许可或者鉴定后{self.window_months}个月内申请，最后一日算在内。",
            f"按每平方米{yuan(self.cost_fen_per_square_metre)}元的造价计算。",
        ]


def ceiling(question: Question) -> Ceiling | Refusal:
    """Return what is open under the newest permit or appraisal (E59)."""
    terms = BuildTerms.of(question.terms)
    permits = [one for one in question.dossier.permits if question.about(one.number, one.unit)]
    if not permits:
        return question.refuse("no_permit")
    permit = max(permits, key=lambda one: one.granted_on)
    last = last_day(permit.granted_on, terms.window_months)
    if question.accepted_on > last:
        return question.refuse(
            "window_over", months=str(terms.window_months), last=chinese_date(last)
        )
    return _of_permit(question, terms, permit)


def _of_permit(question: Question, terms: BuildTerms, permit: Permit) -> Ceiling:
    invoices = sum(
        one.fen
        for one in question.dossier.invoices
        if one.use == "build" and one.unit == permit.unit
    )
    by_area = permit.area_hundredths * terms.cost_fen_per_square_metre // HUNDREDTHS
    taken = question.claims.of(permit_key(permit.number)).fen
    most = max(0, min(invoices, by_area) - taken)
    caps = (
        Cap("发票合计", invoices),
        Cap("面积乘以造价", by_area),
        Cap("减去已提取或正在办理", taken),
    )
    return Ceiling((Item(permit_key(permit.number), most),), caps)


BUILD = WithdrawalType(
    kind="build",
    name="建造、翻建、大修住房提取",
    reason=WithdrawalReason.BUILD,
    local_sub_code=None,
    closing=False,
    conditions=("有规划许可或者房屋安全鉴定。", "提取金额不超过发票合计，也不超过面积乘以造价。"),
    loan_question=LoanQuestion.NONE,
    expected_seal_reasons=frozenset(),
    on_acceptance=(not_banned,),
    on_loan_answer=(not_banned,),
    on_reservation=(not_banned, holder_alive),
    ground=Ground(
        BuildTerms,
        frozenset({Register.MARRIAGE, Register.HOMES, Register.INVOICES}),
        ceiling,
        papers=frozenset({Register.MARRIAGE, Register.HOMES, Register.INVOICES}),
    ),
)
