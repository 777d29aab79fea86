"""What loans hears: the table of queue → event → handler, in the order of life."""

from loans.handlers import debits, disbursements, offsets, questions, reversals
from shared import topology
from shared.consumer import Consumer
from shared.messages.accounts import OffsetRefused, OffsetReserved
from shared.messages.settlement import (
    DebitFailed,
    DebitReversed,
    DebitSucceeded,
    DebitUnknown,
    DisbursementFailed,
    DisbursementReturned,
    DisbursementSucceeded,
    DisbursementUnknown,
)
from shared.messages.withdrawals import WithdrawalSubmitted

CONSUMERS = (
    Consumer(topology.ANSWER_LOAN_QUESTIONS, {WithdrawalSubmitted: questions.answer_questions}),
    Consumer(
        topology.FOLLOW_DEBITS_AND_OFFSETS,
        {
            DisbursementUnknown: disbursements.unknown,
            DisbursementSucceeded: disbursements.succeeded,
            DisbursementFailed: disbursements.failed,
            DisbursementReturned: disbursements.returned,
            OffsetReserved: offsets.reserved,
            OffsetRefused: offsets.refused,
            DebitUnknown: debits.unknown,
            DebitSucceeded: debits.succeeded,
            DebitFailed: debits.failed,
            DebitReversed: reversals.debits_reversed,
        },
    ),
)
