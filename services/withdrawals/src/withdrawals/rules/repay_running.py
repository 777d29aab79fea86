"""Running loan (偿还住房贷款本息提取): what own money paid, each payment once (R-WDR-38 to 43)."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from pydantic import Field

from shared.base.calendar import months_after
from shared.base.money import yuan
from shared.messages.withdrawals import LoanQuestion
from withdrawals.domain import Refusal
from withdrawals.dossier import HomeLoan, Register, loan_key
from withdrawals.rules.checks import holder_alive, not_banned
from withdrawals.rules.ground import (
    Cap,
    Ceiling,
    Doubt,
    Ground,
    GroundTerms,
    Item,
    Question,
    in_months_before,
)
from withdrawals.rules.model import WithdrawalReason, WithdrawalType

KIND = "repay_running"


class RepayTerms(GroundTerms):
    """The numbers of the policy row."""

    window_months: int = Field(ge=1, le=60)
    least_instalments: int = Field(ge=0, le=60)
    basis: Literal["past", "ahead"]
    """`past`: what was paid already; `ahead`: months bought in advance (R-WDR-43)."""
    offset_shortfall_claimable: bool
    """Whether what the card paid beside an offset agreement counts (R-WDR-41, E66)."""
    once_a_year: bool

    def words(self) -> list[str]:
        """How much and within which time, as a citizen reads it."""
        ahead = self.basis == "ahead"
        counted = (
            f"可以提前提取{self.window_months}期的还款额。"
            if ahead
            else f"按受理以前{self.window_months}个月内已经偿还的本息计算。"
        )
        shortfall = (
            ["签订冲抵协议的，由银行卡补足的部分也可以提取。"]
            if self.offset_shortfall_claimable
            else []
        )
        yearly = ["每人每年限一次。"] if self.once_a_year else []
        return [counted, f"须已还款满{self.least_instalments}期。", *shortfall, *yearly]


def ceiling(question: Question) -> Ceiling | Refusal:
    """Add up the open payments of every loan of one home, or offer months in advance."""
    terms = RepayTerms.of(question.terms)
    loans = [one for one in question.dossier.loans if question.about(one.number)]
    if not loans:
        return question.refuse("no_loan")
    year = question.accepted_on.year
    once = terms.once_a_year and not question.agreed
    if once and question.claims.of_kind(KIND).own().in_year(year).rows:
        return question.refuse("once_a_year", eligible_from=date(year + 1, 1, 1))
    if any(one.fund and one.arrears for one in loans):
        return question.refuse("in_arrears")
    claimable = [one for one in loans if _claimable(terms, one)]
    if not claimable:
        return question.refuse("offset_in_force" if any(one.offset for one in loans) else "no_loan")
    if terms.basis == "ahead":
        return _ahead(question, claimable)
    return _past(question, terms, claimable)


def _claimable(terms: RepayTerms, loan: HomeLoan) -> bool:
    """R-WDR-39, 42: a fund loan that is paid off is type 5, one under an offset agreement pays itself."""
    if not loan.fund:
        return True
    if loan.paid_off_on is not None:
        return False
    return not loan.offset or terms.offset_shortfall_claimable


def _past(question: Question, terms: RepayTerms, loans: list[HomeLoan]) -> Ceiling | Refusal:
    paid = max(len(one.payments) for one in loans)
    settled = any(one.paid_off_on is not None for one in loans)
    if paid < terms.least_instalments and not settled:
        left = terms.least_instalments - paid
        return question.refuse(
            "too_few_instalments",
            least=str(terms.least_instalments),
            paid=str(paid),
            left=str(left),
        )
    items = _open_payments(question, terms, loans)
    in_window = sum(
        payment.own_fen
        for loan in loans
        for payment in loan.payments
        if in_months_before(payment.paid_on, question.accepted_on, terms.window_months)
    )
    most = sum(item.most_fen for item in items)
    caps = (
        Cap(f"前{terms.window_months}个月自有资金偿还本息", in_window),
        Cap("减去已提取或正在办理", in_window - most),
    )
    return Ceiling(tuple(items), caps, doubts=_doubts(question, loans))


def _doubts(question: Question, loans: Iterable[HomeLoan]) -> tuple[Doubt, ...]:
    """R-WDR-40: a bank's loan is for a home that the register has of the applicant or the spouse."""
    dossier = question.dossier
    on_record = {one.unit for one in dossier.homes} | {one.unit for one in dossier.contracts}
    unknown = any(not loan.fund and loan.unit not in on_record for loan in loans)
    return (Doubt.LOANS_HOME,) if unknown else ()


def _open_payments(question: Question, terms: RepayTerms, loans: Iterable[HomeLoan]) -> list[Item]:
    found: list[tuple[date, Item]] = []
    for loan in loans:
        taken = question.claims.of(loan_key(loan.number))
        for payment in loan.payments:
            if in_months_before(payment.paid_on, question.accepted_on, terms.window_months):
                most = payment.own_fen - taken.of(loan_key(loan.number), payment.number).fen
                item = Item(loan_key(loan.number), max(0, most), payment.number, payment.own_fen)
                found.append((payment.paid_on, item))
    found.sort(key=lambda one: (one[0], one[1].key))
    return [item for _, item in found if item.most_fen > 0]


def _ahead(question: Question, loans: list[HomeLoan]) -> Ceiling | Refusal:
    """R-WDR-43: up to the balance, and no further claim for the months that it bought (E70)."""
    loan = max(loans, key=lambda one: one.balance_fen)
    earlier = question.claims.of(loan_key(loan.number)).own().rows
    for row in sorted(earlier, key=lambda one: one.accepted_on, reverse=True):
        bought = row.fen // loan.instalment_fen
        free = months_after(row.accepted_on, bought)
        if question.accepted_on < free:
            return question.refuse("bought_in_advance", eligible_from=free, bought=str(bought))
    most = loan.balance_fen
    if most < loan.instalment_fen:
        return question.refuse(
            "less_than_one", most=yuan(most), instalment=yuan(loan.instalment_fen)
        )
    period = f"ahead-{question.accepted_on.isoformat()}"
    return Ceiling(
        (Item(loan_key(loan.number), most, period),),
        (Cap("贷款余额", most), Cap("一期还款额", loan.instalment_fen)),
        least_fen=loan.instalment_fen,
        doubts=_doubts(question, loans),
    )


REPAY_RUNNING = WithdrawalType(
    kind=KIND,
    name="偿还住房贷款本息提取",
    reason=WithdrawalReason.REPAY_LOAN,
    local_sub_code=None,
    closing=False,
    conditions=(
        "您或配偶有正在偿还的住房贷款。",
        "提取金额不超过期限内自有资金偿还的本息，罚息和冲抵部分不计。",
        "夫妻合计计算，每笔还款只能提取一次。",
    ),
    loan_question=LoanQuestion.NONE,
    expected_seal_reasons=frozenset(),
    on_acceptance=(not_banned,),
    on_loan_answer=(not_banned,),
    on_reservation=(not_banned, holder_alive),
    ground=Ground(
        RepayTerms,
        frozenset({Register.MARRIAGE, Register.BANK_LOANS}),
        ceiling,
        papers=frozenset({Register.MARRIAGE, Register.BANK_LOANS}),
        asks_too=frozenset({Register.HOMES}),
    ),
)
