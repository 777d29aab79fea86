"""Messages in: each queue, and for each event what is made of it."""

from settlement.handlers import orders as handlers
from shared.messages.accounts import FundsPosted, FundsRestored, LoanMoneyBooked, ReceiptRecorded
from shared.messages.loans import LoanDebitRequested, LoanDisbursementApproved
from shared.messages.withdrawals import WithdrawalApproved
from shared.messaging import topology
from shared.messaging.consumer import Consumer

CONSUMERS = (
    Consumer(topology.PAY_APPROVED_WITHDRAWALS, {WithdrawalApproved: handlers.withdrawal_approved}),
    Consumer(
        topology.PAY_DISBURSEMENTS, {LoanDisbursementApproved: handlers.disbursement_approved}
    ),
    Consumer(topology.DEBIT_REPAYMENT_CARDS, {LoanDebitRequested: handlers.debit_requested}),
    Consumer(
        topology.COMPARE_WITH_LEDGER,
        {
            ReceiptRecorded: handlers.receipt_recorded,
            FundsPosted: handlers.funds_posted,
            FundsRestored: handlers.funds_restored,
            LoanMoneyBooked: handlers.loan_money_booked,
        },
    ),
)
