"""The types on offer as a citizen reads them before choosing."""

from datetime import date

from shared.messages.withdrawals import LoanQuestion
from withdrawals.rules.book import Rulebook
from withdrawals.rules.conditions import conditions_text
from withdrawals.rules.guides import FREE, PROOF, bans_text, promise_text
from withdrawals.shapes.citizens import TypeOffered, TypesOffered

NOTICES = (
    FREE,
    "网上部分提前还款需要先签订冲抵协议；签订过冲抵协议后，就不能再以偿还公积金贷款提取，请先考虑清楚。",
)
"""The second is R-REP-10: no one can use both."""


def types_offered(book: Rulebook, today: date) -> TypesOffered:
    """Describe the types under the policy of the day."""
    general = book.general(today)
    notices = [*NOTICES, promise_text(general), PROOF[general.employer_proof], *bans_text(general)]
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
