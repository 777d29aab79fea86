"""Messages in: each queue, and for each event what is made of it."""

from settlement.handlers import ledger, orders
from shared.messages.accounts import FundsPosted, FundsRestored, LoanMoneyBooked, ReceiptRecorded
from shared.messages.loans import LoanDebitRequested, LoanDisbursementApproved
from shared.messages.withdrawals import WithdrawalApproved
from shared.messaging import topology
from shared.messaging.consumer import Consumer

CONSUMERS = (
    Consumer(topology.PAY_APPROVED_WITHDRAWALS, {WithdrawalApproved: orders.withdrawal_approved}),
    Consumer(topology.PAY_DISBURSEMENTS, {LoanDisbursementApproved: orders.disbursement_approved}),
    Consumer(topology.DEBIT_REPAYMENT_CARDS, {LoanDebitRequested: orders.debit_requested}),
    Consumer(
        topology.COMPARE_WITH_LEDGER,
        {
            ReceiptRecorded: ledger.receipt_recorded,
            FundsPosted: ledger.funds_posted,
            FundsRestored: ledger.funds_restored,
            LoanMoneyBooked: ledger.loan_money_booked,
        },
    ),
)
