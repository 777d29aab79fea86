"""Type 4, settled abroad, not on official duty (非因公出境定居), R-WDR-1."""

from shared.messages.accounts import SealReason
from shared.messages.withdrawals import LoanQuestion
from withdrawals.rules.checks import holder_alive, no_unpaid_loan, not_banned
from withdrawals.rules.model import WithdrawalReason, WithdrawalType

SETTLED_ABROAD = WithdrawalType(
    kind="settled_abroad",
    name="非因公出境定居提取",
    reason=WithdrawalReason.SETTLED_ABROAD,
    local_sub_code=None,
    closing=True,
    conditions=(),
    loan_question=LoanQuestion.UNPAID,
    expected_seal_reasons=frozenset({SealReason.ABROAD}),
    on_acceptance=(not_banned,),
    on_loan_answer=(not_banned, no_unpaid_loan),
    on_reservation=(not_banned, holder_alive),
)
