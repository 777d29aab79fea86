"""Type 2, labour contract ended (解除劳动合同关系): waits for the stop period (R-WDR-2)."""

from shared.messages.accounts import SealReason
from shared.messages.withdrawals import LoanQuestion
from withdrawals.rules.checks import holder_alive, no_unpaid_loan, not_banned
from withdrawals.rules.model import WithdrawalReason, WithdrawalType

CONTRACT_ENDED = WithdrawalType(
    kind="contract_ended",
    name="解除劳动合同关系提取",
    reason=WithdrawalReason.OTHER,
    local_sub_code="9901",
    closing=True,
    conditions=(),
    loan_question=LoanQuestion.UNPAID,
    expected_seal_reasons=frozenset({SealReason.TERMINATED}),
    on_acceptance=(not_banned,),
    on_loan_answer=(not_banned, no_unpaid_loan),
    on_reservation=(not_banned, holder_alive),
)
