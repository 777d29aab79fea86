"""Messages in: who the services' people are, what is asked about them, and what the fund decided."""

from credit.handlers import checks, decisions, penalties, subjects
from shared.messaging import account_queues, calendar_queues, topology, working_days
from shared.messaging.consumer import hearing

CONSUMERS = (
    hearing(calendar_queues.KNOW_WORKING_DAYS["credit"], working_days.know_years),
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
