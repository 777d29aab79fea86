"""Type 3, criminal sentence (判处刑罚): the whole balance once the employer has sealed (R-WDR-1)."""

from shared.messages.accounts import SealReason
from shared.messages.withdrawals import LoanQuestion
from withdrawals.rules.checks import holder_alive, no_unpaid_loan, not_banned
from withdrawals.rules.model import WithdrawalReason, WithdrawalType

SENTENCED = WithdrawalType(
    kind="sentenced",
    name="判处刑罚提取",
    reason=WithdrawalReason.OTHER,
    local_sub_code="9902",
    closing=True,
    conditions=(),
    loan_question=LoanQuestion.UNPAID,
    expected_seal_reasons=frozenset({SealReason.SENTENCED}),
    on_acceptance=(not_banned,),
    on_loan_answer=(not_banned, no_unpaid_loan),
    on_reservation=(not_banned, holder_alive),
)
