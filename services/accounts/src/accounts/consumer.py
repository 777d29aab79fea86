"""What accounts hears, and what handles it."""

from accounts.handlers import inquiries, remittances, reservations
from shared import topology
from shared.consumer import Consumer
from shared.messages.notifications import BalanceAsked
from shared.messages.settlement import ReceiptCredited
from shared.messages.withdrawals import (
    WithdrawalCancelled,
    WithdrawalFailed,
    WithdrawalFundsRequested,
    WithdrawalPaid,
    WithdrawalRejected,
    WithdrawalReturned,
)

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
    Consumer(topology.BOOK_BANK_RECEIPTS, {ReceiptCredited: remittances.book_receipts}),
    Consumer(topology.ANSWER_BALANCE_INQUIRIES, {BalanceAsked: inquiries.tell_balances}),
)
