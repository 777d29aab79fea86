"""What loans hears: the table of queue → event → handler, in the order of life."""

from loans.handlers import bans, debits, disbursements, offsets, questions, reversals
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
from shared.messages.withdrawals import BanImposed, BanLifted, WithdrawalSubmitted
from shared.messaging import topology
from shared.messaging.consumer import Consumer

CONSUMERS = (
    Consumer(topology.ANSWER_LOAN_QUESTIONS, {WithdrawalSubmitted: questions.answer_questions}),
    Consumer(topology.KNOW_BANS, {BanImposed: bans.imposed, BanLifted: bans.lifted}),
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
