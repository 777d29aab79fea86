"""Property fee (物业费提取): paid in the calendar year for the one flat of the household (R-WDR-37)."""

from datetime import date

from pydantic import Field

from shared.base.money import yuan
from shared.messages.withdrawals import LoanQuestion
from withdrawals.domain import Refusal
from withdrawals.dossier import Claims, Register, invoice_key
from withdrawals.rules.checks import holder_alive, not_banned
from withdrawals.rules.ground import Cap, Ceiling, Ground, GroundTerms, Item, Question
from withdrawals.rules.model import WithdrawalReason, WithdrawalType

KIND = "property_fee"


class PropertyFeeTerms(GroundTerms):
    """The numbers of the policy row."""

    household_year_fen: int = Field(ge=1)
    expenses_from: date
    """Older bills do not count (R-WDR-17)."""

    def words(self) -> list[str]:
        """How much and within which time, as a citizen reads it."""
        return [f"每个家庭每年最多{yuan(self.household_year_fen)}元。"]


def ceiling(question: Question) -> Ceiling | Refusal:
    """Add up the year's bills of one flat, up to the household's maximum (E63)."""
    terms = PropertyFeeTerms.of(question.terms)
    taken = question.claims.of_kind(KIND).of_household().in_year(question.accepted_on.year)
    units = [home.unit for home in question.dossier.homes]
    if not units:
        return question.refuse("not_own_home")
    if taken.own().rows:
        return question.refuse("once_a_year", eligible_from=_new_year(question))
    named = {row.period for row in taken.rows if not row.key.startswith("invoice:")}
    wanted = [unit for unit in units if question.about(unit)]
    if named and not named & set(wanted):
        return question.refuse("other_flat", eligible_from=_new_year(question))
    paid = {unit: _paid(question, terms, unit) for unit in wanted if not named or unit in named}
    if not any(paid.values()):
        return question.refuse("no_receipt")
    unit = max(paid, key=lambda one: paid[one])
    return _of_flat(question, terms, taken, unit, paid[unit])


def _of_flat(
    question: Question, terms: PropertyFeeTerms, taken: Claims, unit: str, paid: int
) -> Ceiling:
    most = max(0, min(paid, terms.household_year_fen) - taken.fen)
    caps = (
        Cap("本年已缴物业费", paid),
        Cap("家庭每年最高", terms.household_year_fen),
        Cap("减去已提取或正在办理", taken.fen),
    )
    key = f"household:{question.dossier.household.key}"
    markers = tuple(
        Item(invoice_key(one.number), 0, unit)
        for one in question.dossier.invoices
        if one.use == KIND and one.unit == unit
    )
    return Ceiling((Item(key, most, unit),), caps, markers=markers)


def _paid(question: Question, terms: PropertyFeeTerms, unit: str) -> int:
    return sum(
        one.fen
        for one in question.dossier.invoices
        if one.use == KIND
        and one.unit == unit
        and one.dated_on >= terms.expenses_from
        and one.paid_on.year == question.accepted_on.year
    )


def _new_year(question: Question) -> date:
    return date(question.accepted_on.year + 1, 1, 1)


PROPERTY_FEE = WithdrawalType(
    kind=KIND,
    name="物业费提取",
    reason=WithdrawalReason.OTHER,
    local_sub_code="9904",
    closing=False,
    conditions=("自有住房本年度已缴的物业费。", "每个家庭每年限一套住房，有年度上限。"),
    loan_question=LoanQuestion.NONE,
    expected_seal_reasons=frozenset(),
    on_acceptance=(not_banned,),
    on_loan_answer=(not_banned,),
    on_reservation=(not_banned, holder_alive),
    ground=Ground(
        PropertyFeeTerms,
        frozenset({Register.MARRIAGE, Register.HOMES, Register.INVOICES}),
        ceiling,
        papers=frozenset({Register.MARRIAGE, Register.HOMES, Register.INVOICES}),
    ),
)
