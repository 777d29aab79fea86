"""Messages in: each queue, and what is made of what it hears."""

from settlement.handlers import card_checks, ledger, orders, told
from shared.messaging import letter_queues, topology
from shared.messaging.consumer import hearing

CONSUMERS = (
    hearing(topology.PAY_APPROVED_WITHDRAWALS, orders.withdrawal_approved),
    hearing(topology.CHECK_CARDS, card_checks.card_check_asked),
    hearing(topology.PAY_DISBURSEMENTS, orders.disbursement_approved),
    hearing(topology.PAY_REFUNDS, orders.refund_approved),
    hearing(letter_queues.PAY_TRANSFERS, orders.transfer_approved),
    hearing(topology.DEBIT_REPAYMENT_CARDS, orders.debit_requested),
    hearing(
        topology.COMPARE_WITH_LEDGER,
        ledger.receipt_recorded,
        ledger.funds_posted,
        ledger.funds_restored,
        ledger.loan_money_booked,
        ledger.refund_posted,
        ledger.refund_restored,
        ledger.transfer_posted,
        ledger.transfer_restored,
    ),
    hearing(topology.COMPARE_SERVICES, told.loan_totals, told.ledger_totals),
)
