"""Messages in: who the services' people are."""

from credit.handlers import subjects
from shared.messaging import topology
from shared.messaging.consumer import hearing

CONSUMERS = (hearing(topology.KNOW_SUBJECTS, subjects.people_known),)
