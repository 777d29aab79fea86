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
    conditions=(
        "单位已将您的账户办理封存，封存后即可申请。",
        "名下没有未还清的住房公积金贷款。",
        "提取全部余额和利息，账户随之销户。",
        "中心逐笔审核后付款。",
    ),
    loan_question=LoanQuestion.UNPAID,
    expected_seal_reasons=frozenset({SealReason.SENTENCED}),
    on_acceptance=(not_banned,),
    on_loan_answer=(not_banned, no_unpaid_loan),
    on_reservation=(not_banned, holder_alive),
)
