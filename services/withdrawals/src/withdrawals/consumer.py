"""Messages in: each queue, and for each event the step that it leads to, in the order of life."""

from shared.messages.accounts import FundsRefused, FundsReserved
from shared.messages.loans import LoanDebtChecked, LoanPayoffCertified, LoanPayoffDenied
from shared.messages.settlement import (
    PaymentFailed,
    PaymentReturned,
    PaymentSucceeded,
    PaymentUnknown,
)
from shared.messaging import topology
from shared.messaging.consumer import Consumer
from withdrawals.handlers import applications as handlers

CONSUMERS = (
    Consumer(
        topology.FOLLOW_APPLICATIONS,
        {
            LoanPayoffCertified: handlers.loan_payoff_certified,
            LoanPayoffDenied: handlers.loan_payoff_denied,
            LoanDebtChecked: handlers.loan_debt_checked,
            FundsReserved: handlers.funds_reserved,
            FundsRefused: handlers.funds_refused,
            PaymentUnknown: handlers.payment_unknown,
            PaymentSucceeded: handlers.payment_succeeded,
            PaymentFailed: handlers.payment_failed,
            PaymentReturned: handlers.payment_returned,
        },
    ),
)
