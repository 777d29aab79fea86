"""Messages in: who the services' people are, and what is asked about them."""

from credit.handlers import checks, subjects
from shared.messaging import topology
from shared.messaging.consumer import hearing

CONSUMERS = (
    hearing(topology.KNOW_SUBJECTS, subjects.people_known, subjects.people_changed),
    hearing(topology.ANSWER_CHECKS, checks.asked),
)
