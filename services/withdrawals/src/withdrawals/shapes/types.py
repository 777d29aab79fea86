"""The types on offer as a citizen reads them before choosing."""

from datetime import date

from shared.messages.withdrawals import LoanQuestion
from withdrawals.rules.book import Rulebook
from withdrawals.rules.conditions import conditions_text
from withdrawals.shapes.citizens import TypeOffered, TypesOffered

NOTICES = (
    "办理提取不收取任何费用，请勿委托中介。",
    "网上部分提前还款需要先签订冲抵协议；签订过冲抵协议后，就不能再以偿还公积金贷款提取，请先考虑清楚。",
)
"""The second is R-REP-10: no one can use both."""

PROMISE = (
    "受理后{decide}日内决定是否批准，遇休息日顺延；"
    "批准后资金通常即时到账，最迟为受理后第{pay}个工作日。"
)
"""R-WDR-8 and R-WDR-7."""

PROOF = {
    "by_online_seal": "单位网上封存即视为单位出具的提取证明。",
    "not_needed": "无须单位出具提取证明。",
}

BAN = "使用虚假材料提取的，须退回资金，{years}年内不得提取和贷款。"
LOAN_FRAUD_BAN = "骗取住房公积金贷款的，{years}年内不得提取和贷款。"


def types_offered(book: Rulebook, today: date) -> TypesOffered:
    """Describe the types under the policy of the day."""
    general = book.general(today)
    promise = PROMISE.format(decide=general.decide_within_days, pay=general.pay_within_working_days)
    notices = [*NOTICES, promise, PROOF[general.employer_proof]]
    if general.false_materials_ban_years is not None:
        notices.append(BAN.format(years=general.false_materials_ban_years))
    if general.loan_fraud_ban_years is not None:
        notices.append(LOAN_FRAUD_BAN.format(years=general.loan_fraud_ban_years))
    return TypesOffered(
        types=[
            TypeOffered(
                kind=offer.type.kind,
                name=offer.type.name,
                reason_code=offer.type.reason.value,
                local_sub_code=offer.type.local_sub_code,
                closing=offer.type.closing,
                asks_for_loan=offer.type.loan_question is LoanQuestion.PAYOFF,
                conditions=conditions_text(offer.type, offer.policy.terms),
                document_number=offer.policy.document_number,
                in_force_from=offer.policy.effective_from,
            )
            for offer in book.offers(today)
        ],
        notices=notices,
    )
