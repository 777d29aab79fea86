"""Purchase (购房提取): the own money paid for a home, per flat for all its holders (R-WDR-32 to 34)."""

from datetime import date

from pydantic import Field

from shared.base.calendar import months_after
from shared.messages.withdrawals import LoanQuestion
from withdrawals.domain import Refusal
from withdrawals.dossier import HomeContract, Register, flat_key
from withdrawals.refusals import chinese_date
from withdrawals.rules.checks import holder_alive, not_banned
from withdrawals.rules.ground import (
    Cap,
    Ceiling,
    Doubt,
    Ground,
    GroundTerms,
    Item,
    Question,
    last_day,
    share_of,
)
from withdrawals.rules.model import WithdrawalReason, WithdrawalType


class PurchaseTerms(GroundTerms):
    """The numbers of the policy row."""

    window_months: int = Field(ge=1, le=120)
    """From the invoice (new home) or the deed (second-hand), the last day included (E56)."""
    homes_most: int = Field(ge=1, le=9)
    strangers_wait_months: int = Field(ge=0, le=120)
    """After the deed, where the buyers are no relatives (R-WDR-33)."""

    def words(self) -> list[str]:
        """How much and within which time, as a citizen reads it."""
        waits = self.strangers_wait_months
        apart = [f"购房人之间没有亲属关系的，产权登记满{waits}个月后才能申请。"] if waits else []
        return [
            f"新建住房从发票开具之日、二手住房从产权登记之日起{self.window_months}个月内申请，"
            "最后一日算在内。",
            f"限家庭前{self.homes_most}套住房。",
            *apart,
        ]


def ceiling(question: Question) -> Ceiling | Refusal:
    """Return what is open of the one flat that can be meant, or why none is (E54 to E58)."""
    terms = PurchaseTerms.of(question.terms)
    contracts = [one for one in question.dossier.contracts if question.about(one.number, one.unit)]
    answers = [_of_contract(question, terms, one) for one in contracts]
    good = [one for one in answers if isinstance(one, Ceiling)]
    if good:
        return max(good, key=lambda one: one.fen)
    return next(
        (one for one in answers if isinstance(one, Refusal)), question.refuse("no_contract")
    )


def _of_contract(
    question: Question, terms: PurchaseTerms, contract: HomeContract
) -> Ceiling | Refusal:
    if contract.ordinal > terms.homes_most:
        return question.refuse(
            "too_many_homes", ordinal=str(contract.ordinal), most=str(terms.homes_most)
        )
    taken = question.claims.of(flat_key(contract.number))
    if contract.counted_from is None:
        return _down_payment(contract, taken.fen)
    refusal = _in_time(question, terms, contract, contract.counted_from)
    if refusal is not None:
        return refusal
    price = min(contract.price_fen, contract.value_fen or contract.price_fen)
    own = share_of(max(0, price - contract.loans_fen), contract.share_bp)
    most = max(0, own - taken.fen)
    caps = (
        Cap("房价", price),
        Cap("减去购房贷款", contract.loans_fen),
        Cap("减去已提取", taken.fen - taken.held_fen),
        Cap("减去正在办理", taken.held_fen),
    )
    return Ceiling(
        (Item(flat_key(contract.number), most),), caps, doubts=_doubts(question, contract)
    )


def _doubts(question: Question, contract: HomeContract) -> tuple[Doubt, ...]:
    """R-WDR-22: patterns of false purchases, as the four ministries named them in 2018."""
    dossier = question.dossier
    found = {
        Doubt.RESOLD: contract.resold,
        Doubt.NOT_RELATIVES: not contract.relatives,
        Doubt.ELSEWHERE: contract.elsewhere,
        Doubt.MARRIAGES: dossier.household.marriages > 1 and len(dossier.contracts) > 1,
    }
    return tuple(doubt for doubt, seen in found.items() if seen)


def _in_time(
    question: Question, terms: PurchaseTerms, contract: HomeContract, counted_from: date
) -> Refusal | None:
    last = last_day(counted_from, terms.window_months)
    if question.accepted_on > last:
        return question.refuse(
            "window_over", months=str(terms.window_months), last=chinese_date(last)
        )
    first = months_after(counted_from, terms.strangers_wait_months)
    if not contract.relatives and contract.loans_fen == 0 and question.accepted_on < first:
        return question.refuse(
            "not_relatives", eligible_from=first, months=str(terms.strangers_wait_months)
        )
    return None


def _down_payment(contract: HomeContract, taken_fen: int) -> Ceiling:
    """R-WDR-34: before paying, what is missing of the down payment, to the supervised account only (E58)."""
    most = max(0, contract.down_payment_fen - contract.paid_fen - taken_fen)
    caps = (
        Cap("首付款", contract.down_payment_fen),
        Cap("减去已付", contract.paid_fen),
        Cap("减去已提取或正在办理", taken_fen),
    )
    return Ceiling(
        (Item(flat_key(contract.number), most),), caps, payee=f"supervised:{contract.number}"
    )


PURCHASE = WithdrawalType(
    kind="purchase",
    name="购房提取",
    reason=WithdrawalReason.BUY,
    local_sub_code=None,
    closing=False,
    conditions=(
        "购买自住住房，合同已网签备案或者产权已登记。",
        "提取金额不超过自有资金，即房价减去全部购房贷款。",
        "同一套住房的所有购房人合计计算。",
    ),
    loan_question=LoanQuestion.NONE,
    expected_seal_reasons=frozenset(),
    on_acceptance=(not_banned,),
    on_loan_answer=(not_banned,),
    on_reservation=(not_banned, holder_alive),
    ground=Ground(
        PurchaseTerms,
        frozenset({Register.MARRIAGE, Register.HOMES}),
        ceiling,
        papers=frozenset({Register.MARRIAGE, Register.HOMES}),
    ),
)
