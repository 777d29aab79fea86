"""Type 5, repaid fund loan (偿还公积金贷款): capped by what was repaid (R-WDR-4, 5, 6).

How open questions are read: an offset agreement of any party of the loan bars all of them, and all of them
share one cap; the test is per loan; withdrawals for other reasons do not reduce the cap.
"""

from shared.base.money import yuan
from shared.messages.withdrawals import LoanQuestion
from withdrawals.domain import Refusal
from withdrawals.refusals import Reason, refuse
from withdrawals.rules.checks import holder_alive, not_banned
from withdrawals.rules.model import Facts, Terms, WithdrawalReason, WithdrawalType, cap_left_fen

DENIALS = {
    "no_loan": Reason.NO_LOAN,
    "loan_not_paid_off": Reason.LOAN_NOT_PAID_OFF,
}


def loan_paid_off(facts: Facts, _terms: Terms) -> Refusal | None:
    """R-WDR-4: only a fund loan that is already paid off counts."""
    if facts.payoff_denied is not None:
        return refuse(DENIALS.get(facts.payoff_denied, Reason.LOAN_FACTS_UNCLEAR))
    return refuse(Reason.LOAN_FACTS_UNCLEAR) if facts.payoff is None else None


def never_offset(facts: Facts, _terms: Terms) -> Refusal | None:
    """R-WDR-4: whoever ever signed an offset agreement, used or not, cannot withdraw."""
    if facts.payoff is not None and facts.payoff.offset_agreement_ever:
        return refuse(Reason.OFFSET_AGREEMENT)
    return None


def cap_left(facts: Facts, _terms: Terms) -> Refusal | None:
    """R-WDR-5: not above all principal and interest repaid, less what was taken for this loan."""
    if facts.payoff is not None and cap_left_fen(facts) == 0:
        return refuse(Reason.LOAN_CAP_USED_UP, repaid=yuan(facts.payoff.repaid_fen))
    return None


LOAN_REPAID = WithdrawalType(
    kind="loan_repaid",
    name="偿还公积金贷款提取",
    reason=WithdrawalReason.REPAY_LOAN,
    local_sub_code=None,
    closing=False,
    conditions=(
        "住房公积金贷款已经全部结清。",
        "还款期间任何一方都没有签订过冲抵协议。",
        "提取金额不超过贷款期间偿还的全部本息。",
    ),
    loan_question=LoanQuestion.PAYOFF,
    expected_seal_reasons=frozenset(),
    on_acceptance=(not_banned,),
    on_loan_answer=(not_banned, loan_paid_off, never_offset, cap_left),
    on_reservation=(not_banned, holder_alive),
)
