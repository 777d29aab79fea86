"""What accounts hears, and what handles it."""

from accounts.handlers import inquiries, loan_money, offsets, remittances, reservations
from shared.messages.loans import (
    LoanOffsetApplied,
    LoanOffsetReleased,
    LoanOffsetRequested,
    LoanRepaid,
    LoanRepaymentReversed,
)
from shared.messages.notifications import BalanceAsked
from shared.messages.settlement import (
    DebitReversed,
    DebitSucceeded,
    DisbursementReturned,
    DisbursementSucceeded,
    ReceiptCredited,
)
from shared.messages.withdrawals import (
    WithdrawalCancelled,
    WithdrawalFailed,
    WithdrawalFundsRequested,
    WithdrawalPaid,
    WithdrawalRejected,
    WithdrawalReturned,
)
from shared.messaging import topology
from shared.messaging.consumer import Consumer

CONSUMERS = (
    Consumer(
        topology.RESERVE_WITHDRAWAL_FUNDS,
        {WithdrawalFundsRequested: reservations.reserve_funds},
    ),
    Consumer(
        topology.SETTLE_WITHDRAWAL_FUNDS,
        {
            WithdrawalCancelled: reservations.release_funds,
            WithdrawalRejected: reservations.release_funds,
            WithdrawalFailed: reservations.release_funds,
            WithdrawalPaid: reservations.post_funds,
            WithdrawalReturned: reservations.restore_funds,
        },
    ),
    Consumer(
        topology.OFFSET_LOAN_REPAYMENTS,
        {
            LoanOffsetRequested: offsets.reserve_offsets,
            LoanOffsetApplied: offsets.post_offsets,
            LoanOffsetReleased: offsets.release_offsets,
        },
    ),
    Consumer(
        topology.BOOK_LOAN_MONEY,
        {
            DisbursementSucceeded: loan_money.book_disbursements,
            DisbursementReturned: loan_money.book_returns,
            DebitSucceeded: loan_money.book_debits,
            LoanRepaid: loan_money.book_repayments,
            LoanRepaymentReversed: loan_money.undo_repayments,
            DebitReversed: loan_money.book_debit_reversals,
        },
    ),
    Consumer(topology.BOOK_BANK_RECEIPTS, {ReceiptCredited: remittances.book_receipts}),
    Consumer(topology.ANSWER_BALANCE_INQUIRIES, {BalanceAsked: inquiries.tell_balances}),
)
