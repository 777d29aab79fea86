"""Type 1, retirement (离退休): the whole balance once the employer has sealed (R-WDR-1)."""

from shared.messages.accounts import SealReason
from shared.messages.withdrawals import LoanQuestion
from withdrawals.rules.checks import holder_alive, no_unpaid_loan, not_banned
from withdrawals.rules.model import WithdrawalReason, WithdrawalType

RETIREMENT = WithdrawalType(
    kind="retirement",
    name="离退休提取",
    reason=WithdrawalReason.RETIRED,
    local_sub_code=None,
    closing=True,
    conditions=(),
    loan_question=LoanQuestion.UNPAID,
    expected_seal_reasons=frozenset({SealReason.RETIRED}),
    on_acceptance=(not_banned,),
    on_loan_answer=(not_banned, no_unpaid_loan),
    on_reservation=(not_banned, holder_alive),
)
