"""Renovation (装修提取): a share of checked invoices up to a maximum, once a flat in ten years (R-WDR-36)."""

from datetime import date

from pydantic import Field

from shared.base.calendar import months_after
from shared.base.money import percent_of, yuan
from shared.messages.withdrawals import LoanQuestion
from withdrawals.domain import Refusal
from withdrawals.dossier import WHOLE_BP, Claims, Invoice, Register, invoice_key, renovation_key
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

USE = "renovation"


class RenovationTerms(GroundTerms):
    """The numbers of the policy row."""

    share_bp: int = Field(ge=1, le=WHOLE_BP)
    flat_most_fen: int = Field(ge=1)
    again_after_months: int = Field(ge=1, le=600)
    invoice_months: int = Field(ge=1, le=120)
    expenses_from: date
    """Older invoices do not count (R-WDR-17)."""

    def words(self) -> list[str]:
        """How much and within which time, as a citizen reads it."""
        return [
            f"按{self.invoice_months}个月内发票金额的{percent_of(self.share_bp)}计算，"
            f"同一套住房最多{yuan(self.flat_most_fen)}元。",
            f"同一套住房{self.again_after_months}个月内不能再次办理。",
        ]


def ceiling(question: Question) -> Ceiling | Refusal:
    """Return what is open of the flat, whose owners and their spouses share it (E61, E62)."""
    terms = RenovationTerms.of(question.terms)
    units = [home.unit for home in question.dossier.homes if question.about(home.unit)]
    if not units:
        return question.refuse("not_own_home")
    answers = [_of_flat(question, terms, unit) for unit in units]
    good = [one for one in answers if isinstance(one, Ceiling)]
    if good:
        return max(good, key=lambda one: one.fen)
    dated = [one for one in answers if isinstance(one, Refusal) and one.eligible_from]
    return dated[0] if dated else question.refuse("no_invoice")


def _of_flat(question: Question, terms: RenovationTerms, unit: str) -> Ceiling | Refusal:
    key = renovation_key(unit)
    recent = _recent(question, terms, question.claims.of(key))
    if recent.own().rows:
        return _again(question, terms, recent.own())
    invoices = [one for one in question.dossier.invoices if _counts(question, terms, one, unit)]
    if not invoices:
        return question.refuse("no_invoice")
    half = share_of(sum(one.fen for one in invoices), terms.share_bp)
    most = max(0, min(half, terms.flat_most_fen) - recent.fen)
    if most == 0 and recent.rows:
        return _again(question, terms, recent)
    caps = (
        Cap("发票金额按比例计", half),
        Cap("每套住房最高", terms.flat_most_fen),
        Cap("减去已提取或正在办理", recent.fen),
    )
    markers = tuple(Item(invoice_key(one.number), 0, key) for one in invoices)
    return Ceiling((Item(key, most),), caps, markers=markers)


def _recent(question: Question, terms: RenovationTerms, taken: Claims) -> Claims:
    return Claims(
        tuple(
            row
            for row in taken.rows
            if _free_from(terms, row.paid_on or row.accepted_on) > question.accepted_on
        )
    )


def _again(question: Question, terms: RenovationTerms, taken: Claims) -> Refusal:
    first = min(_free_from(terms, row.paid_on or row.accepted_on) for row in taken.rows)
    return question.refuse("flat_again", eligible_from=first, months=str(terms.again_after_months))


def _free_from(terms: RenovationTerms, day: date) -> date:
    return months_after(day, terms.again_after_months)


def _counts(question: Question, terms: RenovationTerms, invoice: Invoice, unit: str) -> bool:
    """An invoice serves once: what another flat or case has used does not count."""
    used = question.claims.of(invoice_key(invoice.number)).rows
    return (
        invoice.use == USE
        and invoice.unit == unit
        and invoice.dated_on >= terms.expenses_from
        and in_months_before(invoice.dated_on, question.accepted_on, terms.invoice_months)
        and all(row.period == renovation_key(unit) for row in used)
    )


RENOVATION = WithdrawalType(
    kind="renovation",
    name="装修提取",
    reason=WithdrawalReason.OTHER,
    local_sub_code="9903",
    closing=False,
    conditions=(
        "装修自有的自住住房，发票可以核验。",
        "提取金额按发票金额的比例计算，同一套住房所有人合计有上限。",
    ),
    loan_question=LoanQuestion.NONE,
    expected_seal_reasons=frozenset(),
    on_acceptance=(not_banned,),
    on_loan_answer=(not_banned,),
    on_reservation=(not_banned, holder_alive),
    ground=Ground(
        RenovationTerms,
        frozenset({Register.MARRIAGE, Register.HOMES, Register.INVOICES}),
        ceiling,
        papers=frozenset({Register.MARRIAGE, Register.HOMES, Register.INVOICES}),
    ),
)
