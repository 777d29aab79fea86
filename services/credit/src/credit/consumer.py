"""Messages in: who the services' people are, what is asked about them, and what the fund decided."""

from credit.handlers import checks, decisions, penalties, subjects
from shared.messaging import account_queues, topology
from shared.messaging.consumer import hearing

CONSUMERS = (
    hearing(
        account_queues.KNOW_SUBJECTS,
        subjects.people_known,
        subjects.people_changed,
        subjects.people_erased,
    ),
    hearing(topology.ANSWER_CHECKS, checks.asked),
    hearing(
        topology.DRAFT_DECISIONS,
        decisions.imposed,
        decisions.lifted,
        penalties.imposed,
        penalties.lifted,
    ),
)
