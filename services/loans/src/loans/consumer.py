"""What loans hears: the table of queue → handlers, in the order of life."""

from loans.handlers import (
    bans,
    deaths,
    debits,
    disbursements,
    erasures,
    facts,
    letters,
    merges,
    offsets,
    people,
    questions,
    receipts,
    reversals,
)
from shared.messaging import account_queues, letter_queues, topology
from shared.messaging.consumer import hearing

CONSUMERS = (
    hearing(topology.ANSWER_LOAN_QUESTIONS, questions.answer_questions, questions.tell_standing),
    hearing(topology.TELL_LOAN_FACTS, facts.tell),
    hearing(letter_queues.ANSWER_TRANSFER_QUESTIONS, letters.tell),
    hearing(
        topology.KNOW_BORROWERS,
        people.opened,
        people.changed,
        erasures.asked,
        deaths.recorded,
        deaths.revoked,
    ),
    hearing(account_queues.FOLLOW_MERGES_IN_LOANS, merges.asked, merges.ended, merges.merged),
    hearing(topology.KNOW_BANS, bans.imposed, bans.lifted),
    hearing(
        topology.FOLLOW_DEBITS_AND_OFFSETS,
        disbursements.unknown,
        disbursements.succeeded,
        disbursements.failed,
        disbursements.returned,
        offsets.reserved,
        offsets.refused,
        receipts.allotted,
        receipts.withheld,
        debits.unknown,
        debits.succeeded,
        debits.failed,
        reversals.debits_reversed,
    ),
)
