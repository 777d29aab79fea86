"""Messages in: who the services' people are, what is asked about them, and what the fund decided."""

from credit.handlers import checks, decisions, penalties, subjects
from shared.messaging import topology
from shared.messaging.consumer import hearing

CONSUMERS = (
    hearing(topology.KNOW_SUBJECTS, subjects.people_known, subjects.people_changed),
    hearing(topology.ANSWER_CHECKS, checks.asked),
    hearing(
        topology.DRAFT_DECISIONS,
        decisions.imposed,
        decisions.lifted,
        penalties.imposed,
        penalties.lifted,
    ),
)
