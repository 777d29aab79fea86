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
    conditions=(
        "单位已将您的账户办理封存。",
        "单位停止缴存已满{terms.stop_period.months}个月，从停缴算起，不从封存算起。",
        "名下没有未还清的住房公积金贷款。",
        "提取全部余额和利息，账户随之销户。",
    ),
    loan_question=LoanQuestion.UNPAID,
    expected_seal_reasons=frozenset({SealReason.TERMINATED}),
    on_acceptance=(not_banned,),
    on_loan_answer=(not_banned, no_unpaid_loan),
    on_reservation=(not_banned, holder_alive),
)
